import { Editor, Node, Transforms, type Path } from 'slate'
import type { TextBlock } from '#core/article/block.ts'
import { defaultFields, foreignFields } from '#core/article/block-types.ts'
import { isBlock } from '../query.ts'

/**
 * Changes the type of a line. Removes the fields that only its old type had and adds the defaults of the new one.
 * @param fields values that override those defaults
 */
export function setLineType(editor: Editor, type: TextBlock['type'], path: Path, fields: object = {}): void {
  const node = Node.get(editor, path)
  if (!isBlock(node)) return
  Editor.withoutNormalizing(editor, () => {
    const foreign = foreignFields(Object.keys(node), type)
    if (foreign.length > 0) Transforms.unsetNodes(editor, foreign, { at: path })
    const missing = Object.entries(defaultFields(type)).filter(([key]) => !Object.hasOwn(node, key))
    Transforms.setNodes(editor, { ...Object.fromEntries(missing), ...fields, type }, { at: path })
  })
}
