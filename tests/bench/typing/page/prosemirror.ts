import { baseKeymap } from 'prosemirror-commands'
import { history } from 'prosemirror-history'
import { keymap } from 'prosemirror-keymap'
import { Schema } from 'prosemirror-model'
import { marks, nodes } from 'prosemirror-schema-basic'
import { EditorState } from 'prosemirror-state'
import { EditorView } from 'prosemirror-view'
import type { BareEditor } from './page.ts'

const schema = new Schema({
  nodes: { doc: nodes.doc, paragraph: nodes.paragraph, text: nodes.text },
  marks: { ...marks, u: { toDOM: () => ['u', 0] } },
})

/** ProseMirror with its history and its keys, and nothing else. */
export const proseMirror: BareEditor = (root, paragraphs) => {
  const doc = schema.node(
    'doc',
    null,
    paragraphs.map(({ before, underlined, after }) =>
      schema.node('paragraph', null, [
        schema.text(before),
        schema.text(underlined, [schema.mark('u')]),
        schema.text(after),
      ]),
    ),
  )
  const view = new EditorView(
    { mount: root },
    { state: EditorState.create({ doc, plugins: [history(), keymap(baseKeymap)] }) },
  )
  return () => view.state.doc.textContent.length
}
