import type { Role } from '#core/review/states.ts'
import type { WriteDb } from '../handles.ts'
import { journalRow } from './journal.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'

/** What somebody did with a proposal, for the audit. */
export type ProposalEntry = {
  /** A UUID, so that the entries of two machines can be united. */
  id: string
  proposalId: string
  at: string
  by: string
  role: Role
  action: 'begun' | 'accepted' | 'rejected' | 'undone' | 'withdrawn' | 'settled'
  removed: string
  added: string
  saveNumber: number
}

export const PROPOSAL_ENTRY_COLUMNS = sealedColumns([
  ...(['id', 'proposal_id', 'at', 'by', 'role', 'action', 'removed', 'added', 'save_number'] as const),
])

export type ProposalEntryRow = Record<
  Exclude<ColumnOf<typeof PROPOSAL_ENTRY_COLUMNS>, 'save_number'> | 'seal',
  string
> & {
  save_number: number
}

const NEW_ROW = {
  ...{ id: ':id', proposal_id: ':proposalId', at: ':at', by: ':by', role: ':role', action: ':action' },
  ...{ removed: ':removed', added: ':added', save_number: ':saveNumber' },
}

/** Appends to the audit of a proposal. */
export function addProposalEntry(db: WriteDb, entry: ProposalEntry): void {
  db.transaction(() => {
    db.run(`INSERT INTO proposal_entries ${PROPOSAL_ENTRY_COLUMNS.inserted(NEW_ROW)}`, { ...entry })
    journalRow(db, 'decision', entry.id)
  })
}
