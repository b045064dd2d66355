import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import type { Group } from '#core/changes/groups.ts'
import { accept, reject, settleClash } from '#core/review/proposals/decide.ts'
import { isSettled, openOf, type Ends } from '#core/review/proposals/open.ts'
import { counter } from '../../support/articles.ts'
import { edited, steps, type Step } from '../../support/edited-articles.ts'
import { fullArticle } from '../../support/full-article.ts'
import { brokenLaws } from '../../support/laws.ts'
import { WordBalance } from '../../support/word-balance.ts'

/** The full article without the long text of the real one: each run compares it many times. */
const FULL = fullArticle()
const BASE: Article = {
  ...FULL,
  document: FULL.document.filter(({ type }, place) => type !== 'paragraph' || place < 5 || place > 20),
}
/** How often each law is tried. */
const RUNS = 100
/** More decisions than any of these proposals needs: one may divide what is left into other parts, and never for ever. */
const MOST = 60

const json = (article: Article): unknown => JSON.parse(canonicalJson(article))
const words = (article: Article): string[] => new WordBalance().addArticle(article).rest().toSorted()
const wordsAfter = (article: Article, part: Group): string[] =>
  new WordBalance().addArticle(article).addChanges(article, part).rest().toSorted()
/**
 * Without blocks that move where their kind does not fit, such as a cell into a quote: the normaliser makes new blocks of them,
 * again for each part that is taken alone.
 */
const editorSteps = (most: number): fc.Arbitrary<Step[]> =>
  steps(most, 'editor').map((edits) => edits.filter(({ kind }) => kind !== 'move'))
const picks = fc.infiniteStream(fc.nat())

it('accepting all parts makes the head, and rejecting all leaves the article', () => {
  fc.assert(
    fc.property(steps(8, 'hostile'), (edits) => {
      const newId = counter('n')
      const ends = { base: BASE, head: edited(BASE, edits, 'x') }
      const open = openOf(BASE, ends)
      const all = open.parts.flat()
      const accepted = accept(BASE, open, all, newId)
      expect(json(accepted.article)).toEqual(json(ends.head))
      expect(isSettled(accepted.ends)).toBe(true)
      const rejected = reject(BASE, open, all, newId)
      expect(json(rejected.article)).toEqual(json(BASE))
      expect(isSettled(rejected.ends)).toBe(true)
    }),
    { numRuns: RUNS },
  )
})

it('accepting part after part, in any order, makes the head', () => {
  fc.assert(
    fc.property(editorSteps(6), picks, (edits, pick) => {
      const newId = counter('n')
      const head = edited(BASE, edits, 'x')
      let [article, ends]: [Article, Ends] = [BASE, { base: BASE, head }]
      let decisions = 0
      for (let open = openOf(article, ends); open.parts.length > 0;) {
        const part = open.parts[pick.next().value % open.parts.length] ?? []
        const after = wordsAfter(article, part)
        ;({ article, ends } = accept(article, open, part, newId))
        expect(words(article)).toEqual(after)
        open = openOf(article, ends)
        expect((decisions += 1)).toBeLessThan(MOST)
      }
      expect(words(article)).toEqual(words(head))
      expect(json(ends.base)).toEqual(json(article))
    }),
    { numRuns: RUNS },
  )
})

it('accepting some and rejecting the others settles a proposal, with lawful articles and exact words on the way', () => {
  fc.assert(
    fc.property(editorSteps(6), picks, (edits, pick) => {
      const newId = counter('n')
      let decisions = 0
      let [article, ends]: [Article, Ends] = [BASE, { base: BASE, head: edited(BASE, edits, 'x') }]
      for (let open = openOf(article, ends); open.parts.length > 0; open = openOf(article, ends)) {
        const part = open.parts[pick.next().value % open.parts.length] ?? []
        const isAccepted = pick.next().value % 2 === 0
        const after = wordsAfter(article, part)
        const before = json(article)
        ;({ article, ends } = (isAccepted ? accept : reject)(article, open, part, newId))
        expect(brokenLaws(article.document)).toEqual([])
        if (isAccepted) expect(words(article)).toEqual(after)
        else expect(json(article)).toEqual(before)
        expect(brokenLaws(ends.head.document)).toEqual([])
        expect((decisions += 1)).toBeLessThan(MOST)
      }
    }),
    { numRuns: RUNS },
  )
})

it('a proposal is carried onto an article that was edited since, with every word in a part or in a clash', () => {
  fc.assert(
    fc.property(editorSteps(4), editorSteps(4), (edits, others) => {
      const newId = counter('n')
      const ends = { base: BASE, head: edited(BASE, edits, 'x') }
      const article = edited(BASE, others, 'y')
      const open = openOf(article, ends)
      expect(brokenLaws(open.head.document)).toEqual([])
      // Carried once more, it is the same.
      const again = openOf(article, open.ends)
      expect(words(again.head)).toEqual(words(open.head))
      expect(again.clashes.length).toBe(open.clashes.length)
      // What is accepted is in the article; the rest stays open.
      const all = accept(article, open, open.parts.flat(), newId)
      expect(json(all.article)).toEqual(json(open.head))
      const left = openOf(all.article, all.ends)
      expect(left.parts).toEqual([])
      expect(left.clashes.length).toBe(open.clashes.length)
    }),
    { numRuns: RUNS },
  )
})

it('clashes are settled one after another, either way', () => {
  fc.assert(
    fc.property(editorSteps(4), editorSteps(4), picks, (edits, others, pick) => {
      let article = edited(BASE, others, 'y')
      let ends: Ends = { base: BASE, head: edited(BASE, edits, 'x') }
      let open = openOf(article, ends)
      let decisions = 0
      while (open.clashes.length > 0) {
        const isTaken = pick.next().value % 2 === 0
        const before = json(article)
        ;({ article, ends } = settleClash(
          article,
          open,
          pick.next().value % open.clashes.length,
          isTaken ? 'theirs' : 'ours',
        ))
        expect(brokenLaws(article.document)).toEqual([])
        if (!isTaken) expect(json(article)).toEqual(before)
        open = openOf(article, ends)
        expect((decisions += 1)).toBeLessThan(MOST)
      }
    }),
    { numRuns: RUNS },
  )
})
