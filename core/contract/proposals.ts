import { z } from 'zod'
import { articleSchema } from '../article/article.ts'
import { decisionSchema, proposalSchema } from '../review/proposal.ts'
import { base64Schema } from './base64.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)

/**
 * How a decision changes a proposal: accepted parts are in its base now, rejected ones no longer in its head. It is saved
 * with the article, in one transaction, by `articles.save`.
 */
export const decidedProposalSchema = z.object({
  id,
  base: articleSchema,
  head: articleSchema,
  /** Of the proposal, not of the article. */
  baseSaveNumber: z.int().nonnegative(),
  decisions: z.array(decisionSchema).min(1).max(10_000),
})

export const proposalsCalls = {
  /** Those that are open, the oldest first. `damaged` counts what is left out because it does not match its seal. */
  'proposals.list': call(z.object({ id }), z.object({ proposals: z.array(proposalSchema), damaged: z.int() })),
  /**
   * Commits what a person proposes for an article, in any state but the bin; the article itself stays as it is. The answer
   * comes after SQLite has synced it. `baseSaveNumber` null begins a proposal under this id. Refused with `conflict` for a
   * save that did not start from the stored one, with `not-yours` for another's. A proposal whose head equals its base is
   * settled.
   */
  'proposals.save': call(
    z.object({
      ...{ id, proposalId: id, base: articleSchema, head: articleSchema, note: z.string().max(5000).default('') },
      ...{ baseSaveNumber: z.int().nonnegative().nullable() },
    }),
    z.object({ saveNumber: z.int(), updatedAt: z.string() }),
  ),
  /**
   * Adds the proposal of somebody who does not write here: what a file or another text of the article brought. `by` says
   * whose it is, or where it comes from; the audit names who added it. Refused with `conflict` for an id that is taken.
   */
  'proposals.add': call(
    z.object({
      ...{ id, proposalId: id, by: z.string().trim().min(1).max(200), note: z.string().max(5000).default('') },
      ...{ base: articleSchema, head: articleSchema },
    }),
    z.object({}),
  ),
  /**
   * Begins a proposal from a file: what the one article that is in it has otherwise than the saved text. A plain text
   * proposes words and lines only. Null when it proposes nothing. Refused with `invalid-input` for a file of several articles.
   */
  'proposals.file': call(
    z.object({
      ...{
        id,
        name: z.string().max(255),
        bytes: base64Schema,
        note: z.string().max(5000).default(''),
      },
    }),
    z.object({ proposalId: id.nullable() }),
  ),
  /** Takes one's own proposal back. Refused with `not-yours` for another's. */
  'proposals.withdraw': call(z.object({ proposalId: id }), z.object({})),
}
