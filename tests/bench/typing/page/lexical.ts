import { createEmptyHistoryState, registerHistory } from '@lexical/history'
import { registerRichText } from '@lexical/rich-text'
import { $createParagraphNode, $createTextNode, $getRoot, createEditor } from 'lexical'
import type { BareEditor } from './page.ts'

/** Lexical with its rich text and its history, and nothing else. */
export const lexical: BareEditor = (root, paragraphs) => {
  root.contentEditable = 'true'
  const editor = createEditor({
    onError(error) {
      throw error
    },
  })
  editor.setRootElement(root)
  registerRichText(editor)
  registerHistory(editor, createEmptyHistoryState(), 1000)
  editor.update(
    () => {
      for (const { before, underlined, after } of paragraphs) {
        const line = $createParagraphNode()
        line.append(
          $createTextNode(before),
          $createTextNode(underlined).toggleFormat('underline'),
          $createTextNode(after),
        )
        $getRoot().append(line)
      }
    },
    { discrete: true },
  )
  // Lexical also counts line ends between paragraphs; only letters are compared.
  return () => editor.getEditorState().read(() => $getRoot().getTextContent().replaceAll('\n', '').length)
}
