import { joinProposals, type ProposalState } from '#core/newsroom/handover/join-proposals.ts'
import type { HandedProposal } from '#core/newsroom/handover/handover.ts'
import { sha256Hex } from '#core/article/canonical.ts'
import type { WriteDb } from '#db/handles.ts'
import { addReview } from '#db/recovery/merge-review.ts'
import { sealOf } from '#db/seal.ts'
import { ASSIGNMENT_COLUMNS } from '#db/tables/assignments.ts'
import { addHandedStates, handedStates } from '#db/tables/handovers.ts'
import { PROPOSAL_ENTRY_COLUMNS } from '#db/tables/proposal-entries.ts'
import { PROPOSAL_COLUMNS, PROPOSAL_SELECTED, type ProposalRow } from '#db/tables/proposals.ts'
import { THREAD_COLUMNS, THREAD_ENTRY_COLUMNS } from '#db/tables/threads.ts'
import type { ReadHandover } from '../parsing/read-handover.ts'

type Values = Record<string, string | number | null>

/** @returns a row with its seal. @param columns in the order in which they are sealed */
function sealed<Row extends Values>(columns: readonly string[], row: Row): Row & { seal: string } {
  return { ...row, seal: sealOf(columns.map((column) => row[column] ?? null)) }
}

/** Unites threads, proposals and assignments with those that are here. The article and its versions must be there. */
export function joinReview({ handover, texts }: ReadHandover, db: WriteDb): void {
  const article_id = handover.article
  const { threads, proposals, assignments } = handover
  const coming = proposals.map((each) => ({ ...each, row: rowOf(each, article_id, texts) }))
  const before = new Map(coming.map(({ id }) => [id, here(db, id)]))
  addReview(db, {
    threads: threads.map(({ id, revision, anchor, proposal }) =>
      sealed(THREAD_COLUMNS.columns, { id, article_id, revision, anchor: JSON.stringify(anchor), proposal }),
    ),
    threadEntries: threads.flatMap(({ id: thread_id, entries }) =>
      entries.map(({ messageId: message_id, ...entry }) =>
        sealed(THREAD_ENTRY_COLUMNS.columns, { ...entry, thread_id, message_id }),
      ),
    ),
    proposals: coming.map(({ row }) => row),
    proposalEntries: proposals.flatMap(({ id: proposal_id, entries }) =>
      entries.map(({ saveNumber: save_number, ...entry }) =>
        sealed(PROPOSAL_ENTRY_COLUMNS.columns, { ...entry, proposal_id, save_number }),
      ),
    ),
    assignments: assignments.map((entry) => sealed(ASSIGNMENT_COLUMNS.columns, { ...entry, article_id })),
  })
  for (const { id, row, earlier } of coming) {
    const own = before.get(id) ?? null
    if (own !== null) joinProposal(own, row, earlier, db)
    addHandedStates(db, id, [...earlier, row.seal, ...(own === null ? [] : [own.seal])])
  }
}

function rowOf(each: HandedProposal, article_id: string, texts: ReadHandover['texts']): ProposalRow {
  const { id, by, role, note, saveNumber: save_number, createdAt, updatedAt, state } = each
  const row = sealed(PROPOSAL_COLUMNS.columns, {
    ...{ id, article_id, by, role, note, base_hash: each.base, head_hash: each.head, save_number },
    ...{ created_at: createdAt, updated_at: updatedAt, state },
  })
  const [base, head] = [each.base, each.head].map((hash) => texts.get(hash) ?? new Uint8Array())
  return { ...row, base: base ?? new Uint8Array(), head: head ?? new Uint8Array() }
}

function here(db: WriteDb, id: string): ProposalRow | null {
  return db.get<ProposalRow>(`SELECT ${PROPOSAL_SELECTED} FROM proposals WHERE id = :id`, { id }) ?? null
}

/** What grew from the other stands. Where neither did, a rule says which, and the words of the other are kept beside it. */
function joinProposal(own: ProposalRow, coming: ProposalRow, earlier: readonly string[], db: WriteDb): void {
  if (own.seal === coming.seal || handedStates(db, own.id).includes(coming.seal)) return
  if (earlier.includes(own.seal)) return replace(coming, db)
  const { stands, isKept } = joinProposals(stateOf(own), stateOf(coming))
  if (stands === 'other') replace(coming, db)
  if (isKept) keepBeside(stands === 'one' ? coming : own, db)
}

function stateOf({ head_hash, state, save_number, seal }: ProposalRow): ProposalState {
  const isOpen = state === 'open'
  return {
    ...{ headHash: head_hash, saveNumber: save_number, seal },
    state: isOpen ? 'open' : state === 'settled' ? 'settled' : 'withdrawn',
  }
}

function replace(row: ProposalRow, db: WriteDb): void {
  const changes = [...PROPOSAL_COLUMNS.columns, 'base', 'head', 'seal'].map((name) => `${name} = :${name}`)
  db.run(`UPDATE proposals SET ${changes.join(', ')} WHERE id = :id`, row)
}

/** Keeps a proposal under an id that follows from it: two machines keep the same one, once. */
function keepBeside(row: ProposalRow, db: WriteDb): void {
  const { base, head, ...rest } = row
  const id = sha256Hex(`apart ${row.seal}`).slice(0, 32)
  const copy = { ...sealed(PROPOSAL_COLUMNS.columns, { ...rest, id }), base, head }
  addReview(db, { threads: [], threadEntries: [], proposals: [copy], proposalEntries: [], assignments: [] })
}
