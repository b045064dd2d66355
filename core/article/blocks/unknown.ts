import { z } from 'zod'
import { base, voidChildren } from './base.ts'

/** A block of a later version, or of another program: kept whole in `original`, shown as opaque. */
export const unknownSchema = z.looseObject({
  ...base,
  type: z.literal('unknown'),
  original: z.json(),
  children: voidChildren,
})
export type UnknownBlock = z.infer<typeof unknownSchema>
