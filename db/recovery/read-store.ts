import type { ReadDb, SqlParams } from '../handles.ts'
import { soundContent, type Content } from './content.ts'
import type { RawValue } from './raw-row.ts'
import { knownRow, type KnownRow } from './row.ts'

/** The tables that are read, each with the name of its rowid. */
const TABLES: readonly (readonly [string, string])[] = [
  ['articles', 'number'],
  ['texts', 'number'],
  ['revisions', 'rowid'],
  ['events', 'number'],
  ['exports', 'rowid'],
  ['assets', 'rowid'],
  ['settings', 'rowid'],
  ['destinations', 'rowid'],
  ['deliveries', 'number'],
  ['threads', 'number'],
  ['thread_entries', 'number'],
  ['proposals', 'number'],
  ['proposal_entries', 'number'],
  ['people', 'number'],
  ['houses', 'version'],
  ['assignments', 'number'],
]

/** The condition on the rows of each table that is read; tables without one are skipped. */
type Conditions = Readonly<Record<string, string>>

/** The working copies and revisions of chosen articles. */
const OF_ARTICLES: Conditions = {
  articles: 'id IN (SELECT value FROM json_each(:ids))',
  texts: 'number IN (SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))',
  revisions: 'article_id IN (SELECT value FROM json_each(:ids))',
}
/** Their events and exports too, and what stands beside them. */
const WITH_HISTORY: Conditions = {
  ...OF_ARTICLES,
  threads: 'article_id IN (SELECT value FROM json_each(:ids))',
  thread_entries: `thread_id IN
    (SELECT id FROM threads WHERE article_id IN (SELECT value FROM json_each(:ids)))`,
  proposals: 'article_id IN (SELECT value FROM json_each(:ids))',
  proposal_entries: `proposal_id IN
    (SELECT id FROM proposals WHERE article_id IN (SELECT value FROM json_each(:ids)))`,
  assignments: 'article_id IN (SELECT value FROM json_each(:ids))',
  events: 'article_id IN (SELECT value FROM json_each(:ids))',
  exports: 'article_id IN (SELECT value FROM json_each(:ids))',
}
const ALL: Conditions = Object.fromEntries(TABLES.map(([table]) => [table, 'TRUE']))
const OF_NO_ARTICLE: Conditions = {
  ...{ assets: 'TRUE', settings: 'TRUE', destinations: 'TRUE', people: 'TRUE', houses: 'TRUE' },
  // Of what was removed for good.
  events: 'article_id NOT IN (SELECT id FROM articles)',
}
const DELIVERIES: Conditions = { deliveries: 'number IN (SELECT value FROM json_each(:numbers))' }

/** A file of an earlier version lacks some tables. */
function hasTable(db: ReadDb, table: string): boolean {
  return db.get("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = :table", { table }) !== undefined
}

function* rowsOf(db: ReadDb, conditions: Conditions, params: SqlParams = {}): Generator<KnownRow> {
  for (const [table, key] of TABLES) {
    const where = conditions[table]
    if (where === undefined || !hasTable(db, table)) continue
    const sql = `SELECT ${key} AS midad_rowid, * FROM ${table} WHERE ${where} ORDER BY ${key}`
    const given = where.includes(':') ? params : {}
    for (const row of db.all<Record<string, RawValue>>(sql, given)) {
      const { midad_rowid: rowid, ...rest } = row
      // As in the file, where an INTEGER PRIMARY KEY is stored as NULL.
      const values = Object.entries(rest).map(([name, value]) => (name === 'number' ? null : value))
      const known = knownRow({ rowid: Number(rowid), values })
      if (known !== null) yield known
    }
  }
}

/** The number of rows read at a time: a save meanwhile waits for one part. */
const STEP = { articles: 10, ids: 500, deliveries: 100 }

/**
 * Reads the proven content of an open store in parts, so that other calls can be served in between: articles with their
 * history, in the order of their numbers; articles of which only revisions are left; deliveries; and the rest. A part may
 * be empty.
 * @throws what SQLite throws on a damaged file.
 */
export function* storeParts(db: ReadDb): Generator<Content> {
  for (let after = -1; ;) {
    const rows = db.all<{ number: number; id: string }>(
      'SELECT number, id FROM articles WHERE number > :after ORDER BY number LIMIT :limit',
      { after, limit: STEP.articles },
    )
    const last = rows.at(-1)
    if (last === undefined) break
    yield contentOf(
      db,
      rows.map(({ id }) => id),
    )
    after = last.number
  }
  for (let after = ''; ;) {
    const rows = db.all<{ id: string; isThere: number }>(
      `SELECT article_id AS id, EXISTS (SELECT 1 FROM articles WHERE id = article_id) AS isThere
       FROM revisions WHERE article_id > :after GROUP BY article_id ORDER BY article_id LIMIT :limit`,
      { after, limit: STEP.ids },
    )
    const last = rows.at(-1)
    if (last === undefined) break
    yield contentOf(
      db,
      rows.filter(({ isThere }) => isThere === 0).map(({ id }) => id),
    )
    after = last.id
  }
  if (hasTable(db, 'deliveries')) yield* deliveriesOf(db)
  yield soundContent(rowsOf(db, OF_NO_ARTICLE))
}

function contentOf(db: ReadDb, ids: readonly string[]): Content {
  return soundContent(rowsOf(db, WITH_HISTORY, { ids: JSON.stringify(ids) }))
}

/** Reads the proven content of one article, with its history and what stands beside it. */
export function articleContent(db: ReadDb, id: string): Content {
  return contentOf(db, [id])
}

function* deliveriesOf(db: ReadDb): Generator<Content> {
  for (let after = -1; ;) {
    const numbers = db
      .all<{ number: number }>('SELECT number FROM deliveries WHERE number > :after ORDER BY number LIMIT :limit', {
        ...{ after, limit: STEP.deliveries },
      })
      .map(({ number }) => number)
    const last = numbers.at(-1)
    if (last === undefined) return
    yield soundContent(rowsOf(db, DELIVERIES, { numbers: JSON.stringify(numbers) }))
    after = last
  }
}

/** @returns the rows of these articles, their texts and revisions, as an open store has them; with null all rows. */
export function knownRows(db: ReadDb, ids: readonly string[] | null): Iterable<KnownRow> {
  return ids === null ? rowsOf(db, ALL) : rowsOf(db, OF_ARTICLES, { ids: JSON.stringify(ids) })
}
