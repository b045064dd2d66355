import { z } from 'zod'

/** Why an article was kept as it stood at a moment. */
export const revisionReasonSchema = z.enum([
  'created',
  'imported',
  'moved',
  'reopened',
  'exported',
  /** As it was sent to a destination. */
  'sent',
  /** Before another point was brought back. */
  'before-restore',
  'restored',
  'deleted',
  /** Brought back out of a damaged store or a backup. */
  'recovered',
  /** At a pause in a long session. */
  'quiet',
  /** When the article was closed. */
  'closed',
])
export type RevisionReason = z.infer<typeof revisionReasonSchema>
