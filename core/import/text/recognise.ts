import type { Candidate } from './candidate.ts'
import { findLead, judgeBody, judgeHead, judgeTail } from './judge-article.ts'
import { judgeComments, judgeFurniture, judgeLabels, judgeRelated, judgeSectionBelow } from './judge-page.ts'
import type { TextImport } from './lines.ts'
import { toPieces, warningsFor } from './pieces.ts'
import { sourceLines } from './source-lines.ts'

/**
 * Finds the role of each line of a pasted page, by structure, position, length and punctuation, and by known phrases of
 * news pages.
 * @param source the text of a page, with any line endings
 * @returns every line that is not blank, in order, with its role. Text is only split, never changed.
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
