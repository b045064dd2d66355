import { Editor, Node, Path, Range, Transforms, type NodeEntry } from 'slate'
import type { TextBlock, VoidBlock } from '#core/article/block.ts'
import { backspaceLength, deleteLength } from '#core/text/backspace.ts'
import { isVoidType } from '#core/article/block-types.ts'
import { traitsOf } from '#core/article/traits.ts'
import { isBlock, isContainer, isEmptyLine, isTextBlock, textBlockAt, textBlocksIn } from '../query.ts'
import { become } from './become.ts'
import { deleteAcross } from './delete-across.ts'
import { replaceByParagraph, stepOut } from './leave.ts'
import { mayMerge } from './zones.ts'

/**
 * What Backspace and Delete do (the table stands in `docs/keyboard.md`). Inside a line they take what a native text
 * field takes: a haraka alone, an emoji whole. At the start of a block a subhead or list item first becomes a
 * paragraph; lines that differ in meaning (head and body, caption and text) never run into one another.
 */
export function withDeletes(editor: Editor): Editor {
  const { deleteBackward, deleteForward, deleteFragment } = editor

  editor.deleteBackward = (unit) => {
    const entry = textBlockAt(editor)
    if (entry === null || editor.selection === null || !Range.isCollapsed(editor.selection)) return deleteBackward(unit)
    const [block, path] = entry
    if (!Editor.isStart(editor, editor.selection.anchor, path)) {
      if (unit !== 'character' || !deleteUnits(editor, path, true)) deleteBackward(unit)
      return
    }
    const { backspace } = traitsOf(block.type)
    if (backspace === 'become-paragraph') return become(editor, 'paragraph', path)
    if (backspace === 'step-out') return stepOut(editor, entry)
    if (removesContainer(editor, path)) return
    const previous = neighbour(editor, path, true)
    if (previous === null || removeVoid(editor, previous)) return
    if (mayMerge(editor, previous, entry)) return deleteBackward(unit)
    removeIfSpare(editor, entry)
    Transforms.select(editor, Editor.end(editor, previous[1]))
  }

  editor.deleteForward = (unit) => {
    const entry = textBlockAt(editor)
    if (entry === null || editor.selection === null || !Range.isCollapsed(editor.selection)) return deleteForward(unit)
    const [, path] = entry
    if (!Editor.isEnd(editor, editor.selection.anchor, path)) {
      if (unit !== 'character' || !deleteUnits(editor, path, false)) deleteForward(unit)
      return
    }
    const next = neighbour(editor, path, false)
    if (next === null || removeVoid(editor, next)) return
    if (mayMerge(editor, entry, next)) return deleteForward(unit)
    const ref = Editor.pathRef(editor, next[1])
    removeIfSpare(editor, entry)
    const target = ref.unref()
    if (target !== null) Transforms.select(editor, Editor.start(editor, target))
  }

  editor.deleteFragment = (options) => {
    const range = editor.selection
    const blocks = textBlocksIn(editor)
    const first = blocks[0]
    const last = blocks.at(-1)
    if (range === null || first === undefined || last === undefined || mayMerge(editor, first, last)) {
      deleteFragment(options)
      return
    }
    deleteAcross(editor, range)
  }
  return editor
}

/** @returns the line or the opaque block that stands next in reading order, or null at the document's edge. */
function neighbour(editor: Editor, path: Path, reverse: boolean): NodeEntry<TextBlock | VoidBlock> | null {
  const match = (node: Node): node is TextBlock | VoidBlock => isTextBlock(node) || isVoid(node)
  const options = { at: path, match, mode: 'lowest', voids: true } as const
  return (reverse ? Editor.previous(editor, options) : Editor.next(editor, options)) ?? null
}

function isVoid(node: Node): node is VoidBlock {
  return isBlock(node) && isVoidType(node.type)
}

/** A separator beside the caret goes; what this version does not know stays until somebody removes it by its card. */
function removeVoid(editor: Editor, [node, path]: NodeEntry<TextBlock | VoidBlock>): boolean {
  if (!isVoid(node)) return false
  if (traitsOf(node.type).deletes) Transforms.removeNodes(editor, { at: path, voids: true })
  return true
}

/** Deletes one unit as a native field counts them, whatever texts and inline elements it lies in. */
function deleteUnits(editor: Editor, path: Path, backward: boolean): boolean {
  const caret = editor.selection?.anchor
  if (caret === undefined) return false
  const edge = backward ? Editor.start(editor, path) : Editor.end(editor, path)
  const text = Editor.string(editor, backward ? { anchor: edge, focus: caret } : { anchor: caret, focus: edge })
  const length = backward ? backspaceLength(text) : deleteLength(text)
  if (length === 0) return false
  const count = backward ? text.length - length : length
  const target = pointAt(editor, path, (backward ? 0 : offsetIn(editor, path)) + count)
  if (target === null) return false
  Transforms.delete(editor, { at: { anchor: caret, focus: target } })
  return true
}

function offsetIn(editor: Editor, path: Path): number {
  const caret = editor.selection?.anchor
  return caret === undefined ? 0 : Editor.string(editor, { anchor: Editor.start(editor, path), focus: caret }).length
}

/** @returns the point that lies so many UTF-16 units into a line. */
function pointAt(editor: Editor, path: Path, offset: number) {
  let rest = offset
  for (const [text, at] of Node.texts(Node.get(editor, path))) {
    if (rest <= text.text.length) return { path: [...path, ...at], offset: rest }
    rest -= text.text.length
  }
  return null
}

/** An empty factbox, table or list of links goes as a whole, and leaves an empty paragraph. */
function removesContainer(editor: Editor, path: Path): boolean {
  const [index] = path
  const node = index === undefined || path.length < 2 ? null : Node.get(editor, [index])
  if (node === null || !isContainer(node) || !traitsOf(node.type).dissolves) return false
  const at = path.slice(0, 1)
  if (Node.string(node) !== '' || !Editor.isStart(editor, Editor.start(editor, path), at)) return false
  replaceByParagraph(editor, [node, at])
  return true
}

/** An empty paragraph that the caret leaves backwards goes; a head field stays, for the writer may come back to it. */
function removeIfSpare(editor: Editor, [block, path]: NodeEntry<TextBlock>): void {
  const isSpare = block.type === 'paragraph' || (traitsOf(block.type).line === 'separate' && path.at(-1) !== 0)
  if (!isSpare || !isEmptyLine(block)) return
  Transforms.removeNodes(editor, { at: path })
}
