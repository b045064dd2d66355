import { personSchema, type Person } from '#core/newsroom/person.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'

/** A person as the store knows one; `leftAt` is when that person left the house, null for one who works there. */
export type StoredPerson = Person & { addedAt: string; leftAt: string | null }

export const PERSON_COLUMNS = sealedColumns(['id', 'name', 'role', 'public_key', 'added_at', 'left_at'])
type Column = ColumnOf<typeof PERSON_COLUMNS>
export type PersonRow = Record<Exclude<Column, 'left_at'> | 'seal', string> & { left_at: string | null }

/** @returns nothing for a damaged row: nobody is known by it. */
function read(row: PersonRow): StoredPerson[] {
  if (!PERSON_COLUMNS.isSound(row)) return []
  const person = personSchema.safeParse({ id: row.id, name: row.name, role: row.role, publicKey: row.public_key })
  return person.success ? [{ ...person.data, addedAt: row.added_at, leftAt: row.left_at }] : []
}

/** @returns everybody whom the store knows, also those who left, in the order in which they came. */
export function listPeople(db: ReadDb): StoredPerson[] {
  return db.all<PersonRow>(`SELECT ${PERSON_COLUMNS.selected} FROM people ORDER BY number`).flatMap(read)
}

/** @returns a person, or null when none has this id or the row is damaged. */
export function getPerson(db: ReadDb, id: string): StoredPerson | null {
  const row = db.get<PersonRow>(`SELECT ${PERSON_COLUMNS.selected} FROM people WHERE id = :id`, { id })
  return row === undefined ? null : (read(row)[0] ?? null)
}

/** Adds a person, or changes the one with the id. The time at which a person came stays. */
export function putPerson(db: WriteDb, { id, name, role, publicKey, addedAt, leftAt }: StoredPerson): void {
  const values = {
    ...{ id: ':id', name: ':name', role: ':role', public_key: ':publicKey' },
    ...{ added_at: ':addedAt', left_at: ':leftAt' },
  }
  const { id: _id, added_at: _addedAt, ...changes } = values
  db.run(
    `INSERT INTO people ${PERSON_COLUMNS.inserted(values)}
     ON CONFLICT (id) DO UPDATE SET ${PERSON_COLUMNS.assigned(changes)}`,
    { id, name, role, publicKey, addedAt, leftAt },
  )
}
