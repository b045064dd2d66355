/** More lines than this in one paste stay together in the last paragraph, so that none is lost. */
const MAX_LINES = 2000

/** Control characters that no text needs; tab and line ends are not among them. */
// eslint-disable-next-line no-control-regex
const CONTROLS = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F\uFFFE\uFFFF]/gu

/** @returns the lines of pasted text that have words in them; edge whitespace goes, nothing else changes. */
export function pastedLines(text: string): string[] {
  const lines = text
    .replace(CONTROLS, '')
    .split(/\r\n|[\r\n\u2028\u2029]/u)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length <= MAX_LINES) return lines
  return [...lines.slice(0, MAX_LINES - 1), lines.slice(MAX_LINES - 1).join('\n')]
}

/** @returns pasted text as one piece of a line: inner line ends become spaces, edge spaces stay as they are. */
export function pastedLine(text: string): string {
  return text.replace(CONTROLS, '').replace(/\s*[\r\n\u2028\u2029]+\s*/gu, ' ')
}
