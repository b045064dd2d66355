let last: { fragment: string; text: string } | null = null

const lines = (text: string): string => text.replaceAll('\r\n', '\n')

/** Keeps what an editor of this window put on the clipboard: a page cannot read its own type back. */
export function keepCopied(fragment: string, text: string): void {
  last = { fragment, text }
}

/**
 * @param html what the clipboard has now, as the browser gives it
 * @returns the blocks that this window copied, if they are still what the clipboard has; else null
 */
export function lastCopied(html: string, text: string): string | null {
  // The browser cleans the HTML, so only its presence can be compared.
  return last !== null && html !== '' && lines(last.text) === lines(text) ? last.fragment : null
}
