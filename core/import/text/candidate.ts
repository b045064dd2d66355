import { isSentence } from './body.ts'
import type { DropReason, ImportedLine, LineRole } from './lines.ts'
import type { SourceLine } from './source-lines.ts'

/** A line whose role is being found. `role` is null until a rule has decided. */
export type Candidate = SourceLine & { role: LineRole | null; reason: DropReason | null; pieces: ImportedLine[] | null }

/** Drops a line from the article, for a reason that a person will read. */
export function drop(line: Candidate | undefined, reason: DropReason): void {
  if (line !== undefined) Object.assign(line, { role: 'dropped', reason })
}

/** @returns whether no rule has given a line a role yet. */
export function isOpen({ role }: Candidate): boolean {
  return role === null
}

/** @returns whether a line without a role is a sentence of the text. */
export function isOpenSentence(line: Candidate | undefined): boolean {
  return line !== undefined && isOpen(line) && isSentence(line)
}
