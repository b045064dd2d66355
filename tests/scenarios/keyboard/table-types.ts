import type { TextBlock, VoidBlock } from '#core/article/block.ts'
import type { Outline } from '../../support/outline.ts'

/** What stands in the document before the key and after it. `{line}` is run for each line of the row. */
export type Example = { given: Outline; becomes: Outline }

/** One statement of a cell, and what proves it. */
export type Clause = { says: string; examples: readonly [Example, ...Example[]] }

/** A cell: its statements, which the table joins by semicolons. None: the cell is empty. */
export type Cell = readonly Clause[]

export type Row = {
  /** The first cell of the row. */
  in: string
  /** The types of line or opaque block that the row is about. */
  lines: readonly (TextBlock | VoidBlock)['type'][]
  enter: Cell
  /** `as Enter` runs the examples of Enter. */
  softBreak: Cell | 'as Enter'
  backspace: Cell
}

/** @returns a statement and its examples, each a pair of what is given and what it becomes. */
export function clause(
  says: string,
  ...pairs: readonly [readonly [Outline, Outline], ...(readonly [Outline, Outline])[]]
): Clause {
  const [first, ...rest] = pairs.map(([given, becomes]) => ({ given, becomes }))
  if (first === undefined) throw new Error('A statement has an example')
  return { says, examples: [first, ...rest] }
}
