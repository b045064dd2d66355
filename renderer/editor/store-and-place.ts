import type { Editor } from 'slate'
import { isEditable } from './focus/controls.ts'
import { focusText } from './focus-text.ts'
import { whenComposed } from './keys/watch-composition.ts'
import { noteComing } from './paste/coming.ts'
import { pasteWhenRead } from './paste/waiting.ts'
import { storePictures, type StoredPicture } from './picture-store.ts'

/**
 * Stores picture files and then calls `use`, with the selection that the files were chosen for. A caret that goes elsewhere
 * meanwhile stays there, and what is typed into a field keeps the focus. Undo before that cancels it, as it does a paste.
 * @throws ContractError as `storePictures` does
 */
export async function storeAndPlace(
  editor: Editor,
  files: readonly File[],
  use: (stored: readonly StoredPicture[]) => void,
): Promise<void> {
  const stored = storePictures(files).then(async (pictures) => {
    await whenComposed(editor)
    return pictures
  })
  await noteComing(editor, pasteWhenRead(editor, stored, use))
  if (!isEditable(document.activeElement)) focusText(editor)
}
