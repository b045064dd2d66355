/** A run of a line, in UTF-16 units. */
export type Run = { start: number; end: number }

/** Without one of these there is nothing to isolate; most Arabic paragraphs end here. */
const CANDIDATE = /[A-Za-z\u00C0-\u024F0-9]|[+#@]\p{Nd}/u

const LATIN = 'A-Za-z\\u00C0-\\u024F'

/**
 * What the bidi algorithm would take apart in a right-to-left line (UAX #9): digits after Arabic letters become
 * Arabic numbers (W2), so the signs between and before them turn right to left (W4, N2), and signs at the edge of
 * a Latin name go with the line (N2). In order of preference:
 * - addresses and mailboxes, handles and tags: all that hangs together without a space;
 * - Latin words with the signs that belong to them, and what follows them in Latin or digits;
 * - numbers with a sign before them, and groups of digits that a sign or a space joins (telephones, scores, spans).
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

/** Signs at the end that belong to the sentence and not to the name. */
const SENTENCE_END = /[.,:;'’_-]+$/u

/** Whether a run shows otherwise than it is meant without an isolate. */
function needsIsolate(run: string, before: string): boolean {
  if (/^\p{Nd}+(?:[.,]\p{Nd}+)*$/u.test(run)) return false
  // Plain words with spaces are one run of Latin already; only signs and digits among them turn.
  if (new RegExp(`^[${LATIN}]+(?: [${LATIN}]+)*$`, 'u').test(run)) return false
  // Arabic-Indic digits are read in groups from right to left; only a telephone is not.
  if (!/[A-Za-z\u00C0-\u024F0-9]/u.test(run)) return run.startsWith('+')
  // A hyphen after a word joins it to the number: «كوفيد-19».
  return !(/\p{L}$/u.test(before) && run.startsWith('-'))
}

/**
 * @returns the runs of a right-to-left line that must be shown as left-to-right isolates, in order and apart:
 * telephones, scores, spans, «C++», «.NET», handles, addresses. They never begin or end with a space.
 */
export function isolatesIn(text: string): Run[] {
  if (!CANDIDATE.test(text)) return []
  const runs: Run[] = []
  for (const match of text.matchAll(PATTERN)) {
    let run = match[0].replace(SENTENCE_END, '')
    // A bracket that was opened outside the number closes outside it.
    if (run.endsWith(')') && !run.includes('(')) run = run.slice(0, -1)
    if (run.startsWith('(') && !run.includes(')')) continue
    const start = match.index
    const end = start + run.length
    if (run !== '' && needsIsolate(run, text.slice(0, start))) runs.push({ start, end })
  }
  return runs
}

/** @returns a line that runs in a direction, cut into what goes with it and what is shown as an isolate; no part is empty. */
export function partsOf(text: string, dir: 'rtl' | 'ltr'): { text: string; isIsolate: boolean }[] {
  const parts: { text: string; isIsolate: boolean }[] = []
  let from = 0
  for (const { start, end } of dir === 'rtl' ? isolatesIn(text) : []) {
    parts.push({ text: text.slice(from, start), isIsolate: false }, { text: text.slice(start, end), isIsolate: true })
    from = end
  }
  return [...parts, { text: text.slice(from), isIsolate: false }].filter((part) => part.text !== '')
}
