import { z } from 'zod'
import { base, voidChildren } from './base.ts'

/** A section break between two parts of the text. */
export const separatorSchema = z.looseObject({ ...base, type: z.literal('separator'), children: voidChildren })
export type Separator = z.infer<typeof separatorSchema>
