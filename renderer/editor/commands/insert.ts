import { Editor, Node, Path, Transforms } from 'slate'
import { HEAD_TYPES, type Block, type HeadType } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { head, paragraph } from '#core/article/factories.ts'
import { isHeadType, isVoidType } from '#core/article/block-types.ts'
import { bodyStart, headPlace, isBlock, textBlockAt } from '../query.ts'

/** @returns the index of a head field in the document, or -1 if the article does not have it. */
export function headIndex(editor: Editor, type: HeadType): number {
  // The head comes first, so the body need not be searched.
  return editor.children.slice(0, HEAD_TYPES.length).findIndex((node) => isBlock(node) && node.type === type)
}

/** Moves the caret to a head field, and inserts the field if the article does not have it. */
export function focusHead(editor: Editor, type: HeadType, newId: NewId): void {
  const at = [headPlace(editor.children, type)]
  if (headIndex(editor, type) === -1) Transforms.insertNodes(editor, head(type, newId), { at })
  Transforms.select(editor, Editor.end(editor, at))
}

/**
 * Inserts a block after the one at the caret, or at the start of the body if the caret is in the head, and moves the
 * caret into it. Removes the paragraph at the caret if it is empty.
 */
export function insertBlock(editor: Editor, block: Block, newId: NewId): void {
  const entry = textBlockAt(editor)
  const caret = editor.selection?.anchor.path[0] ?? editor.children.length - 1
  Editor.withoutNormalizing(editor, () => {
    const inHead = entry !== null && isHeadType(entry[0].type)
    const at = inHead ? [bodyStart(editor.children)] : [caret + 1]
    Transforms.insertNodes(editor, block, { at })
    if (isVoidType(block.type)) selectAfter(editor, at, newId)
    else Transforms.select(editor, Editor.start(editor, at))
    const isParagraph = entry !== null && entry[1].length === 1 && entry[0].type === 'paragraph'
    if (isParagraph && Node.string(entry[0]) === '' && entry[0].children.length === 1) {
      Transforms.removeNodes(editor, { at: [caret] })
    }
  })
}

/** Moves the caret to the line after a void block, and inserts a paragraph if there is none. */
function selectAfter(editor: Editor, path: Path, newId: NewId): void {
  const next = Path.next(path)
  if (!Node.has(editor, next)) Transforms.insertNodes(editor, paragraph(newId), { at: next })
  Transforms.select(editor, Editor.start(editor, next))
}

/** Sets the alternative text of a figure. */
export function setFigureAlt(editor: Editor, path: Path, alt: string): void {
  Transforms.setNodes(editor, { alt: alt.slice(0, 2000) }, { at: path })
}

/** Sets the day of a correction. @param date a valid ISO day; the caller has checked it. */
export function setCorrectionDate(editor: Editor, path: Path, date: string): void {
  Transforms.setNodes(editor, { date }, { at: path })
}

/** Sets the address of an embed or a related link. @param url a valid web address or ''; the caller has checked it. */
export function setAddress(editor: Editor, path: Path, url: string): void {
  Transforms.setNodes(editor, { url }, { at: path })
}

/** Removes a block. */
export function removeBlock(editor: Editor, path: Path): void {
  Transforms.removeNodes(editor, { at: path, voids: true })
}
