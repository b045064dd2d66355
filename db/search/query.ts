import { fold } from '#core/text/fold.ts'

/**
 * Turns what a person typed into an FTS5 query: every word must occur, each may be the beginning of a longer one.
 * Only letters and digits pass, in quotation marks, so that nothing typed is read as FTS5's own syntax.
 * @returns null when nothing was typed that could be found.
 */
export function ftsQuery(typed: string): string | null {
  const words = fold(typed).match(/[\p{L}\p{N}\p{Co}]+/gu)
  return words === null ? null : words.map((word) => `"${word}"*`).join(' ')
}
