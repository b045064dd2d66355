import { Editor, Node, Text, type BasePoint, type BaseSelection } from 'slate'
import { HistoryEditor, type History } from 'slate-history'

/** The selection after each step. Beside the editor, because a history outlives it: a left article is opened anew. */
const AFTER = new WeakMap<History['undos'][number], BaseSelection>()

/**
 * Makes redo put the selection where it stood after the step. The library keeps only where it stood before, and moves it
 * with the operations: after a redone paste the caret would stand at the start of what was pasted.
 */
export function withRedoCaret(editor: Editor): Editor {
  const { apply, undo, redo } = editor
  const remember = (): void => {
    const step = editor.history.undos.at(-1)
    if (step !== undefined && !AFTER.has(step)) AFTER.set(step, editor.selection)
  }
  editor.apply = (operation) => {
    // The first of a flush: one that follows an operation belongs to its step.
    if (operation.type === 'set_selection' && editor.operations.length === 0) remember()
    apply(operation)
    const step = editor.history.undos.at(-1)
    const isOfStep = operation.type !== 'set_selection' && HistoryEditor.isSaving(editor) !== false
    if (isOfStep && step !== undefined) AFTER.delete(step)
  }
  editor.undo = () => {
    remember()
    undo()
    stayInText(editor)
  }
  editor.redo = () => {
    const step = editor.history.redos.at(-1)
    redo()
    const after = step === undefined ? undefined : AFTER.get(step)
    if (after !== undefined && after !== null) editor.select(after)
    stayInText(editor)
  }
  return editor
}

/** Moves a selection that a step left outside the text to the nearest block: nothing could be drawn around it. */
function stayInText(editor: Editor): void {
  const { selection } = editor
  if (selection === null || [selection.anchor, selection.focus].every((point) => isIn(editor, point))) return
  const block = Math.min(selection.anchor.path[0] ?? 0, editor.children.length - 1)
  editor.select(Editor.end(editor, [block]))
}

function isIn(editor: Editor, { path, offset }: BasePoint): boolean {
  const node = Node.getIf(editor, path)
  return Text.isText(node) && offset <= node.text.length
}
