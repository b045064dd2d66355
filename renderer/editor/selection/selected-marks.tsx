import { useLayoutEffect } from 'react'
import type { Editor } from 'slate'
import { ReactEditor, useSlateSelector, useSlateStatic } from 'slate-react'
import type { AnyBlock } from '#core/article/block.ts'
import { cellsInRectangle } from '../paste/selected-cells.ts'
import { blocksOf, chosenBlocks } from './selected-blocks.ts'
import './selected-marks.css'

const NONE: AnyBlock[] = []

function selected(editor: Editor): AnyBlock[] {
  const run = chosenBlocks(editor)
  if (run !== null) return blocksOf(editor, run)
  const cells = cellsInRectangle(editor)
  return cells.length === 0 ? NONE : cells
}

function isSame(one: AnyBlock[] | null, other: AnyBlock[]): boolean {
  return one?.length === other.length && other.every((block, index) => block === one[index])
}

/**
 * Marks the elements of the selected blocks, or of the cells that are selected as a rectangle, so that the page shows them and neither the caret nor selected text. Their
 * views need not be drawn anew.
 */
export function SelectedMarks() {
  const editor = useSlateStatic()
  const blocks = useSlateSelector(selected, isSame)
  useLayoutEffect(() => {
    if (blocks.length === 0) return
    const page = ReactEditor.toDOMNode(editor, editor)
    const elements = blocks.map((block) => ReactEditor.toDOMNode(editor, block))
    page.dataset['selectsBlocks'] = ''
    for (const element of elements) element.dataset['chosen'] = ''
    return () => {
      delete page.dataset['selectsBlocks']
      for (const element of elements) delete element.dataset['chosen']
    }
  }, [editor, blocks])
  return null
}
