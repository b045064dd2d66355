import { z } from 'zod'
import { base, textBlock } from './base.ts'

export const hemistichSchema = textBlock('hemistich')
export type Hemistich = z.infer<typeof hemistichSchema>

/** A line of poetry (بيت): its two halves, the first (صدر) and the second (عجز). Consecutive verses make a poem. */
export const verseSchema = z.looseObject({
  ...base,
  type: z.literal('verse'),
  children: z.tuple([hemistichSchema, hemistichSchema]),
})
export type Verse = z.infer<typeof verseSchema>
