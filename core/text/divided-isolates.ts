import { isRtlLetter } from './expressions/characters.ts'
import { isolatesIn, type Isolate, type Run } from './isolates.ts'

/** A text of a line that marks or links divide. `isApart`: the writer isolated it, so no rule looks into it. */
export type LinePiece = { text: string; isApart: boolean }

/** Stands for text that is apart: it is neither letter nor digit, so no expression reaches across it. */
const OBJECT = '\uFFFC'

/** @returns the isolates of a line, in the offsets of its texts put together. One may begin in one text and end in another. */
export function isolatesInPieces(pieces: readonly LinePiece[], dir: 'rtl' | 'ltr'): readonly Isolate[] {
  return isolatesIn(pieces.map(({ text, isApart }) => (isApart ? OBJECT.repeat(text.length) : text)).join(''), dir)
}

/** @returns whether marks or links divide a range of a line. */
function isDivided(pieces: readonly LinePiece[], { start, end }: Run): boolean {
  let offset = 0
  for (const { text } of pieces) {
    offset += text.length
    if (offset > start) return offset < end
  }
  return false
}

/**
 * Finds the ends of divided isolates that need a mark in the direction of a right-to-left line, where they are shown as
 * embeddings: what follows is the next number or Latin word, and only spaces and signs are between.
 * @returns what is between; no range is empty
 */
export function gapsAfterDivided(pieces: readonly LinePiece[], isolates: readonly Isolate[]): Run[] {
  if (pieces.length === 1) return []
  const text = pieces.map((piece) => piece.text).join('')
  return isolates.flatMap((isolate, index) => {
    if (!isDivided(pieces, isolate)) return []
    const next = isolates[index + 1]
    const after = text.slice(isolate.end, next?.start ?? text.length)
    const first = /[\p{L}\p{Nd}]/u.exec(after)
    const isOpen = first === null ? next !== undefined : !isRtlLetter(first[0])
    const end = isolate.end + (first?.index ?? after.length)
    return isOpen && end > isolate.end ? [{ start: isolate.end, end }] : []
  })
}
