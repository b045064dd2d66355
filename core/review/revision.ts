import { z } from 'zod'

/** Why a revision was kept. */
export const revisionReasonSchema = z.enum([
  'created',
  'imported',
  'moved',
  'reopened',
  'exported',
  /** It was sent to a destination. */
  'sent',
  /** Before another point was restored. */
  'before-restore',
  'restored',
  'deleted',
  /** Recovered from a damaged store or a backup. */
  'recovered',
  /** At a pause in a long session. */
  'quiet',
  /** When the article was closed. */
  'closed',
])
export type RevisionReason = z.infer<typeof revisionReasonSchema>

/** Kept by Midad itself and not at a person's step: these may be thinned out when they are old. */
export const AUTOMATIC_REASONS: ReadonlySet<RevisionReason> = new Set(['quiet', 'closed'])
