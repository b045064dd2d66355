import { deflateRawSync } from 'node:zlib'
import type { PackageAction } from '#core/export/action.ts'
import { actionSchema } from '#core/export/action.ts'
import { deliveryStateSchema, type DeliveryState } from '#core/contract/deliveries.ts'
import { roleSchema, type Actor, type Role } from '#core/review/states.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { digest } from '../seal.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'
import { deliveryProgressSchema, type DeliveryProgress } from './delivery-progress.ts'
import { inflateBytes } from './revisions.ts'

/** One article on its way to one destination. */
export type DeliveryRecord = {
  id: string
  articleId: string
  destinationId: string
  /** The hash of the revision that is sent. */
  revision: string
  action: PackageAction
  state: DeliveryState
  progress: DeliveryProgress
  createdAt: string
  updatedAt: string
  by: string
  role: Role
}

export const DELIVERY_COLUMNS = sealedColumns([
  ...(['id', 'article_id', 'destination_id', 'revision', 'action', 'state', 'progress'] as const),
  ...(['created_at', 'updated_at', 'by', 'role'] as const),
])

export type DeliveryRow = Record<ColumnOf<typeof DELIVERY_COLUMNS> | 'seal', string>

/** @returns null for a row that is not as it was written, or holds what this version does not know. */
function read(row: DeliveryRow): DeliveryRecord | null {
  if (!DELIVERY_COLUMNS.isSound(row)) return null
  const { id, article_id, destination_id, revision, created_at, updated_at, by } = row
  const [action, state, role] = [
    actionSchema.safeParse(row.action),
    deliveryStateSchema.safeParse(row.state),
    roleSchema.safeParse(row.role),
  ]
  const progress = deliveryProgressSchema.safeParse(JSON.parse(row.progress))
  if (!action.success || !state.success || !role.success || !progress.success) return null
  return {
    ...{ id, articleId: article_id, destinationId: destination_id, revision, by },
    ...{ action: action.data, state: state.data, role: role.data, progress: progress.data },
    ...{ createdAt: created_at, updatedAt: updated_at },
  }
}

const SELECT = `SELECT ${DELIVERY_COLUMNS.selected} FROM deliveries`

/**
 * @returns deliveries of an article (null: of all), the newest first, and how many were left out because they are
 * damaged.
 */
export function listDeliveries(
  db: ReadDb,
  articleId: string | null,
  limit: number,
): { deliveries: DeliveryRecord[]; damaged: number } {
  const rows = db.all<DeliveryRow>(
    `${SELECT} WHERE :articleId IS NULL OR article_id = :articleId ORDER BY number DESC LIMIT :limit`,
    { articleId, limit },
  )
  const deliveries = rows.map(read).filter((row) => row !== null)
  return { deliveries, damaged: rows.length - deliveries.length }
}

/** @returns the deliveries that are not over, the oldest first. */
export function openDeliveries(db: ReadDb): DeliveryRecord[] {
  return db
    .all<DeliveryRow>(`${SELECT} WHERE state NOT IN ('delivered', 'cancelled') ORDER BY number`)
    .map(read)
    .filter((row) => row !== null)
}

/** @returns a delivery, or null when there is none with this id or it is damaged. */
export function getDelivery(db: ReadDb, id: string): DeliveryRecord | null {
  const row = db.get<DeliveryRow>(`${SELECT} WHERE id = :id`, { id })
  return row === undefined ? null : read(row)
}

/** @returns whether anything of an article may be at a destination. What waits and left nothing there does not count. */
export function isSent(db: ReadDb, articleId: string): boolean {
  const row = db.get(
    `SELECT 1 FROM deliveries WHERE article_id = :articleId AND state <> 'cancelled'
       AND NOT (state IN ('queued', 'held') AND json_extract(progress, '$.remote') = '{}') LIMIT 1`,
    { articleId },
  )
  return row !== undefined
}

/** @returns whether another destination has the article or is about to, and it was not taken back there. */
export function isElsewhere(db: ReadDb, articleId: string, destinationId: string): boolean {
  const row = db.get(
    `SELECT 1 FROM deliveries AS given JOIN destinations ON destinations.id = given.destination_id
       WHERE given.article_id = :articleId AND given.destination_id <> :destinationId AND given.state <> 'cancelled'
         AND given.action NOT IN ('withdraw', 'kill')
         AND NOT EXISTS (SELECT 1 FROM deliveries AS down
           WHERE down.article_id = given.article_id AND down.destination_id = given.destination_id
             AND down.number > given.number
             AND ((down.action IN ('withdraw', 'kill') AND down.state = 'delivered')
               OR (down.state = 'cancelled' AND json_extract(down.progress, '$.takesBack'))))
       LIMIT 1`,
    { articleId, destinationId },
  )
  return row !== undefined
}

