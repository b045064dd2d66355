import { Element, Node, Transforms, type Editor } from 'slate'
import { isSafeUrl, isWrapperType } from '#core/article/inline.ts'
import { isVoidType } from '#core/article/block-types.ts'
import '../slate-types.ts'

/**
 * Declares the inline elements to Slate and keeps them valid: a link or isolate has only text children and is removed
 * when empty; a link with an unsafe address is unwrapped. An unknown inline is void.
 */
export function withInlines(editor: Editor): Editor {
  const { isInline, isVoid, normalizeNode } = editor
  editor.isInline = (element) => isWrapperType(element.type) || element.type === 'unknown-inline' || isInline(element)
  editor.isVoid = (element) => isVoidType(element.type) || element.type === 'unknown-inline' || isVoid(element)

  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry
    if (Element.isElement(node) && isWrapperType(node.type)) {
      for (const [index, child] of node.children.entries()) {
        if (!Element.isElement(child)) continue
        // An unknown inline cannot be unwrapped, so the link or isolate around it is.
        const isUnknown = child.type === 'unknown-inline'
        Transforms.unwrapNodes(editor, { at: isUnknown ? path : [...path, index], voids: true })
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
