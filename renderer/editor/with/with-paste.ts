import type { Editor } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import { FRAGMENT_TYPE, readFragment, writeFragment } from '../paste/fragment.ts'
import { insertBlocks, insertPlainText } from '../paste/insert.ts'
import '../slate-types.ts'

/**
 * What comes from the clipboard or a drop is foreign until proven ours: blocks only from Midad's own clipboard type
 * and only when the article's schema takes them, and of all else the plain text. Slate's own fragment, which any
 * page can plant in HTML, is never read.
 */
export function withPaste(editor: Editor, newId: NewId): Editor {
  const { setFragmentData } = editor
  editor.setFragmentData = (data, origin) => {
    setFragmentData(data, origin)
    const fragment = editor.getFragment()
    if (fragment.length > 0) data.setData(FRAGMENT_TYPE, writeFragment(fragment))
  }
  editor.insertFragmentData = (data) => {
    const blocks = readFragment(data.getData(FRAGMENT_TYPE), newId)
    return blocks !== null && insertBlocks(editor, blocks)
  }
  editor.insertTextData = (data) => {
    const text = data.getData('text/plain')
    if (text === '') return false
    insertPlainText(editor, text)
    return true
  }
  editor.insertData = (data) => {
    if (!editor.insertFragmentData(data)) editor.insertTextData(data)
  }
  return editor
}
