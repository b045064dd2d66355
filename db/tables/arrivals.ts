import { z } from 'zod'
import type { Arrival } from '#core/review/arrival.ts'
import { nameKey } from '#core/review/mentions.ts'
import type { ReadDb } from '../handles.ts'

/** The last row of each table that was looked at. */
const cursorSchema = z.object({ event: z.int(), message: z.int(), assignment: z.int() })
type Cursor = z.infer<typeof cursorSchema>

const NEWEST = `SELECT (SELECT coalesce(max(number), 0) FROM events) AS event,
  (SELECT coalesce(max(number), 0) FROM thread_entries) AS message,
  (SELECT coalesce(max(number), 0) FROM assignments) AS assignment`

/** `assignee` is null for what is no assignment. */
type Row = Arrival & { assignee: string | null }
const SHOWN = 'articles.id, articles.headline, articles.opening, at, by'

/** What may come for a person, each kind from the rows after a number. */
const SOURCES: Readonly<Record<keyof Cursor, string>> = {
  event: `SELECT ${SHOWN}, to_state AS kind, NULL AS assignee FROM events JOIN articles ON articles.id = article_id
    WHERE events.number > :after AND action = 'moved' AND to_state IN ('returned', 'approved') AND EXISTS
      (SELECT 1 FROM queues WHERE queue = 'mine' AND name = :name AND queues.number = articles.number)`,
  message: `SELECT ${SHOWN}, 'message' AS kind, NULL AS assignee FROM thread_entries
    JOIN threads ON threads.id = thread_id JOIN articles ON articles.id = threads.article_id
    WHERE thread_entries.number > :after AND action IN ('begun', 'replied')
      AND EXISTS (SELECT 1 FROM needs WHERE name = :name AND needs.number = articles.number)`,
  // Of several assignments, the last alone.
  assignment: `SELECT ${SHOWN}, 'assigned' AS kind, given.assignee FROM assignments AS given
    JOIN articles ON articles.id = article_id
    WHERE given.number > :after AND :name <> '' AND NOT EXISTS
      (SELECT 1 FROM assignments AS later WHERE later.article_id = given.article_id AND later.number > given.number)`,
}

/**
 * Finds what others did that a person waits for.
 * @param after the cursor of an earlier answer; null for none, and nothing is new then
 * @returns what came since, the oldest first, and the cursor
 */
export function arrivalsFor(db: ReadDb, person: string, after: string | null): { arrivals: Arrival[]; cursor: string } {
  const cursor = JSON.stringify(db.get<Cursor>(NEWEST))
  const from = readCursor(after)
  const name = nameKey(person)
  if (from === null || cursor === after) return { arrivals: [], cursor }
  const found = Object.entries(SOURCES).flatMap(([source, sql]) =>
    db.all<Row>(`${sql} AND articles.deleted_at IS NULL`, { name, after: from[source as keyof Cursor] }),
  )
  const arrivals = found
    .filter(({ by, assignee }) => nameKey(by) !== name && (assignee === null || nameKey(assignee) === name))
    .map(({ assignee: _assignee, ...arrival }) => arrival)
  return { arrivals: arrivals.toSorted((one, other) => (one.at < other.at ? -1 : 1)), cursor }
}

/** @returns null for none, and for one that this version did not make. */
function readCursor(after: string | null): Cursor | null {
  try {
    const parsed = cursorSchema.safeParse(JSON.parse(after ?? 'null'))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
