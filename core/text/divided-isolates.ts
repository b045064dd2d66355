import { isolatesIn, type Isolate } from './isolates.ts'

/** A text of a line that marks or links divide. `isApart`: the writer isolated it, so no rule looks into it. */
export type LinePiece = { text: string; isApart: boolean }

/** Stands for text that is apart: it is neither letter nor digit, so no expression reaches across it. */
const OBJECT = '\uFFFC'

/** @returns the isolates of a line, in the offsets of its texts put together. One may begin in one text and end in another. */
export function isolatesInPieces(pieces: readonly LinePiece[], dir: 'rtl' | 'ltr'): Isolate[] {
  return isolatesIn(pieces.map(({ text, isApart }) => (isApart ? OBJECT.repeat(text.length) : text)).join(''), dir)
}
