import { z } from 'zod'

/** How long the body should become. It is kept beside the article, and never exported. */
export const goalSchema = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('words'), amount: z.int().min(1).max(100_000) }),
  z.object({
    unit: z.literal('lines'),
    amount: z.int().min(1).max(10_000),
    /** The width of the column, in mean letters of the house's font. */
    column: z.int().min(5).max(200),
  }),
])
export type Goal = z.infer<typeof goalSchema>

/** @returns the width of a text, in mean letters. */
type Measure = (text: string) => number

/**
 * Sets paragraphs in a column, word by word, as a page does without hyphens.
 * @returns how many lines they take; a paragraph without a word takes none, and a word wider than the column one.
 */
export function columnLines(paragraphs: readonly string[], column: number, measure: Measure): number {
  const space = measure(' ')
  return paragraphs.reduce((sum, paragraph) => sum + linesOf(paragraph, column, space, measure), 0)
}

function linesOf(paragraph: string, column: number, space: number, measure: Measure): number {
  let lines = 0
  let room = 0
  for (const word of paragraph.split(/\s+/u).filter((each) => each !== '')) {
    const width = measure(word)
    if (lines === 0 || width > room) {
      lines += 1
      room = column - width - space
    } else room -= width + space
  }
  return lines
}
