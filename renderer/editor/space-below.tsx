import { Editor, Node, Transforms } from 'slate'
import { useSlateStatic } from 'slate-react'
import { paragraph } from '#core/article/factories.ts'
import { focusText } from './focus-text.ts'
import { newBlockId } from './new-id.ts'

/** The empty space below the text. A click there moves the caret to an empty paragraph at the end. */
export function SpaceBelow() {
  const editor = useSlateStatic()
  return (
    <div
      className="editor-below"
      aria-hidden
      onMouseDown={(event) => {
        event.preventDefault()
        const last = editor.children.at(-1)
        const isParagraph = last !== undefined && 'type' in last && last.type === 'paragraph'
        if (last === undefined || !isParagraph || Node.string(last) !== '') {
          Transforms.insertNodes(editor, paragraph(newBlockId), { at: [editor.children.length] })
        }
        Transforms.select(editor, Editor.end(editor, []))
        focusText(editor)
      }}
    />
  )
}