/** @returns whether a newer delivery of the same article to the same place is not cancelled. */
export function isOvertaken(db: ReadDb, id: string): boolean {
  const row = db.get(
    `SELECT 1 FROM deliveries AS newer JOIN deliveries AS older USING (article_id, destination_id)
       WHERE older.id = :id AND newer.number > older.number AND newer.state <> 'cancelled' LIMIT 1`,
    { id },
  )
  return row !== undefined
}

/** @returns what the latest delivery of an article to a destination keeps about the remote side. */
export function lastRemote(db: ReadDb, articleId: string, destinationId: string): DeliveryProgress['remote'] {
  const rows = db.all<DeliveryRow>(`${SELECT} WHERE article_id = :articleId AND destination_id = :destinationId`, {
    articleId,
    destinationId,
  })
  const known = rows.map(read).filter((row) => row !== null && Object.keys(row.progress.remote).length > 0)
  return known.at(-1)?.progress.remote ?? {}
}

/** @returns the revision of an article that arrived at a destination last; null when none did. */
export function lastArrived(db: ReadDb, articleId: string, destinationId: string): string | null {
  const row = db.get<{ revision: string }>(
    `SELECT revision FROM deliveries WHERE article_id = :articleId AND destination_id = :destinationId
       AND state IN ('delivered', 'scheduled') ORDER BY number DESC LIMIT 1`,
    { articleId, destinationId },
  )
  return row?.revision ?? null
}

/** @returns whether this store has put an article at a destination, also if it took it back there since. */
export function wasSent(db: ReadDb, articleId: string, destinationId: string): boolean {
  const row = db.get(
    `SELECT 1 FROM deliveries WHERE article_id = :articleId AND destination_id = :destinationId
       AND (state IN ('delivered', 'scheduled') OR json_extract(progress, '$.takesBack')) LIMIT 1`,
    { articleId, destinationId },
  )
  return row !== undefined
}

const NEW_ROW = {
  ...{ id: ':id', article_id: ':articleId', destination_id: ':destinationId', revision: ':revision' },
  ...{ action: ':action', state: ':state', progress: ':progress', created_at: ':createdAt', updated_at: ':updatedAt' },
  ...{ by: ':by', role: ':role' },
}

/** Puts a delivery into the queue, with what it sends. */
export function addDelivery(db: WriteDb, record: DeliveryRecord, payload: Uint8Array): void {
  const { progress, ...rest } = record
  db.transaction(() => {
    db.run(`INSERT INTO deliveries ${DELIVERY_COLUMNS.inserted(NEW_ROW)}`, {
      ...rest,
      progress: JSON.stringify(progress),
    })
    db.run('INSERT INTO payloads (number, bytes) SELECT number, :bytes FROM deliveries WHERE id = :id', {
      id: record.id,
      bytes: deflateRawSync(payload),
    })
  })
}

/** Records the state and progress of a delivery. When it is over, its payload is removed. */
export function setDelivery(
  db: WriteDb,
  id: string,
  state: DeliveryState,
  progress: DeliveryProgress,
  at: string,
): void {
  db.transaction(() => {
    const changes = DELIVERY_COLUMNS.assigned({ state: ':state', progress: ':progress', updated_at: ':at' })
    db.run(`UPDATE deliveries SET ${changes} WHERE id = :id`, {
      ...{ id, state, at },
      progress: JSON.stringify(progress),
    })
    if (state === 'delivered' || state === 'cancelled') {
      db.run('DELETE FROM payloads WHERE number = (SELECT number FROM deliveries WHERE id = :id)', { id })
    }
  })
}

/** Records who asked last for what becomes of a delivery. */
export function setSender(db: WriteDb, id: string, { name, role }: Actor): void {
  const changes = DELIVERY_COLUMNS.assigned({ by: ':name', role: ':role' })
  db.run(`UPDATE deliveries SET ${changes} WHERE id = :id`, { id, name, role })
}

/** @returns the payload of a delivery; null when it is damaged or missing, as after a recovery. */
export function getPayload(db: ReadDb, { id, progress }: DeliveryRecord): Uint8Array | null {
  const row = db.get<{ bytes: Uint8Array }>(
    'SELECT bytes FROM payloads JOIN deliveries USING (number) WHERE id = :id',
    {
      id,
    },
  )
  if (row === undefined) return null
  try {
    const payload = inflateBytes(row.bytes, id)
    return digest(payload) === progress.payloadHash ? payload : null
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}
