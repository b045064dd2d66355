import { knownBy } from '#core/article/opening.ts'
import Database from 'better-sqlite3'
import { ContractError } from '#core/contract/errors.ts'
import type { StoreCheck } from '#core/contract/store.ts'
import { createHandle, type ReadDb } from './handles.ts'
import { ARTICLE_COLUMNS, type ArticleRow } from './tables/article-row.ts'
import { readArticle } from './tables/article-text.ts'
import { sealOf } from './seal.ts'
import { ASSIGNMENT_COLUMNS, type AssignmentRow } from './tables/assignments.ts'
import { DELIVERY_COLUMNS, type DeliveryRow } from './tables/deliveries.ts'
import { DESTINATION_COLUMNS, type DestinationRow } from './tables/destinations.ts'
import { PROPOSAL_ENTRY_COLUMNS, type ProposalEntryRow } from './tables/proposal-entries.ts'
import { PROPOSAL_SELECTED, proposalOf, type ProposalRow } from './tables/proposals.ts'
import { HOUSE_COLUMNS, type HouseRow } from './tables/houses.ts'
import { PERSON_COLUMNS, type PersonRow } from './tables/people.ts'
import { inflate, sealOfRevision } from './tables/revisions.ts'
import { THREAD_COLUMNS, THREAD_ENTRY_COLUMNS, type ThreadEntryRow, type ThreadRow } from './tables/threads.ts'

/** The part of a check that SQL can answer. Pictures lie beside the database. */
export type DatabaseCheck = Omit<StoreCheck, 'damagedPictures' | 'audit'>

function isReadable(read: () => unknown): boolean {
  try {
    read()
    return true
  } catch (error) {
    if (error instanceof ContractError) return false
    throw error
  }
}

type Step = (rows: number) => void

