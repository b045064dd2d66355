import { placesOf, queueName, QUEUES, type OwnQueue, type Place, type Queue } from '#core/review/queues.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb, SqlParams, WriteDb } from '../handles.ts'
import { setDeeds } from './deeds.ts'
import { listKnownNames } from './known-names.ts'
import { isUnsent } from './unsent.ts'

type Row = {
  id: string
  number: number
  hash: string
  state: State
  creator: string
  byline: string
  assignee: string
  embargo: string | null
  deleted_at: string | null
}

/** @returns whether the queues of some article are not up to date. */
export function isQueueBehind(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM unqueued LIMIT 1') !== undefined
}

/**
 * Puts articles that changed into their queues, up to a limit. Like the search index, it is no part of a save.
 * @returns how many articles were looked at; 0 when all queues are up to date
 */
export function queueNext(db: WriteDb, limit: number): number {
  if (!isQueueBehind(db)) return 0
  return db.transaction(() => {
    const due = db.all<{ number: number }>('SELECT number FROM unqueued ORDER BY number LIMIT :limit', { limit })
    const people = listKnownNames(db)
    for (const { number } of due) queueOne(db, number, people)
    return due.length
  })
}

function queueOne(db: WriteDb, number: number, people: readonly string[]): void {
  db.run('DELETE FROM unqueued WHERE number = :number', { number })
  const row = db.get<Row>(
    `SELECT id, number, hash, state, creator, byline, assignee, embargo, deleted_at
     FROM articles WHERE number = :number`,
    { number },
  )
  if (row === undefined) return
  setDeeds(db, row)
  const places = row.deleted_at === null ? placesIn(db, row, people) : []
  const before = db.all<Place>('SELECT queue, name, until FROM queues WHERE number = :number', { number })
  const keyOf = ({ queue, name, until }: Place): string => JSON.stringify([queue, name, until])
  if (JSON.stringify(places.map(keyOf).toSorted()) === JSON.stringify(before.map(keyOf).toSorted())) return
  db.run('DELETE FROM queues WHERE number = :number', { number })
  for (const place of places) {
    db.run('INSERT INTO queues (queue, name, number, until) VALUES (:queue, :name, :number, :until)', {
      ...{ ...place, number },
    })
  }
}

function placesIn(db: ReadDb, row: Row, people: readonly string[]): Place[] {
  const { id, number, state, creator, byline, assignee, embargo } = row
  const sent = db.get<{ by: string }>(
    "SELECT by FROM events WHERE article_id = :id AND to_state = 'submitted' ORDER BY number DESC LIMIT 1",
    { id },
  )
  const needed = db.all<{ name: string }>('SELECT name FROM needs WHERE number = :number', { number })
  return placesOf({
    ...{ state, creator, byline, people, assignee, sentBy: sent?.by ?? '' },
    needed: needed.map(({ name }) => name),
    clocks: [...(embargo === null ? [] : [embargo]), ...scheduledTimes(db, id)],
    isUnsent: isUnsent(db, row),
  })
}

/** @returns when destinations that have an article will show it to readers, ISO 8601, UTC. */
function scheduledTimes(db: ReadDb, id: string): string[] {
  return scheduledAt(db, [id]).map(({ at }) => at)
}

/** When a destination that has an article will show it to readers. */
export type Scheduled = { article: string; destination: string; at: string }

/** @returns the scheduled deliveries of these articles, the earliest first. */
export function scheduledAt(db: ReadDb, ids: readonly string[]): Scheduled[] {
  return db
    .all<Scheduled>(
      `SELECT article_id AS article, json_extract(progress, '$.destination.name') AS destination,
         json_extract(progress, '$.scheduledFor') AS at
       FROM deliveries WHERE article_id IN (SELECT value FROM json_each(:ids)) AND state = 'scheduled'
         AND json_extract(progress, '$.scheduledFor') IS NOT NULL`,
      { ids: JSON.stringify(ids) },
    )
    .map((each) => ({ ...each, at: new Date(each.at).toISOString() }))
    .toSorted((one, other) => (one.at < other.at ? -1 : 1))
}

/** @returns the condition under which a row of `queues` is in a queue of a person now, with its params. */
export function inQueue(queue: OwnQueue, person: string, now: string): { where: string; params: SqlParams } {
  return {
    where: 'queues.queue = :queue AND queues.name = :queueName AND (queues.until IS NULL OR queues.until > :now)',
    params: { queue, queueName: queueName(queue, person), now },
  }
}

/** @returns how many articles are in each queue of a person. No article is read for it. @param now ISO 8601, UTC */
export function countQueues(db: ReadDb, person: string, now: string): Record<Queue, number> {
  const count = (queue: Queue): number => {
    if (queue === 'all') return total(db, 'SELECT count(*) AS count FROM articles WHERE deleted_at IS NULL', {})
    const { where, params } = inQueue(queue, person, now)
    return total(db, `SELECT count(*) AS count FROM queues WHERE ${where}`, params)
  }
  return Object.fromEntries(QUEUES.map((queue) => [queue, count(queue)])) as Record<Queue, number>
}

function total(db: ReadDb, sql: string, params: SqlParams): number {
  return db.get<{ count: number }>(sql, params)?.count ?? 0
}
