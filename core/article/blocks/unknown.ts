import { z } from 'zod'
import { base, voidChildren } from './base.ts'

/** A block of a later version or another program. `original` keeps it whole; the editor shows a card in its place. */
export const unknownSchema = z.looseObject({
  ...base,
  type: z.literal('unknown'),
  original: z.json(),
  children: voidChildren,
})
export type UnknownBlock = z.infer<typeof unknownSchema>
