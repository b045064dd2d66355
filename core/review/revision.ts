import { z } from 'zod'

/** Why a revision was kept. */
export const revisionReasonSchema = z.enum([
  'created',
  'imported',
  'moved',
  'reopened',
  'exported',
  /** Delivered to a destination. */
  'sent',
  /** Kept before another revision was restored. */
  'before-restore',
  'restored',
  'deleted',
  /** Recovered from a damaged store or a backup. */
  'recovered',
  /** The text in which the anchor of a thread lies. */
  'commented',
  /** Kept before another version was merged into it. */
  'before-merge',
  'merged',
  'handed-over',
  /** Kept at a pause in a long session. */
  'quiet',
  /** Kept when the article was closed. */
  'closed',
])
export type RevisionReason = z.infer<typeof revisionReasonSchema>

/** Reasons of revisions that Midad keeps without an action of a person. Old ones may be thinned out. */
export const AUTOMATIC_REASONS: ReadonlySet<RevisionReason> = new Set(['quiet', 'closed'])
