import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { focusText } from '../focus-text.ts'

/** The `keyCode` of a key that the input method has taken. No other property tells it from a key that it has left. */
const TAKEN = 229
const PAIRED_KEYS: ReadonlySet<string> = new Set(['Control', 'Shift', 'Alt', 'Meta'])

/**
 * Ends a composition before a press or a key that the input method does not take. Until a composition ends, its letters
 * are in the DOM only: an Enter, an undo or a click that came first would drop them, or scatter those that follow.
 * @returns a function that ends the watch
 */
export function finishComposition(editor: Editor): () => void {
  const window = ReactEditor.getWindow(editor)
  const controller = new AbortController()
  const finish = (): void => {
    if (!ReactEditor.isComposing(editor)) return
    // The browser ends a composition with its letters when its element loses the focus.
    ReactEditor.toDOMNode(editor, editor).blur()
    focusText(editor)
  }
  const options = { capture: true, signal: controller.signal }
  window.addEventListener('pointerdown', finish, options)
  window.addEventListener('drop', finish, options)
  window.addEventListener('paste', finish, options)
  window.addEventListener(
    'keydown',
    (event) => {
      // oxlint-disable-next-line typescript/no-deprecated -- see above
      if (event.keyCode !== TAKEN && !PAIRED_KEYS.has(event.key)) finish()
    },
    options,
  )
  return () => controller.abort()
}
