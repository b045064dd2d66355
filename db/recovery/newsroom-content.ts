import type { WriteDb } from '../handles.ts'
import { sealOf } from '../seal.ts'
import { journalRow } from '../tables/journal.ts'
import { PERSON_COLUMNS } from '../tables/people.ts'
import type { KnownRow } from './row.ts'

type PersonFound = Extract<KnownRow, { table: 'people' }>
type HouseFound = Extract<KnownRow, { table: 'houses' }>

/** The people whom a store knew, and the house files that it followed, as far as their seals prove them. */
export type NewsroomContent = { people: readonly PersonFound[]; houses: readonly HouseFound[] }

/** Collects them from rows in any order. A person who is found several times, as in freed pages, counts as found last. */
export class NewsroomRows {
  readonly #people = new Map<string, PersonFound>()
  readonly #houses = new Map<number, HouseFound>()

  add(row: PersonFound | HouseFound): void {
    if (row.table === 'people') {
      if (sealOf(row.values) === row.seal) this.#people.set(row.values[0] ?? '', row)
    } else if (sealOf([row.version, row.file, row.takenAt]) === row.seal) this.#houses.set(row.version, row)
  }

  content(): NewsroomContent {
    const houses = [...this.#houses.values()].toSorted((one, other) => one.version - other.version)
    return { people: [...this.#people.values()], houses }
  }
}

/** Brings in people who are not there, and the house files where the store follows none: two houses are not mixed. */
export function addNewsroom(db: WriteDb, { people, houses }: NewsroomContent): void {
  for (const { values, seal } of people) {
    const [id = '', name = '', role = '', key = '', added = '', left = null] = values
    db.run(
      `INSERT INTO people (${PERSON_COLUMNS.columns.join(', ')}, seal)
       VALUES (:id, :name, :role, :key, :added, :left, :seal) ON CONFLICT DO NOTHING`,
      { id, name, role, key, added, left, seal },
    )
  }
  if (db.get('SELECT 1 FROM houses') !== undefined) return
  for (const { version, file, takenAt, seal } of houses) {
    db.run('INSERT INTO houses (version, file, taken_at, seal) VALUES (:version, :file, :takenAt, :seal)', {
      ...{ version, file, takenAt, seal },
    })
    journalRow(db, 'house', String(version))
  }
}