function checkArticles(db: ReadDb, step: Step): { articles: number; damagedArticles: StoreCheck['damagedArticles'] } {
  let articles = 0
  const damagedArticles: StoreCheck['damagedArticles'] = []
  // In slices: all texts of a year would not fit into memory.
  for (let after = -1; ;) {
    const rows = db.all<ArticleRow & { number: number; opening: string; json: string | null }>(
      `SELECT articles.number, ${ARTICLE_COLUMNS.selected}, opening, json FROM articles LEFT JOIN texts USING (number)
       WHERE articles.number > :after ORDER BY articles.number LIMIT 200`,
      { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return { articles, damagedArticles }
    articles += rows.length
    for (const row of rows) {
      const isWhole = ARTICLE_COLUMNS.isSound(row) && isReadable(() => readArticle(row.json ?? '', row.hash, row.id))
      if (!isWhole) damagedArticles.push({ id: row.id, headline: knownBy(row) })
    }
    step(rows.length)
    after = last.number
  }
}

type RevisionRow = Parameters<typeof sealOfRevision>[0] & { number: number; data: Uint8Array; seal: string }

function checkRevisions(db: ReadDb, step: Step): { revisions: number; damagedRevisions: number } {
  let [revisions, damagedRevisions] = [0, 0]
  for (let after = -1; ;) {
    const rows = db.all<RevisionRow>(
      `SELECT rowid AS number, hash, article_id AS id, data, parent, reason, by, created_at AS at, seal,
         second_parent AS secondParent
       FROM revisions WHERE rowid > :after ORDER BY rowid LIMIT 200`,
      { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return { revisions, damagedRevisions }
    revisions += rows.length
    for (const row of rows) {
      const { hash, data, seal } = row
      const isWhole = sealOfRevision(row) === seal && isReadable(() => readArticle(inflate(data, hash), hash, hash))
      if (!isWhole) damagedRevisions += 1
    }
    step(rows.length)
    after = last.number
  }
}

function checkEvents(db: ReadDb): { events: number; damagedEvents: number } {
  const rows = db.all<Record<string, string | null>>(
    'SELECT article_id, at, by, role, action, from_state, to_state, note, revision, seal FROM events',
  )
  const damaged = rows.filter(({ seal, ...values }) => sealOf(Object.values(values)) !== seal)
  return { events: rows.length, damagedEvents: damaged.length }
}

/** @returns a function that adds to the rows read, and reports the fraction of all. */
function stepper(db: ReadDb, onProgress: (fraction: number) => void): Step {
  const row = db.get<{ total: number }>(
    'SELECT (SELECT count(*) FROM articles) + (SELECT count(*) FROM revisions) AS total',
  )
  const total = Math.max(1, row?.total ?? 1)
  let done = 0
  return (rows) => onProgress(Math.min(1, (done += rows) / total))
}

function checkDeliveries(db: ReadDb): { damagedDeliveries: number } {
  const destinations = db.all<DestinationRow>(`SELECT ${DESTINATION_COLUMNS.selected} FROM destinations`)
  const deliveries = db.all<DeliveryRow>(`SELECT ${DELIVERY_COLUMNS.selected} FROM deliveries`)
  const damaged = [
    ...destinations.filter((row) => !DESTINATION_COLUMNS.isSound(row)),
    ...deliveries.filter((row) => !DELIVERY_COLUMNS.isSound(row)),
  ]
  return { damagedDeliveries: damaged.length }
}

function checkReview(db: ReadDb): { damagedReview: number } {
  const threads = db.all<ThreadRow>(`SELECT ${THREAD_COLUMNS.selected} FROM threads`)
  const messages = db.all<ThreadEntryRow>(`SELECT ${THREAD_ENTRY_COLUMNS.selected} FROM thread_entries`)
  const decisions = db.all<ProposalEntryRow>(`SELECT ${PROPOSAL_ENTRY_COLUMNS.selected} FROM proposal_entries`)
  const assignments = db.all<AssignmentRow>(`SELECT ${ASSIGNMENT_COLUMNS.selected} FROM assignments`)
  let damaged =
    assignments.filter((row) => !ASSIGNMENT_COLUMNS.isSound(row)).length +
    threads.filter((row) => !THREAD_COLUMNS.isSound(row)).length +
    messages.filter((row) => !THREAD_ENTRY_COLUMNS.isSound(row)).length +
    decisions.filter((row) => !PROPOSAL_ENTRY_COLUMNS.isSound(row)).length
  // One at a time: each holds two whole texts.
  for (const { id } of db.all<{ id: string }>('SELECT id FROM proposals')) {
    const row = db.get<ProposalRow>(`SELECT ${PROPOSAL_SELECTED} FROM proposals WHERE id = :id`, { id })
    if (row !== undefined && proposalOf(row) === null) damaged += 1
  }
  return { damagedReview: damaged }
}

function checkPeople(db: ReadDb): { damagedPeople: number } {
  const people = db.all<PersonRow>(`SELECT ${PERSON_COLUMNS.selected} FROM people`)
  const houses = db.all<HouseRow>(`SELECT ${HOUSE_COLUMNS.selected} FROM houses`)
  const damaged = [
    ...people.filter((row) => !PERSON_COLUMNS.isSound(row)),
    ...houses.filter((row) => !HOUSE_COLUMNS.isSound(row)),
  ]
  return { damagedPeople: damaged.length }
}

const NOTHING: DatabaseCheck = {
  isFileSound: false,
  ...{ articles: 0, revisions: 0, events: 0, damagedArticles: [], damagedRevisions: 0, damagedEvents: 0 },
  ...{ damagedDeliveries: 0, damagedReview: 0, damagedPeople: 0 },
}

/**
 * Checks a whole database: SQLite's own check of the file, and every seal and hash.
 * @param path a file that nobody else has open, such as a backup
 * @param onProgress receives the fraction that was read, from 0 to 1
 */
export function checkDatabase(path: string, onProgress: (fraction: number) => void = () => {}): DatabaseCheck {
  const connection = new Database(path, { readonly: true })
  try {
    const isFileSound = connection.pragma('integrity_check(1)', { simple: true }) === 'ok'
    const db = createHandle(() => connection)
    const step = stepper(db, onProgress)
    const events = { ...checkEvents(db), ...checkDeliveries(db), ...checkReview(db), ...checkPeople(db) }
    return { isFileSound, ...checkArticles(db, step), ...checkRevisions(db, step), ...events }
  } catch (error) {
    // A file that SQLite cannot read is not sound: that is the answer, not a failure.
    if (error instanceof Database.SqliteError) return NOTHING
    throw error
  } finally {
    connection.close()
  }
}
