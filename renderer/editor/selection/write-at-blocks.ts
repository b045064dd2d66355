import { Editor, Node, Path, Transforms } from 'slate'
import type { AnyBlock, TextBlock } from '#core/article/block.ts'
import { isTextType, shapeOf } from '#core/article/block-types.ts'
import { emptyBlock, type NewId } from '#core/article/factories.ts'
import { traitsOf } from '#core/article/traits.ts'
import { removeRun } from '../commands/arrange.ts'
import { isBlock, isContainer, isEmptyLine, isTextBlock } from '../query.ts'
import { openParagraph } from '../with/leave.ts'
import { selectedBlocks, type BlockRun } from './selected-blocks.ts'

/**
 * Makes the line that typed or pasted text goes to while blocks are selected: after a single block an empty paragraph, so
 * that a stray key destroys nothing; several are replaced, as selected text is.
 */
export function makeRoom(editor: Editor, newId: NewId): void {
  const run = selectedBlocks(editor)
  if (run === null) return
  if (run.first === run.last) openAfter(editor, run, newId)
  else replace(editor, run, newId)
}

/** Moves the caret to an empty line after blocks: a paragraph, or the next item of a list. */
export function openAfter(editor: Editor, { parent, last }: BlockRun, newId: NewId): void {
  const path = [...parent, last]
  const block = Node.get(editor, path) as AnyBlock
  const type = lineIn(editor, parent)
  if (parent.length === 0) return openParagraph(editor, path, block.dir, newId)
  if (type === null)
    return openAfter(editor, { parent: Path.parent(parent), first: 0, last: parent.at(-1) ?? 0 }, newId)
  insertLine(editor, type, block, Path.next(path), newId)
}

/** @returns the type of line that can be inserted among the children of a parent, or null. */
function lineIn(editor: Editor, parent: Path): TextBlock['type'] | null {
  const node = Node.get(editor, parent)
  const type = isBlock(node) && isContainer(node) ? shapeOf(node.type).items[0] : 'paragraph'
  return isTextType(type) && traitsOf(type).line === 'running' ? type : null
}

function insertLine(editor: Editor, type: TextBlock['type'], beside: AnyBlock, at: Path, newId: NewId): void {
  Transforms.insertNodes(editor, emptyBlock(type, newId, beside.dir), { at })
  Transforms.select(editor, Editor.start(editor, at))
}

/** Puts an empty line in the place of several blocks. The first of them stays, emptied, if it is a line itself. */
function replace(editor: Editor, run: BlockRun, newId: NewId): void {
  const { parent, first, last } = run
  const path = [...parent, first]
  const block = Node.get(editor, path) as AnyBlock
  const type = lineIn(editor, parent)
  Editor.withoutNormalizing(editor, () => {
    if (isTextBlock(block)) {
      if (!isEmptyLine(block)) Transforms.delete(editor, { at: Editor.range(editor, path) })
      Transforms.select(editor, Editor.start(editor, path))
      removeRun(editor, { parent, first: first + 1, last })
    } else if (type !== null) {
      insertLine(editor, type, block, path, newId)
      removeRun(editor, { parent, first: first + 1, last: last + 1 })
    } else {
      openAfter(editor, run, newId)
      removeRun(editor, run)
    }
  })
}
