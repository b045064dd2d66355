import type { Candidate } from './candidate.ts'
import { findLead, judgeBody, judgeHead, judgeTail } from './judge-article.ts'
import { judgeComments, judgeFurniture, judgeLabels, judgeRelated, judgeSectionBelow } from './judge-page.ts'
import type { TextImport } from './lines.ts'
import { toPieces, warningsFor } from './pieces.ts'
import { sourceLines } from './source-lines.ts'

/**
 * Finds out what each line of a pasted page is, by its structure, place, length and punctuation, and by what the
 * furniture of news pages is known to say.
 * @param source a page's text, however its lines end.
 * @returns every line that is not blank, in the source's order, with its role; text is only ever cut, never changed.
 */
export function recogniseText(source: string): TextImport {
  const lines = sourceLines(source).map((line): Candidate => ({ ...line, role: null, reason: null, pieces: null }))
  const section = judgeFurniture(lines)
  judgeLabels(lines)
  const sectionBelow = judgeSectionBelow(lines)
  judgeComments(lines)
  judgeRelated(lines)
  const lead = findLead(lines)
  judgeHead(lines, lead)
  judgeBody(lines, lead)
  judgeTail(lines)
  const pieces = lines.flatMap(toPieces)
  return { lines: pieces, section: section || sectionBelow, warnings: warningsFor(pieces) }
}
