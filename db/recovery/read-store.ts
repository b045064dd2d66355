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

function* rowsOf(db: ReadDb): Generator<KnownRow> {
  for (const [table, key] of TABLES) {
    for (const row of db.all<Record<string, RawValue>>(
      `SELECT ${key} AS midad_rowid, * FROM ${table} ORDER BY ${key}`,
    )) {
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
  return soundContent(rowsOf(db))
}
