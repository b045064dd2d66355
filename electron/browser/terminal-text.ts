/** @returns a page's text without what a terminal obeys: with it, a script could hide the line that warns of it. */
export function terminalText(text: string): string {
  return text.replaceAll(/[\p{Cc}\u2028-\u202E\u2066-\u2069]/gu, '')
}
