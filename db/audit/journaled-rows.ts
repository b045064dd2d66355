import { inflate, sealOfRevision } from '../tables/revisions.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { AuditFinding } from '#core/contract/audit.ts'
import type { ReadDb, SqlValue } from '../handles.ts'
import { digest } from '../seal.ts'
import { ASSIGNMENT_COLUMNS, type AssignmentRow } from '../tables/assignments.ts'
import { HOUSE_COLUMNS, type HouseRow } from '../tables/houses.ts'
import { JOURNALED } from '../tables/journal.ts'
import { PROPOSAL_ENTRY_COLUMNS, type ProposalEntryRow } from '../tables/proposal-entries.ts'
import { THREAD_COLUMNS, THREAD_ENTRY_COLUMNS, type ThreadEntryRow, type ThreadRow } from '../tables/threads.ts'

type Kind = keyof typeof JOURNALED

/** A row that the journal covers. `seal` is null for one that is not as it was written. */
export type JournaledRow = { ref: string; seal: string | null; articleId: string; by: string; at: string }

type Row = Record<string, SqlValue> & { midad_article: string | null; seal: string }

/** How a row of each kind proves that it is as it was written, and who wrote it. */
const IS_SOUND: Readonly<Record<Kind, (row: never) => boolean>> = {
  revision: (row: Parameters<typeof sealOfRevision>[0] & { data: Uint8Array; seal: string }) =>
    sealOfRevision(row) === row.seal && isText(row.data, row.hash),
  thread: (row: ThreadRow) => THREAD_COLUMNS.isSound(row),
  message: (row: ThreadEntryRow) => THREAD_ENTRY_COLUMNS.isSound(row),
  decision: (row: ProposalEntryRow) => PROPOSAL_ENTRY_COLUMNS.isSound(row),
  assignment: (row: AssignmentRow) => ASSIGNMENT_COLUMNS.isSound(row),
  house: (row: HouseRow) => HOUSE_COLUMNS.isSound(row),
}

const SELECTED: Readonly<Record<Kind, string>> = {
  revision: `hash, article_id AS id, data, parent, reason, by, created_at AS at, seal, second_parent AS secondParent`,
  thread: THREAD_COLUMNS.selected,
  message: THREAD_ENTRY_COLUMNS.selected,
  decision: PROPOSAL_ENTRY_COLUMNS.selected,
  assignment: ASSIGNMENT_COLUMNS.selected,
  house: HOUSE_COLUMNS.selected,
}

const STEP = 200

/** Reads the rows of a kind in slices: all texts of a year would not fit into memory. */
export function* journaledRows(db: ReadDb, kind: Kind): Generator<JournaledRow> {
  const { table, key, article } = JOURNALED[kind]
  for (let after = -1; ;) {
    const rows = db.all<Row & { midad_row: number }>(
      `SELECT rowid AS midad_row, ${article} AS midad_article, ${SELECTED[kind]} FROM ${table}
       WHERE rowid > :after ORDER BY rowid LIMIT ${STEP}`,
      { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return
    for (const { midad_row: _row, midad_article: articleId, ...row } of rows) {
      const isSound = IS_SOUND[kind](row as never)
      yield {
        ...{ ref: String(row[key]), seal: isSound ? row.seal : null, articleId: articleId ?? '' },
        ...{ by: String(row['by'] ?? ''), at: String(row['at'] ?? '') },
      }
    }
    after = last.midad_row
  }
}

function isText(data: Uint8Array, hash: string): boolean {
  try {
    return digest(inflate(data, hash)) === hash
  } catch (error) {
    if (error instanceof ContractError) return false
    throw error
  }
}

/** The kinds of rows beside events, in the order in which they are reported. */
export const ROW_KINDS = Object.keys(JOURNALED) as readonly (Kind & AuditFinding['about'])[]
