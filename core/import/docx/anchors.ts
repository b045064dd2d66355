import type { Article } from '../../article/article.ts'
import { textBlocks } from '../../article/text-nodes.ts'
import { readLine, type Line } from '../../changes/line.ts'
import type { ImportedAnchor, ImportedPlace } from '../reviewed.ts'
import { COMMENT_MARK } from './open-comments.ts'

/** How many units around a quote are kept, as in `core/review/anchor.ts`. */
const CONTEXT = 32
const MAX_QUOTE = 20_000

type Range = { start: ImportedPlace; end: ImportedPlace; first: number; last: number }

function quoteOf(lines: readonly Line[], { start, end, first, last }: Range): string {
  const texts = lines.slice(first, last + 1).map(({ text }) => text)
  return texts
    .map((text, index) => text.slice(index === 0 ? start.at : 0, index === texts.length - 1 ? end.at : undefined))
    .join('\n')
    .slice(0, MAX_QUOTE)
}

/** @returns whether an article has the words of an anchor at its places. */
export function hasWords({ document }: Article, anchor: ImportedAnchor): boolean {
  if (anchor.on !== 'words') return false
  const blocks = textBlocks(document)
  const first = blocks.findIndex(({ id }) => id === anchor.start.block)
  const last = blocks.findIndex(({ id }) => id === anchor.end.block)
  if (first === -1 || last < first) return false
  const lines = blocks.map(({ children }) => readLine(children))
  return quoteOf(lines, { ...anchor, first, last }) === anchor.quote
}

/** @returns the words that each comment is about, by its id. @param article with the marks of comments */
export function commentedWords(article: Article): Map<string, ImportedAnchor> {
  const blocks = textBlocks(article.document)
  const lines = blocks.map(({ children }) => readLine(children))
  const ranges = new Map<string, Range>()
  for (const [index, { spans }] of lines.entries()) {
    const block = blocks[index]?.id ?? ''
    let from = 0
    for (const { end, attributes } of spans) {
      for (const name of Object.keys(attributes)) {
        if (!name.startsWith(`mark:${COMMENT_MARK}`)) continue
        const id = name.slice(`mark:${COMMENT_MARK}`.length)
        const known = ranges.get(id) ?? { start: { block, at: from }, first: index }
        ranges.set(id, { ...known, end: { block, at: end }, last: index })
      }
      from = end
    }
  }
  return new Map(
    [...ranges].flatMap(([id, range]): [string, ImportedAnchor][] => {
      const { start, end, first, last } = range
      const quote = quoteOf(lines, range)
      const before = (lines[first]?.text ?? '').slice(Math.max(0, start.at - CONTEXT), start.at)
      const after = (lines[last]?.text ?? '').slice(end.at, end.at + CONTEXT)
      return quote.trim() === '' ? [] : [[id, { on: 'words', start, end, quote, before, after }]]
    }),
  )
}
