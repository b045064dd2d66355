import { Editor, type BaseRange } from 'slate'
import { ReactEditor } from 'slate-react'
import { focusText } from '#renderer/editor/focus-text.ts'
import { centre } from '#renderer/editor/keys/reveal.ts'
import { scrollTo, type Place } from './remembered-place.ts'

type Wanted = {
  /** The block to show, for a finding of the checklist. */
  blockId: string | null
  /** Where the person was in this article, before a reload or another screen. */
  place: Place | null
  readOnly: boolean
}

/** Places the caret: in the requested block, else where it was, else at the start. */
export function placeCaret(editor: Editor, { blockId, place, readOnly }: Wanted): void {
  const index = editor.children.findIndex((node) => 'id' in node && node.id === blockId)
  if (index !== -1) {
    editor.select(Editor.start(editor, [index]))
    centre(editor, ReactEditor.toDOMNode(editor, editor.children[index] ?? editor))
  } else if (place !== null && place.caret !== null && isInText(editor, place.caret)) editor.select(place.caret)
  if (!readOnly) {
    if (editor.selection === null) editor.select(Editor.start(editor, []))
    focusText(editor)
  }
  if (index === -1 && place !== null) scrollTo(editor, place)
}

/** @returns whether both ends of a range are places in the text of a document */
export function isInText(editor: Editor, { anchor, focus }: BaseRange): boolean {
  return [anchor, focus].every(({ path, offset }) => {
    if (!editor.hasPath(path)) return false
    const [node] = editor.node(path)
    return 'text' in node && typeof node.text === 'string' && offset <= node.text.length
  })
}
