import { Editor, Node, Path, Point, Range } from 'slate'
import type { Block, TextBlock } from '#core/article/block.ts'
import { isPlainBodyBlock, isTextBlock, textBlockAt } from '../query.ts'
import { copiesOf } from '../selection/copies.ts'
import { chosenBlocks } from '../selection/selected-blocks.ts'
import { copiedCells } from './selected-cells.ts'

/** What is copied: whole blocks, or words of one line as a paragraph. */
export type Copied = { blocks: Block[]; isPart: boolean }

/**
 * Reads the selected blocks. Words of one line bring nothing of the block around them: words of a caption are no picture,
 * and words of an item no list. A whole line of the body stays what it is. Of several cells of one
 * table come the whole cells.
 * @param isDrag whether the selected text is dragged away: then nothing but this text comes
 * @returns null if nothing is selected
 */
export function copiedBlocks(editor: Editor, isDrag = false): Copied | null {
  const run = chosenBlocks(editor)
  if (run !== null) return { blocks: copiesOf(editor, run), isPart: false }
  const cells = isDrag ? null : copiedCells(editor)
  if (cells !== null) return { blocks: [cells], isPart: false }
  const { selection } = editor
  if (selection === null || Range.isCollapsed(selection)) return null
  const [start, end] = Range.edges(selection)
  const [first, last] = [start, end].map((point) => textBlockAt(editor, point))
  const blocks = editor.getFragment() as Block[]
  if (!first || !last || !Path.equals(first[1], last[1])) return blocks.length === 0 ? null : { blocks, isPart: false }
  const [line, path] = first
  const isWhole = Point.equals(start, Editor.start(editor, path)) && Point.equals(end, Editor.end(editor, path))
  if (isWhole && path.length === 1 && isPlainBodyBlock(line) && line.type !== 'paragraph')
    return { blocks, isPart: false }
  const words = blocks.flatMap((block) => Array.from(Node.nodes(block), ([node]) => node)).find(isTextBlock)
  return words === undefined ? null : { blocks: [asParagraph(words)], isPart: true }
}

function asParagraph({ id, dir, children }: TextBlock): Block {
  return { type: 'paragraph', id, dir, children }
}
