import { Element, Node, Transforms, type Editor } from 'slate'
import { isSafeUrl } from '#core/article/inline.ts'
import { isVoidType } from '#core/article/block-types.ts'
import '../slate-types.ts'

/**
 * Links and isolates run inside a line and hold nothing but text; an empty one vanishes; an unknown inline is
 * one opaque unit. A link whose address is not safe loses the link and keeps its words.
 */
export function withInlines(editor: Editor): Editor {
  const { isInline, isVoid, normalizeNode } = editor
  editor.isInline = (element) =>
    element.type === 'link' || element.type === 'ltr' || element.type === 'unknown-inline' || isInline(element)
  editor.isVoid = (element) => isVoidType(element.type) || element.type === 'unknown-inline' || isVoid(element)

  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry
    if (Element.isElement(node) && (node.type === 'link' || node.type === 'ltr')) {
      for (const [index, child] of node.children.entries()) {
        if (!Element.isElement(child)) continue
        const opaque = child.type === 'unknown-inline'
        Transforms.unwrapNodes(editor, { at: opaque ? path : [...path, index], voids: true })
        return
      }
      if (node.type === 'link' && !isSafeUrl(node.url)) {
        Transforms.unwrapNodes(editor, { at: path })
        return
      }
      if (Node.string(node) === '') {
        Transforms.removeNodes(editor, { at: path })
        return
      }
    }
    normalizeNode(entry, options)
  }
  return editor
}
