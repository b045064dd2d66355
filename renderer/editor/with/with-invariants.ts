import { Editor, Element, Node, Text, Transforms, type NodeEntry } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { headRank, isContainerType, isHeadType, isNestedType, isVoidType } from '#core/article/block-types.ts'
import type { HeadType } from '#core/article/block.ts'
import { bodyStart, headPlace, isBlock, isContainer, isTextBlock } from '../query.ts'
import { setLineType } from './set-line-type.ts'
import { fixContainer } from './fix-container.ts'

/**
 * Keeps the document valid while it is edited, by the same rules as `normaliseDocument`: the head first and in order,
 * with exactly one headline; a body of at least one block; containers with the children of their shape. Repairs never
 * drop text.
 */
export function withInvariants(editor: Editor, newId: NewId): Editor {
  const { normalizeNode } = editor
  editor.normalizeNode = (entry, options) => {
    const [node, path] = entry
    if (Editor.isEditor(node)) {
      if (fixTopLevel(editor, newId)) return
    } else if (Element.isElement(node) && isBlock(node)) {
      if (fixBlock(editor, [node, path], newId)) return
    }
    normalizeNode(entry, options)
  }
  return editor
}

/** Makes one repair to the top-level blocks. @returns whether it did. */
function fixTopLevel(editor: Editor, newId: NewId): boolean {
  let rank = -1
  let inHead = true
  for (const [index, child] of editor.children.entries()) {
    if (Text.isText(child) || !isBlock(child)) {
      Transforms.wrapNodes(editor, paragraph(newId), { at: [index] })
      return true
    }
    if (isNestedType(child.type)) {
      // A table row outside a table is unwrapped; its cells become paragraphs next.
      if (isContainerType(child.type)) Transforms.unwrapNodes(editor, { at: [index] })
      else setLineType(editor, 'paragraph', [index])
      return true
    }
    const own = headRank(child.type)
    if (!isHeadType(child.type)) inHead = false
    else if (inHead && own > rank) rank = own
    else return fixHeadField(editor, index, child.type)
  }
  return fixHeadlineAndBody(editor, newId)
}

/**
 * Repairs a head field in the wrong place: a second one of its type becomes a paragraph, any other moves to its place.
 */
function fixHeadField(editor: Editor, index: number, type: HeadType): boolean {
  const isSecond = editor.children.slice(0, index).some((node) => isBlock(node) && node.type === type)
  if (isSecond) setLineType(editor, 'paragraph', [index])
  else Transforms.moveNodes(editor, { at: [index], to: [headPlace(editor.children, type)] })
  return true
}

function fixHeadlineAndBody(editor: Editor, newId: NewId): boolean {
  if (!editor.children.some((node) => isBlock(node) && node.type === 'headline')) {
    Transforms.insertNodes(editor, head('headline', newId), { at: [headPlace(editor.children, 'headline')] })
    return true
  }
  if (bodyStart(editor.children) === editor.children.length) {
    Transforms.insertNodes(editor, paragraph(newId), { at: [editor.children.length] })
    return true
  }
  return false
}

/** Makes one repair to the children of a block. @returns whether it did. */
function fixBlock(editor: Editor, [node, path]: NodeEntry<Element>, newId: NewId): boolean {
  if (!isBlock(node) || isVoidType(node.type)) return false
  if (isContainer(node)) {
    // A container with text instead of blocks becomes a paragraph, so that the text is kept.
    if (node.children.length === 0 || !Element.isElement(node.children[0]) || !isBlock(node.children[0])) {
      setLineType(editor, 'paragraph', path)
      return true
    }
    return fixContainer(editor, [node, path], newId)
  }
  return isTextBlock(node) && flattenText(editor, [node, path])
}

/** Unwraps a block inside a line, so that its text joins the line. */
function flattenText(editor: Editor, [node, path]: NodeEntry<Element>): boolean {
  for (const [index, child] of Array.from(Node.children(node, []), ([each]) => each).entries()) {
    if (!isBlock(child)) continue
    if (isVoidType(child.type)) Transforms.removeNodes(editor, { at: [...path, index], voids: true })
    else Transforms.unwrapNodes(editor, { at: [...path, index] })
    return true
  }
  return false
}
