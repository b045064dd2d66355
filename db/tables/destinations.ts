import { destinationConfigSchema, type DestinationConfig } from '#core/export/destinations/index.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'

/** A destination without its secret, which is not in the store. */
export type StoredDestination = { id: string; name: string; config: DestinationConfig }

export const DESTINATION_COLUMNS = sealedColumns(['id', 'name', 'config', 'created_at', 'updated_at'])
export type DestinationRow = Record<ColumnOf<typeof DESTINATION_COLUMNS> | 'seal', string>

/** @returns nothing for a row that is damaged or of an unknown kind: nothing is sent there. */
function read(row: DestinationRow): StoredDestination[] {
  if (!DESTINATION_COLUMNS.isSound(row)) return []
  const config = destinationConfigSchema.safeParse(JSON.parse(row.config))
  return config.success ? [{ id: row.id, name: row.name, config: config.data }] : []
}

/** @returns the destinations, the oldest first. */
export function listDestinations(db: ReadDb): StoredDestination[] {
  return db
    .all<DestinationRow>(`SELECT ${DESTINATION_COLUMNS.selected} FROM destinations ORDER BY created_at, id`)
    .flatMap(read)
}

/** @returns a destination, or null when there is none with this id or it cannot be read. */
export function getDestination(db: ReadDb, id: string): StoredDestination | null {
  const row = db.get<DestinationRow>(`SELECT ${DESTINATION_COLUMNS.selected} FROM destinations WHERE id = :id`, { id })
  return row === undefined ? null : (read(row)[0] ?? null)
}

/** Adds a destination, or changes the one with its id. */
export function putDestination(db: WriteDb, { id, name, config }: StoredDestination, at: string): void {
  const values = { id: ':id', name: ':name', config: ':config', created_at: ':at', updated_at: ':at' }
  const { id: _id, created_at: _createdAt, ...changes } = values
  db.run(
    `INSERT INTO destinations ${DESTINATION_COLUMNS.inserted(values)}
     ON CONFLICT (id) DO UPDATE SET ${DESTINATION_COLUMNS.assigned(changes)}`,
    { id, name, config: JSON.stringify(config), at },
  )
}

/** Removes a destination. @returns whether there was one. */
export function removeDestination(db: WriteDb, id: string): boolean {
  return db.run('DELETE FROM destinations WHERE id = :id', { id }) === 1
}
