import { threadActionSchema } from '#core/review/thread-entries.ts'
import type { AssignmentRow } from '../tables/assignments.ts'
import type { ProposalEntryRow } from '../tables/proposal-entries.ts'
import type { ProposalRow } from '../tables/proposals.ts'
import type { ThreadEntryRow, ThreadRow } from '../tables/threads.ts'
import { isBytes, isHash, isText, isTextOrNull, isWhole, whole, type RawRow } from './raw-row.ts'

/** A row of a thread, a proposal or an assignment, recognised by its form alone. */
export type ReviewRow =
  | { table: 'threads'; number: number; row: ThreadRow }
  | { table: 'thread_entries'; number: number; row: ThreadEntryRow }
  | { table: 'proposals'; number: number; row: ProposalRow }
  | { table: 'proposal_entries'; number: number; row: ProposalEntryRow }
  | { table: 'assignments'; number: number; row: AssignmentRow }

/** @returns the thread that seven values are; or null. */
export function threadRow({ rowid, values }: RawRow): ReviewRow | null {
  const [, id, article_id, revision, anchor, proposal, seal] = values
  if (!isText(id) || !isText(article_id) || !isHash(revision) || !isText(anchor)) return null
  if (!isTextOrNull(proposal) || !isHash(seal)) return null
  return { table: 'threads', number: rowid, row: { id, article_id, revision, anchor, proposal, seal } }
}

/** @returns the entry of a thread that ten values are; or null. */
export function threadEntryRow({ rowid, values }: RawRow): ReviewRow | null {
  const [, id, thread_id, at, by, role, action, message_id, text, seal] = values
  if (!isText(id) || !isText(thread_id) || !isText(at) || !isText(by) || !isText(role)) return null
  if (!isTextOrNull(message_id) || !isText(text) || !isHash(seal)) return null
  // An assignment has as many columns; its time stands here.
  if (!isText(action) || !threadActionSchema.safeParse(action).success) return null
  const row = { id, thread_id, at, by, role, action, message_id, text, seal }
  return { table: 'thread_entries', number: rowid, row }
}

/** @returns the assignment that ten values are; or null. */
export function assignmentRow({ rowid, values }: RawRow): ReviewRow | null {
  const [, id, article_id, assignee, deadline, instruction, at, by, role, seal] = values
  if (!isText(id) || !isText(article_id) || !isText(assignee) || !isTextOrNull(deadline)) return null
  if (!isText(instruction) || !isText(at) || !isText(by) || !isText(role) || !isHash(seal)) return null
  const row = { id, article_id, assignee, deadline, instruction, at, by, role, seal }
  return { table: 'assignments', number: rowid, row }
}

/** @returns the proposal that fifteen values are; or null. */
export function proposalRow({ rowid, values }: RawRow): ReviewRow | null {
  const [, id, article_id, by, role, note, base, base_hash, head, head_hash, saves] = values
  const [created_at, updated_at, state, seal] = values.slice(11)
  const save_number = whole(saves)
  if (!isText(id) || !isText(article_id) || !isText(by) || !isText(role) || !isText(note)) return null
  if (!isBytes(base) || !isHash(base_hash) || !isBytes(head) || !isHash(head_hash) || !isWhole(save_number)) return null
  if (!isText(created_at) || !isText(updated_at) || !isText(state) || !isHash(seal)) return null
  const texts = { base, base_hash, head, head_hash }
  const row = { id, article_id, by, role, note, ...texts, save_number, created_at, updated_at, state, seal }
  return { table: 'proposals', number: rowid, row }
}

/** @returns the entry of a proposal that eleven values are; or null. */
export function proposalEntryRow({ rowid, values }: RawRow): ReviewRow | null {
  const [, id, proposal_id, at, by, role, action, removed, added, saves, seal] = values
  const save_number = whole(saves)
  if (!isText(id) || !isText(proposal_id) || !isText(at) || !isText(by) || !isText(role)) return null
  if (!isText(action) || !isText(removed) || !isText(added) || !isWhole(save_number) || !isHash(seal)) return null
  const row = { id, proposal_id, at, by, role, action, removed, added, save_number, seal }
  return { table: 'proposal_entries', number: rowid, row }
}
