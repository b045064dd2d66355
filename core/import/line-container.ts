import type { ContainerBlock } from '../article/block.ts'
import { shapeOf } from '../article/block-types.ts'
import type { Inline } from '../article/inline.ts'
import { isText } from '../article/text-nodes.ts'
import type { LooseBlock, LooseLine } from './html/loose.ts'

/**
 * Parts a line at its line breaks; a break within a link or an isolate parts nothing.
 * @param count how many lines the container holds
 * @returns its parts, without empty ones; with them if they are as many as the container holds
 */
function parted({ dir, children }: LooseLine, count: number): LooseLine[] {
  if (children.length === 0) return [{ dir, children }]
  const lines: Inline[][] = [[]]
  for (const inline of children) {
    const [first = '', ...more] = isText(inline) ? inline.text.split('\n') : []
    if (!isText(inline)) lines.at(-1)?.push(inline)
    else {
      if (first !== '') lines.at(-1)?.push({ ...inline, text: first })
      for (const text of more) lines.push(text === '' ? [] : [{ ...inline, text }])
    }
  }
  const kept = lines.length === count ? lines : lines.filter((line) => line.length > 0)
  return kept.map((line) => ({ dir, children: line }))
}

/**
 * @returns lines as containers of a type that holds fixed lines alone, such as verses: each is filled before the next. None
 *   if no line has words.
 */
export function lineContainers(type: ContainerBlock['type'], lines: readonly LooseLine[]): LooseBlock[] {
  const { lead } = shapeOf(type)
  const blocks: LooseBlock[] = []
  const parts = lines.flatMap((line) => parted(line, lead.length))
  if (parts.every(({ children }) => children.length === 0)) return []
  for (const [index, line] of parts.entries()) {
    const place = index % lead.length
    if (place === 0) blocks.push({ type, dir: line.dir, children: [] })
    blocks.at(-1)?.children.push({ type: lead[place], ...line })
  }
  return blocks
}
