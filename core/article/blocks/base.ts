import { z } from 'zod'
import { inlineSchema } from '../inline.ts'

export const directionSchema = z.enum(['rtl', 'ltr'])
export type Direction = z.infer<typeof directionSchema>

/** The fields of every block: an id that survives edits and moves, and an explicit direction. */
export const base = { id: z.string().min(1).max(64), dir: directionSchema }

export const inlines = z.array(inlineSchema).min(1)

/** @returns the schema of a line without fields of its own. */
export function textBlock<T extends string>(type: T) {
  return z.looseObject({ ...base, type: z.literal(type), children: inlines })
}

/** The children of a void block. Slate requires an empty text in every element. */
export const voidChildren = z.tuple([z.looseObject({ text: z.literal('') })])
