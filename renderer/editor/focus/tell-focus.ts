import type { Editor } from 'slate'
import { IS_FOCUSED } from 'slate-dom'
import { ReactEditor } from 'slate-react'

/**
 * Tells Slate at once when the text gets or loses the focus. Slate itself does not listen for a moment after it has put a
 * selection into the DOM. If the focus leaves then, as for a dialog that a key opens, Slate would put the selection back
 * into the text, and the browser would give what is typed in the dialog to nobody.
 * @returns a function that ends this
 */
export function tellFocus(editor: Editor): () => void {
  const page = ReactEditor.toDOMNode(editor, editor)
  const controller = new AbortController()
  const { signal } = controller
  page.addEventListener('focusin', ({ target }) => void (target === page && IS_FOCUSED.set(editor, true)), { signal })
  page.addEventListener(
    'focusout',
    ({ target }) => {
      // When the whole window loses the focus, the text keeps it within the window.
      if (target === page && page.ownerDocument.activeElement !== page) IS_FOCUSED.delete(editor)
    },
    { signal },
  )
  return () => controller.abort()
}
