import { useEffect, useLayoutEffect } from 'react'
import type { Editor } from 'slate'
import { focusPanel } from './inspector.tsx'
import { placeCaret } from './place-caret.ts'
import { placeOf, rememberPlace } from './remembered-place.ts'

type RememberedPlaceOptions = {
  id: string
  /** The block that a person comes for. */
  blockId: string | null
  readOnly: boolean
  isAfterStep: boolean
}

/** Puts caret and scroll where they were when the article was left, and remembers them when it is left again. */
export function useRememberedPlace(
  editor: Editor,
  { id, blockId, readOnly, isAfterStep }: RememberedPlaceOptions,
): void {
  useEffect(() => {
    // After a step the next key must not edit the text: that would undo an approval.
    if (!isAfterStep || !focusPanel()) placeCaret(editor, { blockId, place: placeOf(id), readOnly })
  }, [editor, id, blockId, readOnly, isAfterStep])
  // In a layout effect: when it ends, the page is still drawn and scrolled.
  useLayoutEffect(() => {
    const remember = (): void => rememberPlace(id, editor)
    window.addEventListener('pagehide', remember)
    return () => {
      window.removeEventListener('pagehide', remember)
      remember()
    }
  }, [editor, id])
}
