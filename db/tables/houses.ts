import type { ReadDb, WriteDb } from '../handles.ts'
import { journalRow } from './journal.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'

export const HOUSE_COLUMNS = sealedColumns(['version', 'file', 'taken_at'])
export type HouseRow = Record<Exclude<ColumnOf<typeof HOUSE_COLUMNS>, 'version'> | 'seal', string> & { version: number }

/** @returns the house files that a store followed, oldest first; null for one whose row is damaged. */
export function listHouseFiles(db: ReadDb): (string | null)[] {
  return db
    .all<HouseRow>(`SELECT ${HOUSE_COLUMNS.selected} FROM houses ORDER BY version`)
    .map((row) => (HOUSE_COLUMNS.isSound(row) ? row.file : null))
}

/** Keeps a house file that the store follows from now on. */
export function addHouseFile(db: WriteDb, version: number, file: string, at: string): void {
  db.transaction(() => {
    db.run(`INSERT INTO houses ${HOUSE_COLUMNS.inserted({ version: ':version', file: ':file', taken_at: ':at' })}`, {
      ...{ version, file, at },
    })
    journalRow(db, 'house', String(version))
  })
}
