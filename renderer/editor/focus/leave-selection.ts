import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'

/**
 * Keeps React from saving the selection of the text before it changes anything in the window. To put it into numbers it reads
 * all of the text before the caret, with each letter, and nobody asks for them: Slate sets the selection itself. React saves
 * it in elements whose `contentEditable` is `true`; the attribute, by which the browser goes, stays as it is.
 * @returns lets it save again
 */
export function leaveSelection(editor: Editor): () => void {
  const text = ReactEditor.toDOMNode(editor, editor)
  Object.defineProperty(text, 'contentEditable', { configurable: true, get: () => 'inherit' })
  return () => void Reflect.deleteProperty(text, 'contentEditable')
}
