import { Transforms, type Editor } from 'slate'
import { isBlock } from '../query.ts'

/** Gives a block without a direction `rtl`. Slate's split copies the direction, so Enter keeps it. */
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
