import { Node, Text, type BasePoint, type Editor } from 'slate'

/**
 * Keeps the selection in the text. A line break at the end of a block is drawn with another one after it, which is in no text:
 * Chromium lets the caret go behind that, as by Shift+PageDown, and Slate takes over the offset.
 */
export function withSelectionInText(editor: Editor): Editor {
  const { apply } = editor
  const inText = (point: BasePoint): BasePoint => {
    const node = Node.getIf(editor, point.path)
    return Text.isText(node) && point.offset > node.text.length ? { ...point, offset: node.text.length } : point
  }
  editor.apply = (operation) => {
    if (operation.type !== 'set_selection' || operation.newProperties === null) return apply(operation)
    const { anchor, focus } = operation.newProperties
    const newProperties = {
      ...operation.newProperties,
      ...(anchor === undefined ? {} : { anchor: inText(anchor) }),
      ...(focus === undefined ? {} : { focus: inText(focus) }),
    }
    apply({ ...operation, newProperties } as typeof operation)
  }
  return editor
}
