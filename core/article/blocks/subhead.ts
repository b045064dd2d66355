import { z } from 'zod'
import { base, inlines } from './base.ts'

export const subheadSchema = z.looseObject({
  ...base,
  type: z.literal('subhead'),
  level: z.union([z.literal(2), z.literal(3)]),
  children: inlines,
})
export type Subhead = z.infer<typeof subheadSchema>
