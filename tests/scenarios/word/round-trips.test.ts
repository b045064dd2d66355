import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { readLine } from '#core/changes/line.ts'
import { merge } from '#core/changes/merge.ts'
import type { ReviewedThread } from '#core/export/tracked/review.ts'
import { unitedDocument } from '#core/export/tracked/united.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { Chooser, edited, steps } from '#tests/support/edited-articles.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { outlineOf, throughWord } from '#tests/support/word-round-trip.ts'

const AT = '2026-03-01T08:15:00.000Z'
const FULL = fullArticle()

/** What Word cannot say leaves the rest as it is, so that such heads are compared by their words only. */
function isWhole(article: Article, head: Article): boolean {
  return unitedDocument(article, { proposals: [{ by: 'ه', at: AT, head }], threads: [] }).leftOut.length === 0
}

it('an article with what one person proposes comes back as the same two texts', () => {
  let whole = 0
  fc.assert(
    fc.property(steps(4, 'editor'), (edits) => {
      const head = edited(FULL, edits, 'h')
      const read = throughWord(FULL, { proposals: [{ by: 'هادي الراوي', at: AT, head }], threads: [] })
      expect(outlineOf(read.article)).toEqual(outlineOf(throughWord(FULL).article))
      if (!isWhole(FULL, head)) return
      whole += 1
      expect(outlineOf(read.proposals[0]?.head ?? read.article)).toEqual(outlineOf(throughWord(head).article))
    }),
    { numRuns: 60, seed: 1 },
  )
  expect(whole).toBeGreaterThan(40)
})

it('what two people propose comes back as a proposal of each', () => {
  fc.assert(
    fc.property(steps(3, 'editor'), steps(3, 'editor'), (his, hers) => {
      const [base, ours, theirs] = [FULL, edited(FULL, his, 'x'), edited(FULL, hers, 'y')]
      const proposals = [
        { by: 'هادي الراوي', at: AT, head: ours },
        { by: 'سلمى العبيدي', at: AT, head: theirs },
      ]
      const { clashes, article } = merge({ base, ours, theirs })
      if (clashes.length > 0 || unitedDocument(base, { proposals, threads: [] }).leftOut.length > 0) return
      const read = throughWord(base, { proposals, threads: [] })
      expect(outlineOf(read.article)).toEqual(outlineOf(throughWord(base).article))
      let all = read.article
      for (const { head } of read.proposals) all = merge({ base: read.article, ours: all, theirs: head }).article
      expect(outlineOf(all)).toEqual(outlineOf(throughWord(article).article))
      for (const { by, head } of proposals) {
        const found = read.proposals.find((each) => each.by === by)?.head ?? read.article
        expect(outlineOf(found)).toEqual(outlineOf(throughWord(head).article))
      }
    }),
    { numRuns: 60, seed: 2 },
  )
})

it('threads come back on their words, whatever is proposed around them', () => {
  fc.assert(
    fc.property(steps(3, 'editor'), fc.nat(2 ** 31), (edits, seed) => {
      const head = edited(FULL, edits, 'h')
      const choose = new Chooser(seed)
      const threads = Array.from({ length: 4 }, (_each, index) => threadOn(FULL, choose, null, index))
      const read = throughWord(FULL, {
        proposals: [{ by: 'هادي الراوي', at: AT, head }],
        threads: [...threads, { ...threads[0], anchor: { on: 'article' } } as ReviewedThread],
      })
      expect(read.threads).toHaveLength(5)
      for (const [index, { anchor, messages, isResolved }] of threads.entries()) {
        const found = read.threads[index]
        expect(found).toMatchObject({ messages, isResolved, proposal: null })
        if (anchor.on === 'words') expect(found?.anchor).toMatchObject({ on: 'words', quote: quoteOf(FULL, anchor) })
      }
      expect(read.threads[4]?.anchor).toEqual({ on: 'article' })
    }),
    { numRuns: 40, seed: 3 },
  )
})

it('a thread on words that are only proposed comes back in the proposal', () => {
  const base = smallArticle('a', 'عنوان', 'وستضاف إنارة الشهر المقبل.')
  const head = smallArticle('a', 'عنوان', 'وستضاف إنارة شمسية الشهر المقبل.')
  const block = base.document[1]?.id ?? ''
  const anchor = { on: 'words', start: { block, at: 13 }, end: { block, at: 18 } } as const
  const message = { by: 'منى السامرائي', at: AT, text: 'تأكد من النوع' }
  const read = throughWord(base, {
    proposals: [{ by: 'Nour Khalil', at: AT, head }],
    threads: [{ anchor, proposal: 0, isResolved: false, messages: [message] }],
  })
  expect(read.threads).toEqual([
    {
      anchor: { ...anchor, quote: 'شمسية', before: 'وستضاف إنارة ', after: ' الشهر المقبل.' },
      ...{ proposal: 0, isResolved: false, messages: [message] },
    },
  ])
  expect(read).toMatchObject({ midadId: 'a', revision: articleHash(base) })
})

type Words = Extract<ReviewedThread['anchor'], { on: 'words' }>

/** A thread about some words of one line or two, with a reply, and resolved or not. */
function threadOn(article: Article, choose: Chooser, proposal: number | null, index: number): ReviewedThread {
  const lines = textBlocks(article.document).filter(
    ({ type, children }) => type === 'paragraph' && readLine(children).text.length > 8,
  )
  const at = choose.below(lines.length - 1)
  const [first, second] = [lines[at], lines[at + choose.below(2)]]
  if (first === undefined || second === undefined) throw new Error('The article has paragraphs')
  const start = choose.below(4)
  return {
    anchor: {
      on: 'words',
      start: { block: first.id, at: start },
      end: { block: second.id, at: start + 3 + choose.below(4) },
    },
    proposal,
    isResolved: choose.below(2) === 0,
    messages: [
      { by: 'سلمى العبيدي', at: AT, text: `من قال هذا؟ ${index}\nهل له مصدر؟` },
      { by: 'Nour Khalil', at: '2026-03-02T07:05:00.000Z', text: 'Yes: the press release' },
    ],
  }
}

function quoteOf(article: Article, { start, end }: Words): string {
  const lines = textBlocks(article.document)
  const [first, last] = [start, end].map(({ block }) => lines.findIndex(({ id }) => id === block))
  return lines
    .slice(first, (last ?? 0) + 1)
    .map(({ id, children }) => {
      const { text } = readLine(children)
      return text.slice(id === start.block ? start.at : 0, id === end.block ? end.at : undefined)
    })
    .join('\n')
}
