import type { ReadDb } from '../handles.ts'

/** The tables that say who did something; each has an index of the names. */
const DEEDS = ['events', 'thread_entries', 'proposal_entries'] as const

/** Steps through the index from name to name: the tables are long, and the names few. */
const NAMES = DEEDS.map(
  (table) => `SELECT name FROM (WITH RECURSIVE names (name) AS (
    SELECT min(by) FROM ${table}
    UNION ALL SELECT (SELECT min(by) FROM ${table} WHERE by > name) FROM names WHERE name IS NOT NULL
  ) SELECT name FROM names) WHERE name IS NOT NULL AND name <> ''`,
).join(' UNION ')

/** @returns the names of those who wrote, reviewed, commented or proposed, sorted. */
export function listKnownNames(db: ReadDb): string[] {
  return db.all<{ name: string }>(`${NAMES} ORDER BY name`).map(({ name }) => name)
}
