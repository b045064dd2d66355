/** A range of a line, in UTF-16 units. */
export type Run = { start: number; end: number }

/** A quick test: a line without one of these needs no isolates, and most Arabic paragraphs have none. */
const CANDIDATE = /[A-Za-z\u00C0-\u024F0-9]|[+#@]\p{Nd}/u

const LATIN = 'A-Za-z\\u00C0-\\u024F'

/**
 * What the bidi algorithm would reorder in a right-to-left line (UAX #9). Digits after Arabic letters become Arabic
 * numbers (W2), so the signs between and before them run right to left (W4, N2). Signs at the edge of a Latin name take
 * the direction of the line (N2). In order of preference:
 * - web and mail addresses, handles and hashtags, which have no spaces;
 * - Latin words with their signs, and the Latin words and numbers after them;
 * - numbers with a sign before them, and groups of digits joined by a sign or a space (telephones, scores, ranges).
 */
const PATTERN = new RegExp(
  [
    `(?:https?:\\/\\/|www\\.)[^\\s\\u0600-\\u06FF«»]+`,
    `[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+`,
    `[@#][${LATIN}0-9_][${LATIN}0-9_.]*`,
    `[.$€£]?[${LATIN}][${LATIN}0-9'’&+#/._-]*!?(?: [${LATIN}0-9][${LATIN}0-9'’&+#/._-]*!?)*`,
    `[$€£+\\u2212-]?\\(?[+]?\\p{Nd}+\\)?(?:[ ()\\/:–\\u2212+-]+\\p{Nd}+)*`,
  ].join('|'),
  'gu',
)

/** Punctuation at the end that belongs to the sentence, not to the name. */
const SENTENCE_END = /[.,:;'’_-]+$/u

/** Whether a run is shown wrongly without an isolate. */
function needsIsolate(run: string, before: string): boolean {
  if (/^\p{Nd}+(?:[.,]\p{Nd}+)*$/u.test(run)) return false
  // Latin words with spaces between them keep their order anyway. Only signs and digits are reordered.
  if (new RegExp(`^[${LATIN}]+(?: [${LATIN}]+)*$`, 'u').test(run)) return false
  // Groups of Arabic-Indic digits are read from right to left, except in a telephone number.
  if (!/[A-Za-z\u00C0-\u024F0-9]/u.test(run)) return run.startsWith('+')
  // A hyphen between a word and a number belongs to both: «كوفيد-19».
  return !(/\p{L}$/u.test(before) && run.startsWith('-'))
}

/**
 * @returns the runs of a right-to-left line that must be shown as left-to-right isolates: telephones, scores, ranges,
 *   «C++», «.NET», handles, addresses. They are in order, do not overlap, and neither begin nor end with a space.
 */
export function isolatesIn(text: string): Run[] {
  if (!CANDIDATE.test(text)) return []
  const runs: Run[] = []
  for (const match of text.matchAll(PATTERN)) {
    let run = match[0].replace(SENTENCE_END, '')
    // A bracket without its partner belongs to the sentence.
    if (run.endsWith(')') && !run.includes('(')) run = run.slice(0, -1)
    if (run.startsWith('(') && !run.includes(')')) continue
    const start = match.index
    const end = start + run.length
    if (run !== '' && needsIsolate(run, text.slice(0, start))) runs.push({ start, end })
  }
  return runs
}

/** @returns a line in parts that are shown as isolates and parts that are not; no part is empty. */
export function partsOf(text: string, dir: 'rtl' | 'ltr'): { text: string; isIsolate: boolean }[] {
  const parts: { text: string; isIsolate: boolean }[] = []
  let from = 0
  for (const { start, end } of dir === 'rtl' ? isolatesIn(text) : []) {
    parts.push({ text: text.slice(from, start), isIsolate: false }, { text: text.slice(start, end), isIsolate: true })
    from = end
  }
  return [...parts, { text: text.slice(from), isIsolate: false }].filter((part) => part.text !== '')
}
