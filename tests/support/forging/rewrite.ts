import type Database from 'better-sqlite3'
import { eventBytes, eventIdOf, NO_RUNNING_HASH, type SignedEvent } from '#core/newsroom/chained-event.ts'
import { createHandle } from '#db/handles.ts'
import { EVENT_SELECTED, eventOf, type EventRow } from '#db/tables/events.ts'
import { headBytes, JOURNALED, runningAfter, type JournalEntry } from '#db/tables/journal.ts'
import { THREAD_COLUMNS, THREAD_ENTRY_COLUMNS } from '#db/tables/threads.ts'
import { PROPOSAL_ENTRY_COLUMNS } from '#db/tables/proposal-entries.ts'
import { ASSIGNMENT_COLUMNS } from '#db/tables/assignments.ts'
import type { Key } from './audited-store.ts'

const hex = (bytes: Uint8Array): string => Buffer.from(bytes).toString('hex')

const SEALED = {
  events: ['article_id', 'at', 'by', 'role', 'action', 'from_state', 'to_state', 'note', 'revision'],
  revisions: ['hash', 'article_id', 'parent', 'reason', 'by', 'created_at'],
  threads: THREAD_COLUMNS.columns,
  thread_entries: THREAD_ENTRY_COLUMNS.columns,
  proposal_entries: PROPOSAL_ENTRY_COLUMNS.columns,
  assignments: ASSIGNMENT_COLUMNS.columns,
} as const

/** Gives every row of a table the seal that its values have now. */
export function reseal(db: Database.Database, table: keyof typeof SEALED): void {
  db.exec(`UPDATE ${table} SET seal = seal(${SEALED[table].join(', ')})`)
}

type Forge = (db: Database.Database) => void

/** @returns what runs statements on a store. */
export const sql =
  (...statements: readonly string[]): Forge =>
  (db) =>
    statements.forEach((statement) => db.exec(statement))

/** @returns what runs statements and then gives the rows of a table new seals, as the older forging script did. */
export const resealed =
  (table: keyof typeof SEALED, ...statements: readonly string[]): Forge =>
  (db) => {
    sql(...statements)(db)
    reseal(db, table)
  }

/** Whose signature a rewritten event bears: the one that it had, none, or another. */
export type Signs = 'as-before' | 'nobody' | Key

/**
 * Works out the whole chain again from the rows, as somebody does who has read our sources: ids and parents of events, the
 * journal and its end. Rows that the journal does not name are left alone.
 */
export function rechain(db: Database.Database, signs: Signs): void {
  for (const table of ['events', 'thread_entries', 'assignments', 'proposal_entries'] as const) reseal(db, table)
  const entries = db.prepare('SELECT kind, article_id AS articleId, ref, item FROM journal ORDER BY number').all()
  db.exec('DELETE FROM journal')
  const renamed = new Map<string, string>()
  let [number, running] = [0, NO_RUNNING_HASH]
  for (const entry of entries as JournalEntry[]) {
    number += 1
    const next = { ...entry, ...itemNow(db, entry, running, signs, renamed) }
    running = runningAfter(running, number, next)
    db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)').run(
      ...([number, next.kind, next.articleId, next.ref, next.item, running] as const),
    )
  }
  setEnd(db, number, running, signs)
}

/** Makes an entry the end of the journal. */
export function setEnd(db: Database.Database, number: number, running: string, signs: Signs): void {
  db.prepare('UPDATE journal_head SET number = ?, running = ?').run(number, running)
  if (signs === 'as-before') return
  const journal = String(db.prepare('SELECT journal FROM journal_head').pluck().get())
  const signature = signs === 'nobody' ? null : hex(signs.sign(headBytes({ journal, number, running })))
  db.prepare('UPDATE journal_head SET person = ?, signature = ?').run(
    signs === 'nobody' ? null : signs.person,
    signature,
  )
}

function itemNow(
  db: Database.Database,
  { kind, ref, item }: JournalEntry,
  running: string,
  signs: Signs,
  renamed: Map<string, string>,
): Pick<JournalEntry, 'ref' | 'item'> {
  if (kind === 'event' || kind === 'taken') {
    const id = signAgain(db, ref, { running, signs, renamed })
    return { ref: id, item: id }
  }
  if (kind === 'begun' || kind === 'thinned' || kind === 'purged' || kind === 'resumed') return { ref, item }
  const { table, key } = JOURNALED[kind]
  const row = createHandle(() => db).get<{ seal: string }>(`SELECT seal FROM ${table} WHERE ${key} = :ref`, { ref })
  return { ref, item: row?.seal ?? item }
}

type Again = { running: string; signs: Signs; renamed: Map<string, string> }

/** @returns the new id of an event; the old one where it is gone. */
function signAgain(db: Database.Database, id: string, { running, signs, renamed }: Again): string {
  const row = createHandle(() => db).get<EventRow>(`SELECT ${EVENT_SELECTED} FROM events WHERE id = :id`, { id })
  const event = row === undefined ? null : eventOf(row)
  if (event === null) return id
  const parents = event.parents.map((parent) => renamed.get(parent) ?? parent)
  const person = signs === 'as-before' ? event.person : signs === 'nobody' ? null : signs.person
  const plain = { ...event, parents, running, person }
  const signature =
    signs === 'as-before' ? event.signature : signs === 'nobody' ? null : hex(signs.sign(eventBytes(plain)))
  const again: SignedEvent = { ...plain, id: eventIdOf(plain), signature }
  renamed.set(id, again.id)
  db.prepare('UPDATE events SET id = ?, person = ?, parents = ?, running = ?, signature = ? WHERE id = ?').run(
    ...([again.id, person, JSON.stringify(parents), running, signature, id] as const),
  )
  return again.id
}

/** Appends an entry to the journal, as a program without the key does: the signed end stays where it was. */
export function append(db: Database.Database, entry: JournalEntry): { number: number; running: string } {
  const last = db.prepare('SELECT number, running FROM journal ORDER BY number DESC LIMIT 1').get() as {
    number: number
    running: string
  }
  const number = last.number + 1
  const running = runningAfter(last.running, number, entry)
  db.prepare('INSERT INTO journal VALUES (?, ?, ?, ?, ?, ?)').run(
    ...([number, entry.kind, entry.articleId, entry.ref, entry.item, running] as const),
  )
  return { number, running }
}
