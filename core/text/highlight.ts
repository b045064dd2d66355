import { fold } from './fold.ts'
import { stem } from './stem.ts'

/** A stretch of a text, and whether it is what was looked for. */
export type Stretch = { text: string; isHit: boolean }

/** A word as it was written, with its harakat, tatweel and joiners. */
const WRITTEN_WORD = /[\p{L}\p{N}\p{M}\p{Co}\u0640\u200C\u200D]+/gu

type Wanted = { words: ReadonlySet<string>; stems: ReadonlySet<string>; beginnings: readonly string[] }

function wantedBy(search: string): Wanted {
  const words = fold(search).match(/[\p{L}\p{N}\p{Co}]+/gu) ?? []
  const last = words.at(-1)
  return {
    words: new Set(words),
    stems: new Set(words.map((word) => stem(word))),
    // The last word may still be in the making, as the search itself takes it.
    beginnings: last === undefined ? [] : [last],
  }
}

/**
 * Marks in a text, as it was written, what a search finds in it: the words themselves, whatever their harakat and
 * spelling, others of the same stem, and those that begin with the last word typed.
 * @returns the whole text in stretches.
 */
export function highlight(text: string, search: string): Stretch[] {
  const { words, stems, beginnings } = wantedBy(search)
  const stretches: Stretch[] = []
  let end = 0
  for (const { 0: written, index } of text.matchAll(WRITTEN_WORD)) {
    const folded = fold(written)
    const isHit =
      words.has(folded) || stems.has(stem(folded)) || beginnings.some((beginning) => folded.startsWith(beginning))
    if (!isHit) continue
    if (index > end) stretches.push({ text: text.slice(end, index), isHit: false })
    stretches.push({ text: written, isHit: true })
    end = index + written.length
  }
  if (end < text.length) stretches.push({ text: text.slice(end), isHit: false })
  return stretches
}

/** How much is shown before and after the first hit, in UTF-16 units. */
const BEFORE = 60
const LENGTH = 200

/** @returns the part of a text around its first hit, cut at words; empty when there is none. */
export function excerpt(text: string, search: string): Stretch[] {
  const stretches = highlight(text, search)
  const first = stretches.findIndex(({ isHit }) => isHit)
  if (first === -1) return []
  const at = stretches.slice(0, first).reduce((sum, stretch) => sum + stretch.text.length, 0)
  const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1
  const space = text.indexOf(' ', from + LENGTH)
  const to = space === -1 ? text.length : space
  const cut = highlight(text.slice(from, to), search)
  return [
    ...(from > 0 ? [{ text: '… ', isHit: false }] : []),
    ...cut,
    ...(to < text.length ? [{ text: ' …', isHit: false }] : []),
  ]
}
