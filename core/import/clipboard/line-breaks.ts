import type { Inline } from '../../article/inline.ts'
import { isText } from '../../article/text-nodes.ts'
import type { LooseBlock } from '../html/loose.ts'

const isBreak = (inline: Inline | undefined): boolean => inline !== undefined && isText(inline) && inline.text === '\n'

/** Divides a line at its empty lines, which many programs write between paragraphs. A single line break stays. */
function parts(children: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]]
  let breaks: Inline[] = []
  for (const inline of children) {
    if (isBreak(inline)) {
      breaks.push(inline)
      continue
    }
    const line = lines.at(-1)
    if (breaks.length > 1 && line?.length !== 0) lines.push([inline])
    else line?.push(...(line.length === 0 ? [] : breaks), inline)
    breaks = []
  }
  return lines.filter((line) => line.length > 0)
}

const isBlock = (node: unknown): node is LooseBlock =>
  typeof node === 'object' && node !== null && 'type' in node && 'dir' in node && 'children' in node

/** The inlines of a line as they stand in the text: browsers underline links, and headings are bold by themselves. */
function unstyled(type: string, inline: Inline): Inline {
  if (isText(inline)) {
    const { bold: _bold, ...light } = inline
    return type === 'subhead' || type === 'headline' ? light : inline
  }
  if (inline.type !== 'link') return inline
  return { ...inline, children: inline.children.map(({ underline: _underline, ...text }) => text) }
}

/**
 * Reads the line breaks of pasted lines: an empty line ends a paragraph, and none stands at the edge of a line. Takes away
 * the look that links and subheads have by themselves.
 */
export function withParagraphs(blocks: readonly LooseBlock[]): LooseBlock[] {
  return blocks.flatMap((block): LooseBlock[] => {
    if (block.children.some(isBlock)) return [{ ...block, children: withParagraphs(block.children.filter(isBlock)) }]
    const inlines = (block.children as Inline[]).map((inline) => unstyled(block.type, inline))
    const lines = parts(inlines)
    if (block.type === 'paragraph' && lines.length > 1) return lines.map((line) => ({ ...block, children: line }))
    const children = lines.flatMap((line, index) => (index === 0 ? line : [{ text: '\n' }, ...line]))
    return [{ ...block, children }]
  })
}
