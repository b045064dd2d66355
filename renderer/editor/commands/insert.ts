import { Editor, Node, Path, Transforms } from 'slate'
import type { Block, HeadType } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { isVoidType } from '#core/article/block-types.ts'
import { headRank, isHeadType } from '#core/article/block-types.ts'
import { bodyStart, isBlock, textBlockAt } from '../query.ts'

/** @returns the index of a head field in the document, or -1 when the article does not have it. */
export function headIndex(editor: Editor, type: HeadType): number {
  // The head is short and stands first: the body need not be searched.
  return editor.children.slice(0, 5).findIndex((node) => isBlock(node) && node.type === type)
}

/** Puts the caret in a head field, which is made in its place when the article does not have it yet. */
export function focusHead(editor: Editor, type: HeadType, newId: NewId): void {
  let index = headIndex(editor, type)
  if (index === -1) {
    const after = editor.children.findIndex((node) => {
      const rank = isBlock(node) ? headRank(node.type) : -1
      return rank === -1 || rank > headRank(type)
    })
    index = after === -1 ? editor.children.length : after
    Transforms.insertNodes(editor, head(type, newId), { at: [index] })
  }
  Transforms.select(editor, Editor.end(editor, [index]))
}

/**
 * Inserts a block after the one at the caret (in the body's first place when the caret is in the head) and puts the
 * caret in it. An empty paragraph at the caret gives up its place.
 */
export function insertBlock(editor: Editor, block: Block, newId: NewId): void {
  const entry = textBlockAt(editor)
  const caret = editor.selection?.anchor.path[0] ?? editor.children.length - 1
  Editor.withoutNormalizing(editor, () => {
    const inHead = entry !== null && isHeadType(entry[0].type)
    const at = inHead ? [bodyStart(editor.children)] : [caret + 1]
    Transforms.insertNodes(editor, block, { at })
    if (isVoidType(block.type)) writeAfter(editor, at, newId)
    else Transforms.select(editor, Editor.start(editor, at))
    const spare = entry !== null && entry[1].length === 1 && entry[0].type === 'paragraph'
    if (spare && Node.string(entry[0]) === '' && entry[0].children.length === 1) {
      Transforms.removeNodes(editor, { at: [caret] })
    }
  })
}

/** Nothing can be written in a separator: the caret goes to the line after it, which is made when there is none. */
function writeAfter(editor: Editor, path: Path, newId: NewId): void {
  const next = Path.next(path)
  if (!Node.has(editor, next)) Transforms.insertNodes(editor, paragraph(newId), { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

/** Says in words what a figure's picture shows, for those who cannot see it. */
export function setFigureAlt(editor: Editor, path: Path, alt: string): void {
  Transforms.setNodes(editor, { alt: alt.slice(0, 2000) }, { at: path })
}

/** Says when the fault was mended. @param date a day, which the caller has checked. */
export function setCorrectionDate(editor: Editor, path: Path, date: string): void {
  Transforms.setNodes(editor, { date }, { at: path })
}

/** Gives an embed or a related link its address, which the caller has checked. */
export function setAddress(editor: Editor, path: Path, url: string): void {
  Transforms.setNodes(editor, { url }, { at: path })
}

/** Removes a whole top-level block. Undo brings it back. */
export function removeBlock(editor: Editor, path: Path): void {
  Transforms.removeNodes(editor, { at: path, voids: true })
}
