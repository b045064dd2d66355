import { Transforms, type Editor } from 'slate'
import { isBlock } from '../query.ts'

/** Every block says its own direction; one that does not is right-to-left. Splitting copies it, so Enter inherits. */
export function withDirection(editor: Editor): Editor {
  const { normalizeNode } = editor
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry
    if (isBlock(node) && node.dir !== 'rtl' && node.dir !== 'ltr') {
      Transforms.setNodes(editor, { dir: 'rtl' }, { at: path, voids: true })
      return
    }
    normalizeNode(entry, options)
  }
  return editor
}
