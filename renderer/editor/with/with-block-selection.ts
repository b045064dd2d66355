import { Path, Point, type Editor } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import { FRAGMENT_TYPE } from '#core/import/clipboard/fragment.ts'
import { deleteBlock } from '../commands/arrange.ts'
import { asOneStep } from '../commands/one-step.ts'
import { areBlocksSelected, chosenBlocks } from '../selection/selected-blocks.ts'
import { makeRoom, openAfter } from '../selection/write-at-blocks.ts'

/** The types of the clipboard that a paste reads. */
const PASTED = [FRAGMENT_TYPE, 'text/html', 'text/plain']

/**
 * Lets keys and the clipboard act on selected blocks: Backspace, Delete and cut remove them, Enter opens a paragraph after
 * them, and what is typed or pasted goes where `makeRoom` says. Each is one undo step.
 */
export function withBlockSelection(editor: Editor, newId: NewId): Editor {
  const { insertText, insertData, insertBreak, insertSoftBreak } = editor
  const { deleteBackward, deleteForward, deleteFragment } = editor
  keepLevel(editor)

  /** Writes in a new line if blocks are selected. */
  const inRoom = (write: () => void): void => {
    if (!areBlocksSelected(editor)) return write()
    asOneStep(editor, () => {
      makeRoom(editor, newId)
      write()
    })
  }
  const afterBlocks = (insert: () => void): void => {
    const run = chosenBlocks(editor)
    if (run === null) insert()
    else asOneStep(editor, () => openAfter(editor, run, newId))
  }
  const orBlocks = (remove: () => void): void => {
    if (!areBlocksSelected(editor) || !deleteBlock(editor)) remove()
  }

  editor.insertText = (text, options) => {
    if (options?.at === undefined) inRoom(() => insertText(text, options))
    else insertText(text, options)
  }
  editor.insertData = (data) => {
    const isEmpty = PASTED.every((type) => data.getData(type) === '')
    if (!isEmpty) inRoom(() => insertData(data))
  }
  editor.insertBreak = () => afterBlocks(insertBreak)
  editor.insertSoftBreak = () => afterBlocks(insertSoftBreak)
  editor.deleteBackward = (unit) => orBlocks(() => deleteBackward(unit))
  editor.deleteForward = (unit) => orBlocks(() => deleteForward(unit))
  editor.deleteFragment = (options) => orBlocks(() => deleteFragment(options))
  return editor
}

/** Ends the selection of blocks when another selection is set, or when the blocks are removed. */
function keepLevel(editor: Editor): void {
  const { apply, setSelection } = editor
  editor.setSelection = (props) => {
    const { selection } = editor
    const isOther = (['anchor', 'focus'] as const).some((end) => {
      const point = props?.[end]
      return selection !== null && point !== undefined && !Point.equals(point, selection[end])
    })
    // The window tells again and again which selection the browser shows: the same one ends nothing.
    setSelection(isOther && props !== null && !('level' in props) ? { ...props, level: undefined } : props)
  }
  editor.apply = (operation) => {
    const { selection } = editor
    const isRemoved =
      operation.type === 'remove_node' &&
      selection?.level !== undefined &&
      [selection.anchor, selection.focus].some(({ path }) => Path.isAncestor(operation.path, path))
    apply(operation)
    if (!isRemoved || editor.selection === null) return
    const { anchor, focus } = editor.selection
    editor.selection = { anchor, focus }
  }
}
