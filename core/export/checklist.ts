import { z } from 'zod'

/** What an editor should know before an article leaves. Errors stop nothing but are shown first. */
export const checkFindingSchema = z.object({
  code: z.enum([
    'no-headline',
    'no-body',
    'no-byline',
    'no-section',
    'no-slug',
    'no-deck',
    'figure-without-image',
    'no-alt-text',
    'no-caption',
    'no-credit',
    'embargo-in-future',
    'unknown-content',
  ]),
  severity: z.enum(['error', 'warning']),
  /** The block that it concerns; null for the article as a whole. */
  blockId: z.string().nullable(),
})
export type CheckFinding = z.infer<typeof checkFindingSchema>
