import type { Around } from './line.ts'
import type { LooseBlock, Reading } from './loose.ts'
import type { HtmlElement } from './tree.ts'

/** @returns the figures of an element as one gallery, followed by its other blocks. */
export function readGallery(node: HtmlElement, inside: Around, reading: Reading): LooseBlock[] {
  const blocks = reading.blocks(node.children, inside)
  const figures = blocks.filter(({ type }) => type === 'figure')
  if (figures.length === 0) return blocks
  const dir = inside.dir ?? figures[0]?.dir ?? 'rtl'
  return [{ type: 'gallery', dir, children: figures }, ...blocks.filter(({ type }) => type !== 'figure')]
}
