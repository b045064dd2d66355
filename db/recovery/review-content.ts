import { ASSIGNMENT_COLUMNS, type AssignmentRow } from '../tables/assignments.ts'
import { PROPOSAL_ENTRY_COLUMNS, type ProposalEntryRow } from '../tables/proposal-entries.ts'
import { proposalOf, type ProposalRow } from '../tables/proposals.ts'
import { THREAD_COLUMNS, THREAD_ENTRY_COLUMNS, type ThreadEntryRow, type ThreadRow } from '../tables/threads.ts'
import type { ReviewRow } from './review-row.ts'

/** The threads, proposals and assignments that are proven by seals and hashes, each once, in the order of their numbers. */
export type ReviewContent = {
  threads: readonly ThreadRow[]
  threadEntries: readonly ThreadEntryRow[]
  /** The latest save of each whose texts are sound too. */
  proposals: readonly ProposalRow[]
  proposalEntries: readonly ProposalEntryRow[]
  assignments: readonly AssignmentRow[]
}

type Numbered<T> = Map<string, { number: number; row: T }>

/** Collects the proven rows of threads, proposals and assignments. */
export class ReviewRows {
  readonly #threads: Numbered<ThreadRow> = new Map()
  readonly #threadEntries: Numbered<ThreadEntryRow> = new Map()
  readonly #proposals: Numbered<ProposalRow> = new Map()
  readonly #proposalEntries: Numbered<ProposalEntryRow> = new Map()
  readonly #assignments: Numbered<AssignmentRow> = new Map()

  /** Keeps a row if it is as it was written. Of several saves of a proposal it keeps the latest. */
  add(known: ReviewRow): void {
    const { number, row } = known
    if (known.table === 'threads') {
      if (THREAD_COLUMNS.isSound(known.row)) this.#threads.set(row.id, { number, row: known.row })
    } else if (known.table === 'thread_entries') {
      if (THREAD_ENTRY_COLUMNS.isSound(known.row)) this.#threadEntries.set(row.id, { number, row: known.row })
    } else if (known.table === 'proposal_entries') {
      if (PROPOSAL_ENTRY_COLUMNS.isSound(known.row)) this.#proposalEntries.set(row.id, { number, row: known.row })
    } else if (known.table === 'assignments') {
      if (ASSIGNMENT_COLUMNS.isSound(known.row)) this.#assignments.set(row.id, { number, row: known.row })
    } else {
      const before = this.#proposals.get(row.id)?.row.save_number ?? -1
      if (known.row.save_number < before || proposalOf(known.row) === null) return
      this.#proposals.set(row.id, { number, row: known.row })
    }
  }

  content(): ReviewContent {
    return {
      threads: inOrder(this.#threads),
      threadEntries: inOrder(this.#threadEntries),
      proposals: inOrder(this.#proposals),
      proposalEntries: inOrder(this.#proposalEntries),
      assignments: inOrder(this.#assignments),
    }
  }
}

function inOrder<T>(rows: Numbered<T>): T[] {
  return [...rows.values()].toSorted((one, other) => one.number - other.number).map(({ row }) => row)
}
