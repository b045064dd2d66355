/** The longest emoji or grapheme that is looked for, in UTF-16 units, so that long lines cost no time. */
const LONGEST_UNIT = 64

const EMOJI_MODIFIER = /[\u{1F3FB}-\u{1F3FF}]/u
const REGIONAL = /[\u{1F1E6}-\u{1F1FF}]/u
const TAG = /[\u{E0020}-\u{E007F}]/u
const PICTOGRAPH = /\p{Extended_Pictographic}/u
const KEYCAP_BASE = /[0-9#*]/u
const VARIATION = '\uFE0F'
const KEYCAP = '\u20E3'
const JOINER = '\u200D'

/** @returns how many of the last code points form one emoji; 1 if they form none. */
function emojiLength(points: readonly string[]): number {
  let at = points.length - 1
  const point = (index: number): string => points[index] ?? ''
  if (REGIONAL.test(point(at))) {
    // A flag is a pair of letters. Pairs are counted from the start of the run.
    let run = 0
    while (REGIONAL.test(point(at - run))) run += 1
    return run % 2 === 0 ? 2 : 1
  }
  if (point(at) === KEYCAP) {
    const base = point(at - 1) === VARIATION ? at - 2 : at - 1
    return KEYCAP_BASE.test(point(base)) ? at - base + 1 : 1
  }
  while (TAG.test(point(at))) at -= 1
  const start = baseOf(at, point)
  if (start === null) return 1
  at = start
  while (point(at - 1) === JOINER) {
    const before = baseOf(at - 2, point)
    if (before === null) break
    at = before
  }
  return points.length - at
}

/** @returns the index of the pictograph whose modifier and selector end at `end`; null if there is none. */
function baseOf(end: number, point: (index: number) => string): number | null {
  let at = end
  if (point(at) === VARIATION) at -= 1
  if (EMOJI_MODIFIER.test(point(at)) && PICTOGRAPH.test(point(at - 1))) at -= 1
  return PICTOGRAPH.test(point(at)) ? at : null
}

/**
 * @param before the text of the line before the caret
 * @returns how many UTF-16 units Backspace deletes, as in a native text field of Chromium: one code point (a haraka
 *   without its letter, the alef of «لا»), but a whole emoji and a whole CRLF; 0 for an empty text
 */
export function backspaceLength(before: string): number {
  if (before === '') return 0
  if (before.endsWith('\r\n')) return 2
  const points = Array.from(before.slice(-LONGEST_UNIT))
  return points.slice(-emojiLength(points)).join('').length
}

const graphemes = new Intl.Segmenter('ar', { granularity: 'grapheme' })

/**
 * @param after the text of the line after the caret
 * @returns how many UTF-16 units Delete deletes: one grapheme, which is a letter with all its harakat
 */
export function deleteLength(after: string): number {
  const [first] = graphemes.segment(after.slice(0, LONGEST_UNIT))
  return first?.segment.length ?? 0
}
