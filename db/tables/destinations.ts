import { destinationConfigSchema, type DestinationConfig } from '#core/export/destinations/index.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { sealOf } from '../seal.ts'

/** A destination as the store has it: its secret lies elsewhere. */
export type StoredDestination = { id: string; name: string; config: DestinationConfig }

type Row = { id: string; name: string; config: string; created_at: string; updated_at: string; seal: string }

/** In the order in which they are sealed. */
export const DESTINATION_COLUMNS = 'id, name, config, created_at, updated_at'

/** A row that is not as it was written, or of a kind that this version does not know, is none: nothing is sent there. */
function read({ seal, ...row }: Row): StoredDestination[] {
  if (sealOf([row.id, row.name, row.config, row.created_at, row.updated_at]) !== seal) return []
  const config = destinationConfigSchema.safeParse(JSON.parse(row.config))
  return config.success ? [{ id: row.id, name: row.name, config: config.data }] : []
}

/** @returns the destinations, the oldest first. */
export function listDestinations(db: ReadDb): StoredDestination[] {
  return db.all<Row>(`SELECT ${DESTINATION_COLUMNS}, seal FROM destinations ORDER BY created_at, id`).flatMap(read)
}

/** @returns a destination, or null when there is none with this id that can be read. */
export function getDestination(db: ReadDb, id: string): StoredDestination | null {
  const row = db.get<Row>(`SELECT ${DESTINATION_COLUMNS}, seal FROM destinations WHERE id = :id`, { id })
  return row === undefined ? null : (read(row)[0] ?? null)
}

/** Adds a destination, or changes the one with its id. */
export function putDestination(db: WriteDb, { id, name, config }: StoredDestination, at: string): void {
  db.transaction(() => {
    db.run(
      `INSERT INTO destinations (id, name, config, created_at, updated_at, seal)
       VALUES (:id, :name, :config, :at, :at, '')
       ON CONFLICT (id) DO UPDATE SET name = :name, config = :config, updated_at = :at`,
      { id, name, config: JSON.stringify(config), at },
    )
    db.run(`UPDATE destinations SET seal = seal(${DESTINATION_COLUMNS}) WHERE id = :id`, { id })
  })
}

/** @returns whether there was one. */
export function removeDestination(db: WriteDb, id: string): boolean {
  return db.run('DELETE FROM destinations WHERE id = :id', { id }) === 1
}
