import { z } from 'zod'
import { inlineSchema } from '../inline.ts'

export const directionSchema = z.enum(['rtl', 'ltr'])
export type Direction = z.infer<typeof directionSchema>

/** What every block carries: an id that survives edits and moves, and a direction that is never guessed. */
export const base = { id: z.string().min(1).max(64), dir: directionSchema }

export const inlines = z.array(inlineSchema).min(1)

/** @returns the schema of a block that is one line of text and nothing else. */
export function textBlock<T extends string>(type: T) {
  return z.looseObject({ ...base, type: z.literal(type), children: inlines })
}

/** What stands in a block that has no text of its own: Slate wants a place for the caret everywhere. */
export const voidChildren = z.tuple([z.looseObject({ text: z.literal('') })])
