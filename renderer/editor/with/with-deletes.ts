import { Editor, Node, Path, Range, Transforms, type NodeEntry } from 'slate'
import type { TextBlock, VoidBlock } from '#core/article/block.ts'
import { backspaceLength, deleteLength } from '#core/text/backspace.ts'
import { traitsOf } from '#core/article/traits.ts'
import { emptyCells } from '../paste/selected-cells.ts'
import { isContainer, isEmptyLine, isVoidBlock, textBlockAt, textBlocksIn } from '../query.ts'
import { isLeafBlock, leafBlockAt, withoutHangingEnd } from '../selection/selected-range.ts'
import { setLineType } from './set-line-type.ts'
import { deleteAcross, isArticle } from './delete-across.ts'
import { replaceByParagraph, stepOut } from './leave.ts'
import { mayMerge } from './zones.ts'

/**
 * Makes Backspace and Delete follow the traits of lines (`docs/keyboard.md` describes this to writers). Inside a line
 * they delete what a native text field does: a single haraka, a whole emoji. Lines that may not merge, such as a
 * caption and the paragraph after it, keep their text: the caret only moves. Of whole lines that are deleted or typed over
 * the first one stays, emptied, and keeps its type. Several cells of one table are emptied as the rectangle that is drawn.
 */
export function withDeletes(editor: Editor): Editor {
  const { deleteBackward, deleteForward, deleteFragment, insertText } = editor

  editor.deleteBackward = (unit) => {
    const entry = textBlockAt(editor)
    if (entry === null || editor.selection === null || !Range.isCollapsed(editor.selection)) return deleteBackward(unit)
    const [block, path] = entry
    if (!Editor.isStart(editor, editor.selection.anchor, path)) {
      if (unit !== 'character' || !deleteUnits(editor, path, true)) deleteBackward(unit)
      return
    }
    const { backspace } = traitsOf(block.type)
    if (backspace === 'become-paragraph') return setLineType(editor, 'paragraph', path)
    if (backspace === 'step-out') return stepOut(editor, entry)
    if (dissolveContainer(editor, path)) return
    const previous = neighbour(editor, path, true)
    if (previous === null || removeVoid(editor, previous)) return
    if (mayMerge(editor, previous, entry)) return deleteBackward(unit)
    removeIfEmpty(editor, entry)
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
    removeIfEmpty(editor, entry)
    const target = ref.unref()
    if (target !== null) Transforms.select(editor, Editor.start(editor, target))
  }

  editor.deleteFragment = (options) => {
    const { selection } = editor
    if (selection === null || Range.isCollapsed(selection)) return deleteFragment(options)
    if (emptyCells(editor)) return
    const whole = wholeLines(editor, selection)
    if (whole !== null) return deleteAcross(editor, whole)
    const lines = textBlocksIn(editor, selection)
    const [first, last] = [lines[0], lines.at(-1)]
    if (first === undefined || last === undefined || mayMerge(editor, first, last)) return deleteFragment(options)
    deleteAcross(editor, selection)
  }

  editor.insertText = (text, options) => {
    const { selection } = editor
    if (options?.at === undefined && selection !== null && Range.isExpanded(selection)) editor.deleteFragment()
    insertText(text, options)
  }
  return editor
}

/** @returns the range of the selected lines, if nothing but several whole ones, or one with a hanging end, is selected. */
function wholeLines(editor: Editor, selection: Range): Range | null {
  const [anchor, focus] = Range.edges(selection)
  if (isArticle(editor, { anchor, focus })) return { anchor, focus }
  const range = withoutHangingEnd(editor, selection)
  const [start, end] = Range.edges(range)
  const [first, last] = [leafBlockAt(editor, start), leafBlockAt(editor, end)]
  if (first === null || last === null || (Path.equals(first, last) && range === selection)) return null
  return Editor.isStart(editor, start, first) && Editor.isEnd(editor, end, last) ? range : null
}

/** @returns the next (or previous) line or void block in reading order, or null at the edge of the document. */
function neighbour(editor: Editor, path: Path, reverse: boolean): NodeEntry<TextBlock | VoidBlock> | null {
  const options = { at: path, match: isLeafBlock, mode: 'lowest', voids: true } as const
  return (reverse ? Editor.previous(editor, options) : Editor.next(editor, options)) ?? null
}

/**
 * Removes a void block if its traits let the keys delete it. An unknown block is selected, and goes with the next press:
 * deleting it by accident would lose content that the writer cannot see.
 * @returns whether the neighbour is a void block, so that the key has nothing more to do
 */
function removeVoid(editor: Editor, [node, path]: NodeEntry<TextBlock | VoidBlock>): boolean {
  if (!isVoidBlock(node)) return false
  if (traitsOf(node.type).deletes) Transforms.removeNodes(editor, { at: path, voids: true })
  else Transforms.select(editor, Editor.start(editor, path))
  return true
}

/**
 * Deletes one character as a native text field counts them, even across texts and inline elements. @returns whether it
 * did.
 */
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

/** @returns the point at an offset in a line, in UTF-16 units, or null after its end. */
function pointAt(editor: Editor, path: Path, offset: number) {
  let left = offset
  for (const [text, at] of Node.texts(Node.get(editor, path))) {
    if (left <= text.text.length) return { path: [...path, ...at], offset: left }
    left -= text.text.length
  }
  return null
}

/**
 * Replaces the top-level container around a line with a paragraph if it is empty and dissolves. @returns whether it
 * did.
 */
function dissolveContainer(editor: Editor, path: Path): boolean {
  const [index] = path
  const node = index === undefined || path.length < 2 ? null : Node.get(editor, [index])
  if (node === null || !isContainer(node) || !traitsOf(node.type).dissolves) return false
  const at = path.slice(0, 1)
  if (Node.string(node) !== '' || !Editor.isStart(editor, Editor.start(editor, path), at)) return false
  replaceByParagraph(editor, [node, at])
  return true
}

/** Removes an empty line that the caret leaves by Backspace or Delete, unless its block needs it. */
function removeIfEmpty(editor: Editor, [block, path]: NodeEntry<TextBlock>): void {
  const isRemovable = block.type === 'paragraph' || (traitsOf(block.type).line === 'separate' && path.at(-1) !== 0)
  if (!isRemovable || !isEmptyLine(block)) return
  Transforms.removeNodes(editor, { at: path })
}
