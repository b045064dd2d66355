import { NO_RUNNING_HASH } from '#core/newsroom/chained-event.ts'
import type { ReadDb } from '../handles.ts'
import { runningAfter, type JournalEntry, type JournalHead } from '../tables/journal.ts'

/** An entry that a row must match, with the running hash before it. */
export type Expected = JournalEntry & { number: number; before: string }

/** What a journal says. */
export type Walk = {
  /** By `keyOf`: the last entry of each row that must be there. */
  expected: Map<string, Expected>
  /** The entries that do not follow the one before. */
  broken: number[]
  /** Where it went on after its end was found wrong. */
  resumed: number[]
  /** The running hash after the entries of the heads that were asked for. */
  at: Map<number, string>
  entries: number
}

type Row = JournalEntry & { number: number; running: string }

const STEP = 2000

/** @returns the name of a row among all that the journal covers. A step that came from elsewhere is an event too. */
export function keyOf({ kind, ref }: Pick<JournalEntry, 'kind' | 'ref'>): string {
  return `${kind === 'taken' ? 'event' : kind} ${ref}`
}

/** Reads a journal from its beginning. @param heads whose place in it is looked up */
export function walkJournal(db: ReadDb, heads: readonly JournalHead[]): Walk {
  const walk: Walk = { expected: new Map(), broken: [], resumed: [], at: new Map(), entries: 0 }
  const ofArticle = new Map<string, Set<string>>()
  const asked = new Set(heads.map(({ number }) => number))
  let [number, running] = [0, NO_RUNNING_HASH]
  for (;;) {
    const rows = db.all<Row>(
      `SELECT number, kind, article_id AS articleId, ref, item, running FROM journal WHERE number > :number
       ORDER BY number LIMIT ${STEP}`,
      { number },
    )
    if (rows.length === 0) return walk
    for (const row of rows) {
      const isNext = row.number === number + 1 && runningAfter(running, row.number, row) === row.running
      if (!isNext) walk.broken.push(row.number)
      place(walk, ofArticle, { ...row, before: running })
      number = row.number
      // From here on the entries are compared with what stands here, so that one break is named once.
      running = row.running
      walk.entries += 1
      if (asked.has(number)) walk.at.set(number, running)
    }
  }
}

function place(walk: Walk, ofArticle: Map<string, Set<string>>, entry: Expected): void {
  const { kind, articleId, ref, number } = entry
  const keys = ofArticle.get(articleId) ?? new Set()
  ofArticle.set(articleId, keys)
  switch (kind) {
    case 'begun':
      return
    case 'resumed':
      walk.resumed.push(number)
      return
    case 'thinned':
      walk.expected.delete(keyOf({ kind: 'revision', ref }))
      return
    case 'purged':
      // Its events stay.
      for (const key of keys) if (!key.startsWith('event ')) walk.expected.delete(key)
      return
    default:
      walk.expected.set(keyOf(entry), entry)
      keys.add(keyOf(entry))
  }
}
