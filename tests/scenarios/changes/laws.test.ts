import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { apply } from '#core/changes/apply.ts'
import type { Change } from '#core/changes/change.ts'
import { compute } from '#core/changes/compute.ts'
import { follow, quoteOf } from '#core/changes/follow.ts'
import { groups } from '#core/changes/groups.ts'
import { readLine } from '#core/changes/line.ts'
import { merge, settle } from '#core/changes/merge.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { covered } from '#core/changes/apply.ts'
import { lineAt, treeOf } from '#core/changes/tree.ts'
import { counter } from '../../support/articles.ts'
import { edited, steps } from '../../support/edited-articles.ts'
import { fullArticle } from '../../support/full-article.ts'
import { brokenLaws } from '../../support/laws.ts'

/** The full article without the long text of the real one: each run compares it several times. */
const FULL = fullArticle()
const BASE: Article = {
  ...FULL,
  document: FULL.document.filter(({ type }, place) => type !== 'paragraph' || place < 5 || place > 20),
}
/** How often each law is tried. */
const RUNS = 200

const json = (article: Article): unknown => JSON.parse(canonicalJson(article))
const whole = (from: Article, changes: readonly Change[]): Article => apply(from, changes, counter('a'))

/** How often each word occurs. */
class Words {
  readonly #counts = new Map<string, number>()

  add(text: string, by: number): void {
    for (const [word] of text.matchAll(/[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+/gu))
      this.#counts.set(word, (this.#counts.get(word) ?? 0) + by)
  }

  addArticle(article: Article, by = 1): this {
    for (const { children } of textBlocks(article.document)) this.add(readLine(children).text, by)
    return this
  }

  list(): [string, number][] {
    return [...this.#counts].filter(([, count]) => count !== 0).toSorted(([a], [b]) => (a < b ? -1 : 1))
  }
}

/** Adds the words that changes add, and takes away those that they remove. */
function balance(base: Article, changes: readonly Change[], words: Words): Words {
  const tree = treeOf(base.document)
  const textOf = (key: string): string => readLine(lineAt(tree, key)?.children ?? [{ text: '' }]).text
  for (const change of changes) {
    if (change.kind === 'insert' && change.inlines !== undefined) words.add(readLine(change.inlines).text, 1)
    if (change.kind === 'remove') words.add(textOf(change.node), -1)
    if (change.kind !== 'text') continue
    const { from, to, pieces } = change
    const last = from.line === to.line ? to.at : undefined
    words.add(textOf(from.line).slice(from.at, last), -1)
    for (const key of covered(tree, from.line, to.line))
      words.add(textOf(key).slice(0, key === to.line ? to.at : undefined), -1)
    const added = pieces.map((piece) => ('text' in piece ? piece.text : '\n'))
    words.add(added.join(''), 1)
  }
  return words
}

it('the difference of two articles turns the one into the other, and back', () => {
  fc.assert(
    fc.property(steps(12), (edits) => {
      const now = edited(BASE, edits, 'x')
      expect(json(whole(BASE, compute(BASE, now)))).toEqual(json(now))
      expect(json(whole(now, compute(now, BASE)))).toEqual(json(BASE))
    }),
    { numRuns: RUNS },
  )
})

it('any groups of a difference make a lawful article, with the words that they add and without those they remove', () => {
  fc.assert(
    fc.property(steps(10), fc.infiniteStream(fc.boolean()), (edits, choice) => {
      const now = edited(BASE, edits, 'x')
      const some = groups(BASE, compute(BASE, now))
        .filter(() => choice.next().value === true)
        .flat()
      const article = whole(BASE, some)
      expect(brokenLaws(article.document)).toEqual([])
      expect(new Words().addArticle(article).list()).toEqual(balance(BASE, some, new Words().addArticle(BASE)).list())
    }),
    { numRuns: RUNS },
  )
})

it('a merge is the same from both sides, lawful, and has every word or a clash that has it', () => {
  fc.assert(
    fc.property(steps(5), steps(5), fc.infiniteStream(fc.nat(2)), (one, other, choice) => {
      const [ours, theirs] = [edited(BASE, one, 'x'), edited(BASE, other, 'y')]
      const merged = merge(BASE, ours, theirs, counter('a'))
      const back = merge(BASE, theirs, ours, counter('a'))
      expect(json(merged.article)).toEqual(json(back.article))
      expect(brokenLaws(merged.article.document)).toEqual([])
      const words = new Words().addArticle(merged.article)
      expect(words.list()).toEqual(balance(BASE, merged.changes, new Words().addArticle(BASE)).list())
      // Every change of a side is made, or offered in a clash.
      for (const [side, name] of [
        [ours, 'ours'],
        [theirs, 'theirs'],
      ] as const) {
        const made = new Set([...merged.changes, ...merged.clashes.flatMap((clash) => clash[name])].map(canonicalJson))
        expect(compute(BASE, side).filter((change) => !made.has(canonicalJson(change)))).toEqual([])
      }
      const choices = merged.clashes.map(
        () => (['ours', 'theirs', 'neither'] as const)[choice.next().value ?? 0] ?? 'neither',
      )
      expect(brokenLaws(settle(BASE, merged, choices, counter('s')).document)).toEqual([])
    }),
    { numRuns: RUNS },
  )
})

it('a merge with the base, or with the same, changes nothing', () => {
  fc.assert(
    fc.property(steps(6), (edits) => {
      const now = edited(BASE, edits, 'x')
      for (const [one, other] of [
        [now, BASE],
        [BASE, now],
        [now, now],
      ] as const) {
        const { article, clashes } = merge(BASE, one, other, counter('a'))
        expect(json(article)).toEqual(json(now))
        expect(clashes).toEqual([])
      }
    }),
    { numRuns: RUNS },
  )
})

it('words are followed to where they are now', () => {
  fc.assert(
    fc.property(steps(6), fc.nat(), fc.nat(), (edits, first, second) => {
      const now = edited(BASE, edits, 'x')
      const changes = compute(BASE, now)
      for (const { id, children } of textBlocks(BASE.document)) {
        const { text } = readLine(children)
        const [a, b] = [first % (text.length + 1), second % (text.length + 1)]
        const range = { block: id, start: Math.min(a, b), end: Math.max(a, b) }
        const places = follow(BASE, changes, range)
        const quote = places.map((place) => quoteOf(now, place)).join('')
        const kept = quoteOf(BASE, range)
        // What is left is part of the quote, in order.
        let at = 0
        for (const unit of quote) {
          at = kept.indexOf(unit, at)
          expect(at).not.toBe(-1)
          at += unit.length
        }
      }
    }),
    { numRuns: RUNS },
  )
})
