import { createEditor as createSlate, Transforms, type Descendant } from 'slate'
import { expect, it } from 'vitest'
import { withSelectionInText } from './with-selection-in-text.ts'

function editorOf(...texts: string[]) {
  const editor = withSelectionInText(createSlate())
  editor.children = texts.map((text, index) => ({
    ...{ id: `p${index}`, type: 'paragraph', dir: 'rtl' },
    children: [{ text }],
  })) as Descendant[]
  return editor
}
const at = (block: number, offset: number) => ({ path: [block, 0], offset })

it('a caret behind the line break that is drawn at the end of a block stands at the end of its text', () => {
  const editor = editorOf('سطر\n', 'تالٍ')
  Transforms.select(editor, at(0, 5))
  expect(editor.selection).toEqual({ anchor: at(0, 4), focus: at(0, 4) })
})

it('a selection that is extended behind it ends there, and begins where it began', () => {
  const editor = editorOf('أول', 'سطر\n')
  Transforms.select(editor, at(0, 1))
  Transforms.select(editor, { anchor: at(0, 1), focus: at(1, 5) })
  expect(editor.selection).toEqual({ anchor: at(0, 1), focus: at(1, 4) })
})

it('what else a selection says stays, such as that blocks are selected', () => {
  const editor = editorOf('سطر\n', 'تالٍ')
  Transforms.select(editor, at(0, 0))
  Transforms.setSelection(editor, { focus: at(0, 5), level: 0 })
  expect(editor.selection).toEqual({ anchor: at(0, 0), focus: at(0, 4), level: 0 })
})

it('a selection in the text, and none, stay as they are', () => {
  const editor = editorOf('أول')
  Transforms.select(editor, { anchor: at(0, 3), focus: at(0, 0) })
  expect(editor.selection).toEqual({ anchor: at(0, 3), focus: at(0, 0) })
  Transforms.deselect(editor)
  expect(editor.selection).toBeNull()
})
