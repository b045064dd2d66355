import { anchorSchema } from '#core/review/anchor.ts'
import { foldThread, threadActionSchema, type ThreadEntry, type ThreadHead } from '#core/review/thread-entries.ts'
import { roleSchema } from '#core/review/states.ts'
import type { Thread } from '#core/review/thread.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { journalRow } from './journal.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'

export const THREAD_COLUMNS = sealedColumns(['id', 'article_id', 'revision', 'anchor', 'proposal'])
export const THREAD_ENTRY_COLUMNS = sealedColumns([
  ...(['id', 'thread_id', 'at', 'by', 'role', 'action', 'message_id', 'text'] as const),
])

export type ThreadRow = Record<Exclude<ColumnOf<typeof THREAD_COLUMNS>, 'proposal'> | 'seal', string> & {
  proposal: string | null
}
export type ThreadEntryRow = Record<Exclude<ColumnOf<typeof THREAD_ENTRY_COLUMNS>, 'message_id'> | 'seal', string> & {
  message_id: string | null
}

const NEW_THREAD = {
  ...{ id: ':id', article_id: ':articleId', revision: ':revision', anchor: ':anchor', proposal: ':proposal' },
}
const NEW_ENTRY = {
  ...{ id: ':id', thread_id: ':threadId', at: ':at', by: ':by', role: ':role', action: ':action' },
  ...{ message_id: ':messageId', text: ':text' },
}

/** Adds a thread without its messages. Its revision must be kept already. */
export function addThread(db: WriteDb, articleId: string, { anchor, ...head }: ThreadHead): void {
  db.transaction(() => {
    db.run(`INSERT INTO threads ${THREAD_COLUMNS.inserted(NEW_THREAD)}`, {
      ...{ ...head, articleId, anchor: JSON.stringify(anchor) },
    })
    journalRow(db, 'thread', head.id)
  })
}

/** Appends to a thread. */
export function addThreadEntry(db: WriteDb, entry: ThreadEntry): void {
  db.transaction(() => {
    db.run(`INSERT INTO thread_entries ${THREAD_ENTRY_COLUMNS.inserted(NEW_ENTRY)}`, { ...entry })
    journalRow(db, 'message', entry.id)
  })
}

/** @returns null for an entry that is not as it was written. */
function entryOf(row: ThreadEntryRow): ThreadEntry | null {
  const { id, thread_id: threadId, at, by, message_id: messageId, text } = row
  const [role, action] = [roleSchema.safeParse(row.role), threadActionSchema.safeParse(row.action)]
  if (!THREAD_ENTRY_COLUMNS.isSound(row) || !role.success || !action.success) return null
  return { id, threadId, at, by, role: role.data, action: action.data, messageId, text }
}

/** @returns what a thread is about. One whose row is damaged is about the article: its messages can still be read. */
function headOf(row: ThreadRow): { head: ThreadHead; isSound: boolean } {
  const { id, revision, proposal } = row
  const anchor = THREAD_COLUMNS.isSound(row) ? anchorSchema.safeParse(JSON.parse(row.anchor)) : null
  return anchor?.success === true
    ? { head: { id, revision, anchor: anchor.data, proposal }, isSound: true }
    : { head: { id, revision, anchor: { on: 'article' }, proposal: null }, isSound: false }
}

type Found = { threads: Thread[]; damaged: number }

function threadsOf(db: ReadDb, rows: readonly ThreadRow[]): Found {
  const threads: Thread[] = []
  let damaged = 0
  for (const row of rows) {
    const { head, isSound } = headOf(row)
    const found = db.all<ThreadEntryRow>(
      `SELECT ${THREAD_ENTRY_COLUMNS.selected} FROM thread_entries WHERE thread_id = :id ORDER BY number`,
      { id: row.id },
    )
    const entries = found.map(entryOf).filter((entry) => entry !== null)
    damaged += found.length - entries.length + (isSound ? 0 : 1)
    const thread = foldThread(head, entries)
    if (thread !== null) threads.push(thread)
  }
  return { threads, damaged }
}

/** @returns the threads of an article, the oldest first, and how many rows are damaged. */
export function listThreads(db: ReadDb, articleId: string): Found {
  const rows = db.all<ThreadRow>(
    `SELECT ${THREAD_COLUMNS.selected} FROM threads WHERE article_id = :articleId ORDER BY number`,
    { articleId },
  )
  return threadsOf(db, rows)
}

/** @returns the id of the thread in which a message stands; null when no message has this id. */
export function threadOfMessage(db: ReadDb, messageId: string): string | null {
  const row = db.get<{ id: string }>(
    'SELECT thread_id AS id FROM thread_entries WHERE message_id = :messageId ORDER BY number LIMIT 1',
    { messageId },
  )
  return row?.id ?? null
}

/** @returns a thread and its article; null when there is none with this id, or nothing of it can be read. */
export function getThread(db: ReadDb, id: string): { articleId: string; thread: Thread } | null {
  const row = db.get<ThreadRow>(`SELECT ${THREAD_COLUMNS.selected} FROM threads WHERE id = :id`, { id })
  const [thread] = row === undefined ? [] : threadsOf(db, [row]).threads
  return row === undefined || thread === undefined ? null : { articleId: row.article_id, thread }
}
