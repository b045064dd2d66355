import { z } from 'zod'

const id = z.string().min(1).max(64)

/** A place in a line: the id of its block, and a number of units from its start (see `core/changes/change.ts`). */
const placeSchema = z.object({ block: id, at: z.int().nonnegative() })
export type Place = z.infer<typeof placeSchema>

/** How many units of text around a quote are kept, so that a person and a program can tell it from an equal one. */
export const CONTEXT = 32

/** The most units of a quote. */
export const MAX_QUOTE = 20_000

/**
 * What a thread is about, in the revision that the thread names. Words are kept beside their place, as the selectors of
 * the W3C Web Annotation model do: they are shown where the place is gone.
 */
export const anchorSchema = z.discriminatedUnion('on', [
  z.object({ on: z.literal('article') }),
  /** A block as a whole, such as a picture. */
  z.object({ on: z.literal('block'), block: id }),
  /** Words, from one place to another in the same line or a later one. */
  z.object({
    on: z.literal('words'),
    start: placeSchema,
    end: placeSchema,
    quote: z.string().min(1).max(MAX_QUOTE),
    before: z.string().max(CONTEXT),
    after: z.string().max(CONTEXT),
  }),
])
export type Anchor = z.infer<typeof anchorSchema>
export type WordsAnchor = Extract<Anchor, { on: 'words' }>
