import type { ContainerBlock } from '../../article/block.ts'
import { blockNames } from '../../article/block-names.ts'
import { shapeOf } from '../../article/block-types.ts'
import type { Around } from './line.ts'
import { readLines, type LooseLine, type Reading } from './loose.ts'
import { hasClass, type HtmlElement, type HtmlNode } from './tree.ts'
import { withinBlock } from './within.ts'

/** @returns the classes of the lines that a container of this type holds. */
function lineClasses(type: ContainerBlock['type']): string[] {
  const lines = new Set<string>(shapeOf(type).lead)
  return blockNames().flatMap(([name, { className }]) =>
    lines.has(name) && className !== undefined ? [className] : [],
  )
}

/**
 * Reads what fills the lines of a container, such as the halves of a verse.
 * @returns its lines. An element with the class of such a line is one even without words: it keeps the others in place.
 */
export function readFixedLines(
  type: ContainerBlock['type'],
  { children }: HtmlElement,
  inside: Around,
  reading: Reading,
): LooseLine[] {
  const classes = lineClasses(type)
  const lines: LooseLine[] = []
  let others: HtmlNode[] = []
  const flush = (): void => {
    for (const line of readLines(others, inside, reading)) lines.push(line)
    others = []
  }
  for (const child of children) {
    if (child.type === 'text' || !hasClass(child, ...classes)) others.push(child)
    else {
      flush()
      const own = readLines([child], inside, reading)
      if (own.length === 0) lines.push({ dir: withinBlock(child, inside).dir ?? 'rtl', children: [] })
      for (const line of own) lines.push(line)
    }
  }
  flush()
  return lines
}
