import { z } from 'zod'
import { roleSchema, type State } from './states.ts'

/** The longest instruction, in UTF-16 units. */
export const MAX_INSTRUCTION = 500

/** Who is to do what with an article, and by when. It stands beside the article, and no export has it. */
export const assignmentSchema = z.object({
  /** A name; empty for nobody. */
  assignee: z.string().trim().max(200),
  /** ISO 8601, UTC; null for none. */
  deadline: z.iso.datetime().nullable(),
  instruction: z.string().trim().max(MAX_INSTRUCTION),
})
export type Assignment = z.infer<typeof assignmentSchema>

/** One time that somebody assigned an article: all of the assignment, as it stands from then on. Never changed. */
export const assignmentEntrySchema = assignmentSchema.extend({
  /** A UUID, so that the entries of two machines can be united. */
  id: z.string(),
  /** ISO 8601, UTC. */
  at: z.string(),
  by: z.string(),
  role: roleSchema,
})
export type AssignmentEntry = z.infer<typeof assignmentEntrySchema>

export const NO_ASSIGNMENT: Assignment = { assignee: '', deadline: null, instruction: '' }

/** @returns the entries by their time, then by their ids: the order in which they were found makes no difference. */
export function inOrder(entries: readonly AssignmentEntry[]): AssignmentEntry[] {
  const rank = ({ at, id }: AssignmentEntry): string => `${at} ${id}`
  return entries.toSorted((one, other) => (rank(one) < rank(other) ? -1 : 1))
}

/** @returns what the last of these entries says. @param entries in any order, without damaged ones */
export function currentAssignment(entries: readonly AssignmentEntry[]): Assignment {
  const { assignee, deadline, instruction } = inOrder(entries).at(-1) ?? NO_ASSIGNMENT
  return { assignee, deadline, instruction }
}

/** A deadline counts until the text is approved, or given up. */
export const DUE_STATES: readonly State[] = ['draft', 'submitted', 'in-review', 'returned']

/** @returns whether a deadline has passed before the text was approved. @param now in milliseconds */
export function isLate(deadline: string | null, state: State, now: number): boolean {
  return deadline !== null && DUE_STATES.includes(state) && Date.parse(deadline) < now
}
