import { isSentence } from './body.ts'
import type { DropReason, ImportedLine, LineRole } from './lines.ts'
import type { SourceLine } from './source-lines.ts'

/** A line while its role is being found. `role` is null as long as nobody has judged it. */
export type Candidate = SourceLine & { role: LineRole | null; reason: DropReason | null; pieces: ImportedLine[] | null }

/** Takes a line out of the article, with the reason that a person will read. */
export function drop(line: Candidate | undefined, reason: DropReason): void {
  if (line !== undefined) Object.assign(line, { role: 'dropped', reason })
}

/** @returns whether nobody has judged a line yet. */
export function isOpen({ role }: Candidate): boolean {
  return role === null
}

/** @returns whether a line that nobody has judged reads as a sentence of the text. */
export function isOpenSentence(line: Candidate | undefined): boolean {
  return line !== undefined && isOpen(line) && isSentence(line)
}
