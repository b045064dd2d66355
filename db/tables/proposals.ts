import { deflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Proposal } from '#core/review/proposal.ts'
import { roleSchema, type Role } from '#core/review/states.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { digest } from '../seal.ts'
import { sealedColumns, type ColumnOf } from '../sealed.ts'
import { readArticle } from './article-text.ts'
import { inflate } from './revisions.ts'

/** `settled`: nothing of it is open. It keeps its texts, so that a decision can be taken back. */
const proposalStateSchema = z.enum(['open', 'settled', 'withdrawn'])

/** A proposal as the store has it. */
export type ProposalRecord = Proposal & { articleId: string; role: Role; state: z.infer<typeof proposalStateSchema> }

export const PROPOSAL_COLUMNS = sealedColumns([
  ...(['id', 'article_id', 'by', 'role', 'note', 'base_hash', 'head_hash', 'save_number'] as const),
  ...(['created_at', 'updated_at', 'state'] as const),
])

type Column = ColumnOf<typeof PROPOSAL_COLUMNS>
/** Without its two texts, which their hashes prove. */
export type ProposalHeadRow = Record<Exclude<Column, 'save_number'> | 'seal', string> & { save_number: number }
export type ProposalRow = ProposalHeadRow & { base: Uint8Array; head: Uint8Array }
export const PROPOSAL_SELECTED = `${PROPOSAL_COLUMNS.selected}, base, head`

/** @returns a proposal; null for one that is not as it was written. */
export function proposalOf(row: ProposalRow): ProposalRecord | null {
  const [role, state] = [roleSchema.safeParse(row.role), proposalStateSchema.safeParse(row.state)]
  if (!PROPOSAL_COLUMNS.isSound(row) || !role.success || !state.success) return null
  try {
    return {
      ...{ id: row.id, articleId: row.article_id, by: row.by, role: role.data, note: row.note, state: state.data },
      base: readArticle(inflate(row.base, row.id), row.base_hash, row.id),
      head: readArticle(inflate(row.head, row.id), row.head_hash, row.id),
      ...{ saveNumber: row.save_number, createdAt: row.created_at, updatedAt: row.updated_at },
    }
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

/** @returns the open proposals for an article, the oldest first, and how many were left out because they are damaged. */
export function listProposals(db: ReadDb, articleId: string): { proposals: ProposalRecord[]; damaged: number } {
  const rows = db.all<ProposalRow>(
    `SELECT ${PROPOSAL_SELECTED} FROM proposals WHERE article_id = :articleId AND state = 'open' ORDER BY number`,
    { articleId },
  )
  const proposals = rows.map(proposalOf).filter((proposal) => proposal !== null)
  return { proposals, damaged: rows.length - proposals.length }
}

/** @returns whether there is a proposal with this id, in any state, sound or not. */
export function hasProposal(db: ReadDb, id: string): boolean {
  return db.get('SELECT 1 FROM proposals WHERE id = :id', { id }) !== undefined
}

/** @returns a proposal in any state, or null when there is none with this id. @throws ContractError `article-damaged` */
export function getProposal(db: ReadDb, id: string): ProposalRecord | null {
  const row = db.get<ProposalRow>(`SELECT ${PROPOSAL_SELECTED} FROM proposals WHERE id = :id`, { id })
  if (row === undefined) return null
  const proposal = proposalOf(row)
  if (proposal === null) throw new ContractError('article-damaged', { id: row.article_id })
  return proposal
}

const OF_SAVE = {
  ...{ note: ':note', base_hash: ':baseHash', head_hash: ':headHash', save_number: ':saveNumber' },
  ...{ updated_at: ':updatedAt', state: ':state' },
}
const NEW_ROW = {
  ...{ ...OF_SAVE, id: ':id', article_id: ':articleId', by: ':by', role: ':role', created_at: ':createdAt' },
}
const INSERT = `INSERT INTO proposals ${PROPOSAL_COLUMNS.inserted(NEW_ROW, { base: ':base', head: ':head' })}`

/** Writes a proposal: adds it, or replaces the one with its id. */
export function putProposal(db: WriteDb, { base, head, ...rest }: ProposalRecord): void {
  const [ofBase, ofHead] = [deflated(base), deflated(head)]
  const texts = { base: ofBase.data, baseHash: ofBase.hash, head: ofHead.data, headHash: ofHead.hash }
  db.run(`${INSERT} ON CONFLICT (id) DO UPDATE SET ${PROPOSAL_COLUMNS.assigned(OF_SAVE)}, base = :base, head = :head`, {
    ...{ ...rest, ...texts },
  })
}

function deflated(article: Article): { data: Uint8Array; hash: string } {
  const json = Buffer.from(canonicalJson(article))
  return { data: deflateRawSync(json), hash: digest(json) }
}
