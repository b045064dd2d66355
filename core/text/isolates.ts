import { isRtlLetter, isLtrLetter } from './expressions/characters.ts'
import { expressionsIn } from './expressions/expressions.ts'
import { startsLikeTelephone } from './expressions/groups.ts'
import type { Word } from './expressions/words.ts'

/** A range of a line, in UTF-16 units. */
export type Run = { start: number; end: number }

/**
 * A range that is shown from left to right, apart from the line around it.
 * `isOverride`: its characters take that direction too. Groups of Arabic-Indic digits would keep their own, even inside
 * a left-to-right isolate (UAX #9, N1), so that a telephone would begin with its last group.
 */
export type Isolate = Run & { isOverride: boolean }

/** A part of a line. No part is empty. */
export type Part = { text: string; isIsolate: boolean; isOverride: boolean }

/** A quick test: a line without one of these needs no isolates, and most Arabic paragraphs have none. */
const CANDIDATE = /\p{Nd}|(?![\u0590-\u08FF])\p{L}/u

/** Digits with one separator between each two groups, which every line keeps together (UAX #9, W4). */
const PLAIN_NUMBER = /^\p{Nd}+(?:[.,،٫٬]\p{Nd}+)*$/u

/** Latin words keep their order: the spaces and points between them take their direction (UAX #9, N1). */
const PLAIN_WORDS = /^(?:\p{L}|\p{M})+(?:(?: |: ?|[.,;] )(?:\p{L}|\p{M})+)*$/u

const ARABIC_INDIC = /[٠-٩]/u

/** Groups of Arabic-Indic or Persian digits are read from right to left, as the line shows them. A telephone is dialled. */
function isEasternTelephone(text: string): boolean {
  const digits = text.match(/\p{Nd}/gu)?.length ?? 0
  return startsLikeTelephone(text) && digits >= 7 && /^[+()\p{Nd}\p{Zs}/.‐‑‒–-]+$/u.test(text)
}

function isReordered(text: string, kind: Word['kind']): boolean {
  const inner = /^\((?<inner>[^()]*)\)$/u.exec(text)?.groups?.['inner'] ?? text
  if (kind === 'eastern') return isEasternTelephone(inner)
  return !PLAIN_NUMBER.test(inner) && !PLAIN_WORDS.test(inner)
}

/** @returns the range with brackets around it that hold nothing else: shown apart, they could face the wrong way. */
function withBrackets(text: string, { start, end }: Run): Run {
  return text.charAt(start - 1) === '(' && text.charAt(end) === ')'
    ? { start: start - 1, end: end + 1 }
    : { start, end }
}

/** Follows the letters of a line. Places must be asked in order. */
class Letters {
  readonly #text: string
  #at = 0
  #isRtl = false

  constructor(text: string) {
    this.#text = text
  }

  /** @returns whether the last letter before a place, outside of isolates, runs right to left. */
  isAfterRtl(place: number): boolean {
    for (; this.#at < place; this.#at += 1) {
      const character = this.#text.charAt(this.#at)
      if (isRtlLetter(character)) this.#isRtl = true
      else if (isLtrLetter(character)) this.#isRtl = false
    }
    return this.#isRtl
  }

  /** Leaves out the letters of an isolate: they have no effect on what is around it. */
  skip({ start, end }: Run): void {
    this.isAfterRtl(start)
    this.#at = Math.max(this.#at, end)
  }
}

/** The last line with its isolates. With each key the drawing of a line and the comparison of its words ask for the same. */
let last: { text: string; dir: 'rtl' | 'ltr'; isolates: readonly Isolate[] } = { text: '', dir: 'rtl', isolates: [] }

/**
 * Finds what the bidi algorithm would reorder (UAX #9): digits after Arabic letters become Arabic numbers (W2), so the
 * signs between and around them run right to left (W4, N2), and so do signs at the edge of a Latin name. In a
 * left-to-right line this happens only to what follows Arabic letters and begins with no letter.
 * @returns the ranges of a line that must be shown as left-to-right isolates: telephones, scores, ranges, prices, «C++»,
 *   «.NET», handles, addresses. They are in order, do not overlap, and neither begin nor end with a space.
 */
export function isolatesIn(text: string, dir: 'rtl' | 'ltr' = 'rtl'): readonly Isolate[] {
  if (last.text !== text || last.dir !== dir) last = { text, dir, isolates: findIsolates(text, dir) }
  return last.isolates
}

function findIsolates(text: string, dir: 'rtl' | 'ltr'): Isolate[] {
  if (!CANDIDATE.test(text)) return []
  const letters = new Letters(text)
  const isolates: Isolate[] = []
  for (const { start, end, kind } of expressionsIn(text, dir)) {
    if (dir === 'ltr' && (!letters.isAfterRtl(start) || isLtrLetter(text.charAt(start)))) continue
    const words = text.slice(start, end)
    if (!isReordered(words, kind)) continue
    const isolate = withBrackets(text, { start, end })
    if (dir === 'ltr') letters.skip(isolate)
    isolates.push({ ...isolate, isOverride: ARABIC_INDIC.test(words) })
  }
  return isolates
}

/** @returns a line in parts that are shown as isolates and parts that are not; no part is empty. */
export function partsOf(text: string, dir: 'rtl' | 'ltr'): Part[] {
  const parts: Part[] = []
  const add = (start: number, end: number, isIsolate: boolean, isOverride: boolean): void => {
    if (start < end) parts.push({ text: text.slice(start, end), isIsolate, isOverride })
  }
  let from = 0
  for (const { start, end, isOverride } of isolatesIn(text, dir)) {
    add(from, start, false, false)
    add(start, end, true, isOverride)
    from = end
  }
  add(from, text.length, false, false)
  return parts
}
