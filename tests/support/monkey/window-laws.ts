import { Node, Range, Text, type Descendant, type Point } from 'slate'
import type { Block } from '#core/article/block.ts'
import { brokenLaws } from '../laws.ts'
import type { Look } from './look.ts'

/** A line break at the end of a block is drawn twice, so that the line after it is seen. */
const isDrawnAs = (text: string, drawn: string | undefined): boolean => drawn === text || drawn === `${text}\n`

function isIn(document: readonly Block[], { path, offset }: Point): boolean {
  const node = Node.getIf({ children: document as Descendant[] } as Node, path)
  return Text.isText(node) && offset <= node.text.length
}

/** @returns the laws that a window with an open article breaks. */
export function brokenInWindow(seen: Look): string[] {
  const { document, texts, drawn, focus, focused, selection } = seen
  const broken: string[] = []
  if (seen.hasCrashed) broken.push('the screen has crashed')
  if (document === null) return broken
  if (seen.canWrite && focus === 'nothing' && !seen.hasWordsElsewhere)
    broken.push(`no control has the focus: ${focused}`)
  broken.push(...brokenLaws(document))
  if (selection !== null && !Range.edges(selection).every((point) => isIn(document, point))) {
    broken.push(`the selection is not in the text: ${JSON.stringify(selection)}`)
  }
  const at = texts.findIndex((text, index) => !isDrawnAs(text, drawn[index]))
  if (at !== -1) broken.push(`drawn otherwise than it is: “${drawn[at] ?? 'nothing'}” for “${texts[at]}”`)
  if (drawn.length > texts.length) broken.push(`${drawn.length} texts are drawn for ${texts.length}`)
  return broken
}
