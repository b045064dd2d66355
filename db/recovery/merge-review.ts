import type { WriteDb } from '../handles.ts'
import { ASSIGNMENT_COLUMNS, setAssigned } from '../tables/assignments.ts'
import { countReview } from '../tables/open-review.ts'
import { journalRow } from '../tables/journal.ts'
import { PROPOSAL_ENTRY_COLUMNS } from '../tables/proposal-entries.ts'
import { PROPOSAL_COLUMNS } from '../tables/proposals.ts'
import { THREAD_COLUMNS, THREAD_ENTRY_COLUMNS, type ThreadRow } from '../tables/threads.ts'
import type { ReviewContent } from './review-content.ts'

/** @returns an INSERT of a sealed row as it is, where a condition holds and no row has its id. */
function adding(table: string, columns: readonly string[], condition: string): string {
  const names = [...columns, 'seal']
  return `INSERT INTO ${table} (${names.join(', ')}) SELECT ${names.map((name) => `:${name}`).join(', ')}
    WHERE ${condition} ON CONFLICT (id) DO NOTHING`
}

const IN_ARTICLE = 'EXISTS (SELECT 1 FROM articles WHERE id = :article_id)'
const THREAD = adding(
  'threads',
  THREAD_COLUMNS.columns,
  `${IN_ARTICLE} AND EXISTS
  (SELECT 1 FROM revisions WHERE hash = :revision)`,
)
const THREAD_ENTRY = adding(
  ...([
    'thread_entries',
    THREAD_ENTRY_COLUMNS.columns,
    'EXISTS (SELECT 1 FROM threads WHERE id = :thread_id)',
  ] as const),
)
const PROPOSAL = adding('proposals', [...PROPOSAL_COLUMNS.columns, 'base', 'head'], IN_ARTICLE)
const PROPOSAL_ENTRY = adding(
  ...(['proposal_entries', PROPOSAL_ENTRY_COLUMNS.columns] as const),
  'EXISTS (SELECT 1 FROM proposals WHERE id = :proposal_id)',
)

const ASSIGNMENT = adding('assignments', ASSIGNMENT_COLUMNS.columns, IN_ARTICLE)

/** Brings in what stands beside articles that are there. What is there already stays. Revisions come before. */
export function addReview(db: WriteDb, { assignments, ...review }: ReviewContent): void {
  const { threads, threadEntries, proposals, proposalEntries } = review
  for (const row of threads)
    if (db.run(THREAD, row) + addWithoutRevision(db, row) === 1) journalRow(db, 'thread', row.id)
  for (const row of threadEntries) if (db.run(THREAD_ENTRY, row) === 1) journalRow(db, 'message', row.id)
  for (const row of proposals) db.run(PROPOSAL, row)
  for (const row of proposalEntries) if (db.run(PROPOSAL_ENTRY, row) === 1) journalRow(db, 'decision', row.id)
  for (const row of assignments) if (db.run(ASSIGNMENT, row) === 1) journalRow(db, 'assignment', row.id)
  for (const id of new Set(assignments.map(({ article_id }) => article_id))) setAssigned(db, id)
  for (const id of new Set([...threads, ...proposals].map(({ article_id }) => article_id))) countReview(db, id)
}

/** Replaces proposals by later saves of them. */
export function bringProposalsForward(db: WriteDb, { proposals }: ReviewContent): void {
  const changes = [...PROPOSAL_COLUMNS.columns, 'base', 'head', 'seal'].map((name) => `${name} = :${name}`)
  for (const row of proposals) {
    db.run(`UPDATE proposals SET ${changes.join(', ')} WHERE id = :id AND save_number < :save_number`, row)
    countReview(db, row.article_id)
  }
}

/** Of a thread whose text is lost, the messages are kept, at the article. @returns how many rows were added */
function addWithoutRevision(db: WriteDb, { id, article_id, proposal }: ThreadRow): number {
  const values = { id: ':id', article_id: ':article_id', anchor: ':anchor', proposal: ':proposal', revision: 'hash' }
  const names = THREAD_COLUMNS.columns
  return db.run(
    `INSERT INTO threads (${names.join(', ')}, seal)
     SELECT ${names.map((name) => values[name]).join(', ')}, seal(${names.map((name) => values[name]).join(', ')})
     FROM (SELECT hash FROM revisions WHERE article_id = :article_id ORDER BY rowid DESC LIMIT 1)
     WHERE ${IN_ARTICLE} ON CONFLICT (id) DO NOTHING`,
    { id, article_id, proposal, anchor: JSON.stringify({ on: 'article' }) },
  )
}
