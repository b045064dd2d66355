import {
  assignmentEntrySchema,
  currentAssignment,
  inOrder,
  type Assignment,
  type AssignmentEntry,
} from '#core/review/assignment.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { journalRow } from './journal.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'

export const ASSIGNMENT_COLUMNS = sealedColumns([
  ...(['id', 'article_id', 'assignee', 'deadline', 'instruction', 'at', 'by', 'role'] as const),
])

export type AssignmentRow = Record<Exclude<ColumnOf<typeof ASSIGNMENT_COLUMNS>, 'deadline'> | 'seal', string> & {
  deadline: string | null
}

const NEW_ROW = {
  ...{ id: ':id', article_id: ':articleId', assignee: ':assignee', deadline: ':deadline' },
  ...{ instruction: ':instruction', at: ':at', by: ':by', role: ':role' },
}

/** Assigns an article from now on. */
export function addAssignment(db: WriteDb, articleId: string, entry: AssignmentEntry): void {
  db.transaction(() => {
    db.run(`INSERT INTO assignments ${ASSIGNMENT_COLUMNS.inserted(NEW_ROW)}`, { ...entry, articleId })
    journalRow(db, 'assignment', entry.id)
    setAssigned(db, articleId)
  })
}

/** @returns null for a row that is not as it was written. */
function entryOf(row: AssignmentRow): AssignmentEntry | null {
  const entry = assignmentEntrySchema.safeParse(row)
  return ASSIGNMENT_COLUMNS.isSound(row) && entry.success ? entry.data : null
}

/** @returns how an article was assigned, the oldest first, and how many rows are damaged. */
export function listAssignments(db: ReadDb, articleId: string): { entries: AssignmentEntry[]; damaged: number } {
  const rows = db.all<AssignmentRow>(
    `SELECT ${ASSIGNMENT_COLUMNS.selected} FROM assignments WHERE article_id = :articleId ORDER BY number`,
    { articleId },
  )
  const entries = rows.map(entryOf).filter((entry) => entry !== null)
  return { entries: inOrder(entries), damaged: rows.length - entries.length }
}

/** @returns how an article is assigned now. */
export function assignmentOf(db: ReadDb, articleId: string): Assignment {
  return currentAssignment(listAssignments(db, articleId).entries)
}

/** Brings up to date what lists show, sort and filter by. */
export function setAssigned(db: WriteDb, articleId: string): void {
  db.run(
    `UPDATE articles SET assignee = :assignee, deadline = :deadline, instruction = :instruction WHERE id = :articleId`,
    { articleId, ...assignmentOf(db, articleId) },
  )
}
