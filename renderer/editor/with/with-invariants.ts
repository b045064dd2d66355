import { Editor, Element, Node, Text, Transforms, type NodeEntry } from 'slate'
import type { NewId } from '#core/article/factories.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { isContainerType, isNestedType, isVoidType } from '#core/article/block-types.ts'
import { headRank } from '#core/article/block-types.ts'
import { bodyStart, isBlock, isContainer, isTextBlock } from '../query.ts'
import { become } from './become.ts'
import { fixContainer } from './fix-container.ts'

/**
 * The head stands first, each field at most once and in its order, with exactly one headline; the body has at
 * least one block; quotes, lists, figures and all that hold blocks have their children. Every repair keeps the words.
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

/** Makes one repair among the top-level blocks. @returns whether it did. */
function fixTopLevel(editor: Editor, newId: NewId): boolean {
  let rank = -1
  let inHead = true
  for (const [index, child] of editor.children.entries()) {
    if (Text.isText(child) || !isBlock(child)) {
      Transforms.wrapNodes(editor, paragraph(newId), { at: [index] })
      return true
    }
    if (isNestedType(child.type)) {
      // A row of a table on its own is its cells.
      if (isContainerType(child.type)) Transforms.unwrapNodes(editor, { at: [index] })
      else become(editor, 'paragraph', [index])
      return true
    }
    const own = headRank(child.type)
    if (own === -1) inHead = false
    else if (inHead && own > rank) rank = own
    else return fixHeadBlock(editor, index, own)
  }
  return fixHeadlineAndBody(editor, newId)
}

/** A head block that repeats another or follows the body becomes a paragraph; one out of order moves to its place. */
function fixHeadBlock(editor: Editor, index: number, rank: number): boolean {
  const earlier = editor.children.slice(0, index)
  const ranks = earlier.map((node) => (isBlock(node) ? headRank(node.type) : -1))
  if (ranks.includes(rank)) become(editor, 'paragraph', [index])
  else {
    const after = ranks.findIndex((other) => other === -1 || other > rank)
    Transforms.moveNodes(editor, { at: [index], to: [after] })
  }
  return true
}

function fixHeadlineAndBody(editor: Editor, newId: NewId): boolean {
  const types = editor.children.map((node) => (isBlock(node) ? node.type : ''))
  if (!types.includes('headline')) {
    Transforms.insertNodes(editor, head('headline', newId), { at: [types[0] === 'kicker' ? 1 : 0] })
    return true
  }
  if (bodyStart(editor.children) === editor.children.length) {
    Transforms.insertNodes(editor, paragraph(newId), { at: [editor.children.length] })
    return true
  }
  return false
}

/** Makes one repair in a block. @returns whether it did. */
function fixBlock(editor: Editor, [node, path]: NodeEntry<Element>, newId: NewId): boolean {
  if (!isBlock(node) || isVoidType(node.type)) return false
  if (isContainer(node)) {
    // A container that lost its blocks has become a line of text: the text is what counts.
    if (node.children.length === 0 || !Element.isElement(node.children[0]) || !isBlock(node.children[0])) {
      become(editor, 'paragraph', path)
      return true
    }
    return fixContainer(editor, [node, path], newId)
  }
  return isTextBlock(node) && flattenText(editor, [node, path])
}

/** A text block holds no blocks: those that it was given are unwrapped, so that their words join its own. */
function flattenText(editor: Editor, [node, path]: NodeEntry<Element>): boolean {
  for (const [index, child] of Array.from(Node.children(node, []), ([each]) => each).entries()) {
    if (!isBlock(child)) continue
    if (isVoidType(child.type)) Transforms.removeNodes(editor, { at: [...path, index], voids: true })
    else Transforms.unwrapNodes(editor, { at: [...path, index] })
    return true
  }
  return false
}
