import type { ReadDb } from '../handles.ts'
import { soundContent, type Content } from './content.ts'
import { knownRow, type KnownRow, type RawValue } from './row.ts'

/** With the columns in the order of the tables; the rowid goes before. */
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
]

/** Those of a few articles: their working copies and revisions. */
const OF_ARTICLES: Readonly<Record<string, string>> = {
  articles: 'id IN (SELECT value FROM json_each(:ids))',
  texts: 'number IN (SELECT number FROM articles WHERE id IN (SELECT value FROM json_each(:ids)))',
  revisions: 'article_id IN (SELECT value FROM json_each(:ids))',
}

function* rowsOf(db: ReadDb, ids: readonly string[] | null): Generator<KnownRow> {
  for (const [table, key] of TABLES) {
    const where = ids === null ? 'TRUE' : (OF_ARTICLES[table] ?? 'FALSE')
    const params: Record<string, string> = ids === null || where === 'FALSE' ? {} : { ids: JSON.stringify(ids) }
    const sql = `SELECT ${key} AS midad_rowid, * FROM ${table} WHERE ${where} ORDER BY ${key}`
    for (const row of db.all<Record<string, RawValue>>(sql, params)) {
      const { midad_rowid: rowid, ...rest } = row
      // In a file the number of a row is not among its values.
      const values = Object.entries(rest).map(([name, value]) => (name === 'number' ? null : value))
      const known = knownRow({ rowid: Number(rowid), values })
      if (known !== null) yield known
    }
  }
}

/** @returns what is certain in an open store. @throws what SQLite throws on a file that is not whole. */
export function readStore(db: ReadDb): Content {
  return soundContent(rowsOf(db, null))
}

/** @returns the rows of these articles, their texts and revisions, as an open store has them; with null all rows. */
export function knownRows(db: ReadDb, ids: readonly string[] | null): Iterable<KnownRow> {
  return rowsOf(db, ids)
}
