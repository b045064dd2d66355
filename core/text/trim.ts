/** Where the character before an index begins: characters outside the basic plane take two units. */
function characterBefore(text: string, index: number): number {
  return index > 1 && (text.codePointAt(index - 2) ?? 0) > 0xff_ff ? index - 2 : index - 1
}

/**
 * Removes the characters at the end of a text that match. A regular expression for a run before the end would begin anew
 * at every character of every run, in quadratic time; this looks at each character of the last run once.
 * @param unwanted matches one character
 */
export function trimEndOf(text: string, unwanted: RegExp): string {
  let end = text.length
  while (end > 0) {
    const from = characterBefore(text, end)
    if (!unwanted.test(text.slice(from, end))) break
    end = from
  }
  return text.slice(0, end)
}

/** Removes the characters at both edges of a text that match. @param unwanted matches one UTF-16 unit */
export function trimOf(text: string, unwanted: RegExp): string {
  let from = 0
  while (from < text.length && unwanted.test(text.charAt(from))) from += 1
  return trimEndOf(text.slice(from), unwanted)
}
