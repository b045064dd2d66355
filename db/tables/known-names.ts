import type { ReadDb } from '../handles.ts'

/** The columns that say who did something, or is to do it; each has an index of the names. */
const NAMED = [
  ...([
    ['events', 'by'],
    ['thread_entries', 'by'],
    ['proposal_entries', 'by'],
  ] as const),
  ...([
    ['assignments', 'by'],
    ['assignments', 'assignee'],
  ] as const),
] as const

/** Steps through the index from name to name: the tables are long, and the names few. */
const NAMES = NAMED.map(
  ([table, column]) => `SELECT name FROM (WITH RECURSIVE names (name) AS (
    SELECT min(${column}) FROM ${table}
    UNION ALL SELECT (SELECT min(${column}) FROM ${table} WHERE ${column} > name) FROM names WHERE name IS NOT NULL
  ) SELECT name FROM names) WHERE name IS NOT NULL AND name <> ''`,
).join(' UNION ')

/** @returns the names of those who wrote, reviewed, commented, proposed or were assigned something, sorted. */
export function listKnownNames(db: ReadDb): string[] {
  return db.all<{ name: string }>(`${NAMES} ORDER BY name`).map(({ name }) => name)
}
