import { z } from 'zod'
import { base, textBlock } from './base.ts'
import { listSchema } from './list.ts'
import { paragraphSchema } from './paragraph.ts'

export const factboxTitleSchema = textBlock('factbox-title')
export type FactboxTitle = z.infer<typeof factboxTitleSchema>

/** Background beside the story: a title, then paragraphs and lists. */
export const factboxSchema = z.looseObject({
  ...base,
  type: z.literal('factbox'),
  children: z.array(z.union([factboxTitleSchema, paragraphSchema, listSchema])).min(2),
})
export type Factbox = z.infer<typeof factboxSchema>
