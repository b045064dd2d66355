import { eventBytes, newestOf, NO_RUNNING_HASH, type SignedEvent } from '#core/newsroom/chained-event.ts'
import { inOrder } from '#core/newsroom/handover/lines.ts'
import type { ArticleEvent } from '#core/contract/review.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { digest, sealOf } from '../seal.ts'
import { addToJournal, runningHash, unsettled } from './journal.ts'

const NEW_ROW = `INSERT INTO events (article_id, at, by, role, action, from_state, to_state, note, revision, seal,
    id, person, parents, settles, running, signature)
  VALUES (:articleId, :at, :by, :role, :action, :from, :to, :note, :revision,
    seal(:articleId, :at, :by, :role, :action, :from, :to, :note, :revision),
    :id, :person, :parents, :settles, :running, :signature)`

/**
 * Appends to the audit of an article: chained to its events before, and signed by whoever acts. Its revision must be kept already.
 * @throws Error when it is not
 */
export function addEvent(db: WriteDb, articleId: string, event: ArticleEvent): SignedEvent {
  const { at, by, role, action, from, to, note, revision } = event
  if (db.get('SELECT 1 FROM revisions WHERE hash = :revision', { revision }) === undefined)
    throw new Error('The revision of an event is not kept')
  return db.transaction(() => {
    const signer = db.signing?.events() ?? null
    const chained = {
      ...{ articleId, at, by, role, action, from, to, note, revision, person: signer?.person ?? null },
      ...{ parents: newestEvents(db, articleId), settles: unsettled(db, articleId), running: runningHash(db) },
    }
    const bytes = eventBytes(chained)
    const signature = signer === null ? null : Buffer.from(signer.sign(bytes)).toString('hex')
    const signed = { ...chained, id: digest(bytes), signature }
    insertEvent(db, signed)
    addToJournal(db, { kind: 'event', articleId, ref: signed.id, item: signed.id })
    return signed
  })
}

/** Adds events of other stores or of a backup, those they follow first. What is there already stays. @returns how many came */
export function takeEvents(db: WriteDb, events: readonly SignedEvent[]): number {
  return db.transaction(() => {
    const fresh = events.filter((event) => !isHere(db, event))
    for (const event of fresh) {
      insertEvent(db, event)
      addToJournal(db, { kind: 'taken', articleId: event.articleId, ref: event.id, item: event.id })
    }
    return fresh.length
  })
}

/** One from before the audit was a chain is known by its words: its id depends on which others were found with it. */
function isHere(db: ReadDb, { id, running, ...event }: SignedEvent): boolean {
  if (db.get('SELECT 1 FROM events WHERE id = :id', { id }) !== undefined) return true
  const { articleId, at, by, role, action, from, to, note, revision } = event
  const seal = sealOf([articleId, at, by, role, action, from, to, note, revision])
  return (
    running === NO_RUNNING_HASH &&
    db.get('SELECT 1 FROM events WHERE article_id = :articleId AND seal = :seal', { articleId, seal }) !== undefined
  )
}

function insertEvent(db: WriteDb, { parents, settles, ...event }: SignedEvent): void {
  db.run(NEW_ROW, { ...event, parents: JSON.stringify(parents), settles: JSON.stringify(settles) })
}

/** @returns the events of an article that no other follows. */
function newestEvents(db: ReadDb, articleId: string): string[] {
  const rows = db.all<{ id: string; parents: string }>('SELECT id, parents FROM events WHERE article_id = :articleId', {
    articleId,
  })
  return newestOf(rows.map(({ id, parents }) => ({ id, parents: listIn(parents) })))
}

/** @returns whether an article has ever been moved to one of these states. */
export function hasBeenIn(db: ReadDb, articleId: string, states: readonly State[]): boolean {
  const row = db.get(
    `SELECT 1 FROM events WHERE article_id = :articleId AND to_state IN (SELECT value FROM json_each(:states)) LIMIT 1`,
    { articleId, states: JSON.stringify(states) },
  )
  return row !== undefined
}

/** An event as the store has it, with its place in the audit. */
export type StoredEvent = ArticleEvent & SignedEvent

/** What `EVENT_SELECTED` selects. */
export type EventRow = Omit<StoredEvent, 'parents' | 'settles'> & { parents: string; settles: string; seal: string }

/** What is selected for `eventOf`. */
export const EVENT_SELECTED = `article_id AS articleId, at, by, role, action, from_state AS "from", to_state AS "to", note,
  revision, seal, id, person, parents, settles, running, signature`

/** @returns the event of a row that is as it was written; null for a damaged one. Who wrote it, `proofOf` says. */
export function eventOf({ seal, ...row }: EventRow): StoredEvent | null {
  const { articleId, at, by, role, action, from, to, note, revision } = row
  if (seal !== sealOf([articleId, at, by, role, action, from, to, note, revision])) return null
  return { ...row, parents: listIn(row.parents), settles: listIn(row.settles) }
}

/** @returns the events of an article, those they follow first, and how many were left out because they are damaged. */
export function listEvents(db: ReadDb, articleId: string): { events: StoredEvent[]; damaged: number } {
  const rows = db.all<EventRow>(`SELECT ${EVENT_SELECTED} FROM events WHERE article_id = :articleId ORDER BY number`, {
    articleId,
  })
  const events = rows.map(eventOf).filter((event) => event !== null)
  return { events: hasMet(events) ? inOrder(events) : events, damaged: rows.length - events.length }
}

/** @returns whether machines met in an article: else the order in which its steps were written is that of the chain. */
function hasMet(events: readonly StoredEvent[]): boolean {
  return events.some(
    ({ parents }, index) => parents.length !== Math.min(index, 1) || parents[0] !== events[index - 1]?.id,
  )
}

/** @returns the articles of which only their events are left, the last deleted first. */
export function listRemoved(db: ReadDb, limit: number): string[] {
  return db
    .all<{ id: string }>(
      `SELECT article_id AS id FROM events WHERE article_id NOT IN (SELECT id FROM articles)
       GROUP BY article_id ORDER BY max(number) DESC LIMIT :limit`,
      { limit },
    )
    .map(({ id }) => id)
}

/** @returns the texts of a JSON list in a column; none for anything else, which no hash proves. */
function listIn(json: string): string[] {
  try {
    const list: unknown = JSON.parse(json)
    return Array.isArray(list) ? list.filter((each) => typeof each === 'string') : []
  } catch {
    return []
  }
}

/** @returns the notes of an article's events, oldest first, without empty ones. */
export function listNotes(db: ReadDb, articleId: string): string[] {
  const rows = db.all<{ note: string }>(
    "SELECT note FROM events WHERE article_id = :articleId AND note <> '' ORDER BY number",
    { articleId },
  )
  return rows.map(({ note }) => note)
}
