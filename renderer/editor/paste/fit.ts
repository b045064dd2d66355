import type { AnyBlock, Block, ContainerBlock, TextBlock } from '#core/article/block.ts'
import { defaultFields, foreignFields, isHeadType, isTextType, shapeOf } from '#core/article/block-types.ts'
import { isWebUrl } from '#core/article/inline.ts'
import { blockText } from '#core/article/plain-text.ts'
import { childBlocks, isText, isTextBlock } from '#core/article/text-nodes.ts'

/** @returns blocks for a body: fields of the head become paragraphs. */
export function asBody(blocks: readonly Block[]): Block[] {
  return blocks.map((block) => (isHeadType(block.type) ? { ...block, type: 'paragraph' } : block) as Block)
}

/**
 * @returns the lines of blocks that are only text, lists and quotations; null if one of them holds something else, which
 *   would be lost among lines
 */
export function linesOf(blocks: readonly AnyBlock[]): TextBlock[] | null {
  const lines: TextBlock[] = []
  for (const block of blocks) {
    if (isTextBlock(block)) lines.push(block)
    else if (block.type === 'list' || block.type === 'quote') {
      lines.push(...childBlocks(block).filter((child): child is TextBlock => isTextBlock(child) && !isEmpty(child)))
    } else return null
  }
  return lines
}

function isEmpty(line: TextBlock): boolean {
  return blockText(line).trim() === ''
}

/**
 * Fits pasted blocks into a container, as its items.
 * @returns the items; null if one of the blocks has no place in it
 */
export function fittedTo(container: ContainerBlock['type'], blocks: readonly Block[]): AnyBlock[] | null {
  const items: AnyBlock[] = []
  for (const block of blocks) {
    const fitted = fittedOne(container, block)
    if (fitted === null) return null
    items.push(...fitted)
  }
  return items
}

function fittedOne(container: ContainerBlock['type'], block: Block): AnyBlock[] | null {
  const accepted: readonly string[] = shapeOf(container).items
  if (accepted.includes(block.type)) return [block]
  if (block.type === container) return childBlocks(block).filter(({ type }) => accepted.includes(type))
  // Any other line than a paragraph divides a list.
  if (container === 'list' && block.type !== 'paragraph') return null
  const line = accepted.find((type) => isTextType(type))
  const lines = linesOf([block])
  return line === undefined || lines === null ? null : lines.map((each) => asLine(each, line))
}

/** @returns a line as one of another type. A link that is all of a related item's text gives it its address. */
export function asLine(line: TextBlock, type: TextBlock['type']): TextBlock {
  const foreign = new Set(foreignFields(Object.keys(line), type))
  const kept = Object.fromEntries(Object.entries(line).filter(([name]) => !foreign.has(name)))
  const made = { ...defaultFields(type), ...kept, type } as TextBlock
  if (made.type !== 'related-item') return made
  const [only, ...others] = line.children.filter((inline) => !isText(inline) || inline.text.trim() !== '')
  if (only === undefined || others.length > 0) return made
  if (isText(only))
    return isWebUrl(only.text.trim()) ? { ...made, url: only.text.trim(), children: [{ text: '' }] } : made
  if (only.type !== 'link' || !isWebUrl(only.url)) return made
  return { ...made, url: only.url, children: only.children }
}
