import type { Around } from './line.ts'
import type { LooseBlock, Reading } from './loose.ts'
import type { HtmlElement } from './tree.ts'

/** @returns the blocks of an element as one block that holds them; none for an element without any. */
export function readContainer(type: string, node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const children = reading.blocks(node.children, inside)
  return children.length === 0 ? [] : [{ type, dir: inside.dir ?? children[0]?.dir ?? 'rtl', children }]
}
