import type { TextBlock, VoidBlock } from '#core/article/block.ts'
import type { Outline } from '../../support/outline.ts'

/** The document before the key and after it. `{line}` stands for each line of the row in turn. */
export type Example = { given: Outline; becomes: Outline }

/** One statement of a cell, and its examples. */
export type Clause = { says: string; examples: readonly [Example, ...Example[]] }

/** The statements of a cell, which the table joins by semicolons; none for an empty cell. */
export type Cell = readonly Clause[]

export type Row = {
  /** The first cell of the row. */
  in: string
  /** The types of line or opaque block that the row describes. */
  lines: readonly (TextBlock | VoidBlock)['type'][]
  enter: Cell
  /** `as Enter` runs the examples of Enter. */
  softBreak: Cell | 'as Enter'
  backspace: Cell
}

/** @returns a statement and its examples, each given as a pair: before and after. */
export function clause(
  says: string,
  ...pairs: readonly [readonly [Outline, Outline], ...(readonly [Outline, Outline])[]]
): Clause {
  const [first, ...rest] = pairs.map(([given, becomes]) => ({ given, becomes }))
  if (first === undefined) throw new Error('A statement has an example')
  return { says, examples: [first, ...rest] }
}
