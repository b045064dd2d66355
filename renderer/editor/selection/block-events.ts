import type { ClipboardEvent, MouseEvent } from 'react'
import { Path, Transforms, type Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { deleteBlock } from '../commands/arrange.ts'
import { drawSelection, focusText } from '../focus-text.ts'
import { newBlockId } from '../new-id.ts'
import { copiedCells, emptyCells } from '../paste/selected-cells.ts'
import { pressLine, TRIPLE } from './line-drag.ts'
import { isOnControl, pressedBlock } from './pressed-block.ts'
import { extendTo, selectBlocks } from './select-blocks.ts'
import { areBlocksSelected, chosenBlocks, pathsOf } from './selected-blocks.ts'
import { makeRoom } from './write-at-blocks.ts'

/** @returns whether a block is among the selected ones. */
function isSelected(editor: Editor, path: Path): boolean {
  const run = chosenBlocks(editor)
  return run !== null && pathsOf(run).some((each) => Path.equals(each, path) || Path.isAncestor(each, path))
}

/** Selects the block whose picture, card or frame is pressed; with Shift up to it. A press on text ends such a selection. */
export function pressBlock(editor: Editor, event: MouseEvent): void {
  if (isOnControl(editor, event.target)) return
  const path = pressedBlock(editor, event.target)
  if (path === null) return pressText(editor, event)
  event.preventDefault()
  if (event.shiftKey) extendTo(editor, path)
  // The menu of the right button is for all the selected blocks.
  else if (event.button === 0 || !isSelected(editor, path)) selectBlocks(editor, path)
  drawSelection(editor)
  focusText(editor)
}

/** Ends the selection of blocks. Without it the browser would begin to drag the text of the blocks. */
function pressText(editor: Editor, event: MouseEvent): void {
  if (event.button !== 0) return
  if (event.detail >= TRIPLE) return pressLine(editor, event)
  if (editor.selection?.level === undefined) return
  const place = event.shiftKey ? null : ReactEditor.resolveEventRange(editor, event.nativeEvent)
  if (place === null) Transforms.setSelection(editor, { level: undefined })
  else Transforms.select(editor, place)
}

/** @returns whether a click has selected whole lines. Slate would select something else now. */
export function isTripleClick(event: MouseEvent): boolean {
  return event.detail >= TRIPLE
}

/** Cuts the selected blocks or cells. @returns false, and changes nothing, if other text is selected. */
export function cutBlocks(editor: Editor, event: ClipboardEvent): boolean {
  const areBlocks = areBlocksSelected(editor)
  if (!areBlocks && copiedCells(editor) === null) return false
  event.preventDefault()
  ReactEditor.setFragmentData(editor, event.clipboardData, 'cut')
  if (areBlocks) deleteBlock(editor)
  else emptyCells(editor)
  return true
}

/** Makes the line that composed letters go to while blocks are selected. @returns whether any are. */
export function composeAtBlocks(editor: Editor): boolean {
  if (!areBlocksSelected(editor)) return false
  makeRoom(editor, newBlockId)
  return true
}

/**
 * Gives a key to the selected blocks.
 *
 * @returns false for what it does not know, and if text is selected
 */
export function inputAtBlocks(editor: Editor, { inputType, data, dataTransfer }: InputEvent): boolean {
  if (!areBlocksSelected(editor)) return false
  if (inputType.startsWith('delete')) editor.deleteFragment()
  else if (inputType === 'insertParagraph' || inputType === 'insertLineBreak') editor.insertBreak()
  else if (dataTransfer !== null) editor.insertData(dataTransfer)
  else if (inputType === 'insertText' && data !== null) editor.insertText(data)
  else return false
  return true
}
