import { Editor, Node, Path, Transforms } from 'slate'
import type { Asset } from '#core/article/asset.ts'
import type { HeadType } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import { figure, head } from '#core/article/factories.ts'
import { bodyStart, headRank, isBlock, isHeadType, textBlockAt } from '../query.ts'

/** @returns the index of a head field in the document, or -1 when the article does not have it. */
export function headIndex(editor: Editor, type: HeadType): number {
  return editor.children.findIndex((node) => isBlock(node) && node.type === type)
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

/** Inserts a figure after the block at the caret (in the body's first place when the caret is in the head). */
export function insertFigure(editor: Editor, newId: NewId, asset: Asset | null = null): void {
  const entry = textBlockAt(editor)
  const node = figure(newId, asset === null ? {} : { asset })
  Editor.withoutNormalizing(editor, () => {
    const top = entry === null ? [editor.children.length - 1] : entry[1].slice(0, 1)
    const inHead = entry !== null && isHeadType(entry[0].type)
    const at = inHead ? [bodyStart(editor.children)] : Path.next(top)
    Transforms.insertNodes(editor, node, { at })
    Transforms.select(editor, Editor.start(editor, at))
    // A figure takes the place of the empty paragraph that it was asked for in.
    const spare = entry !== null && entry[1].length === 1 && entry[0].type === 'paragraph'
    if (spare && Node.string(entry[0]) === '') Transforms.removeNodes(editor, { at: top })
  })
}

/** Gives a figure its picture, or takes it away with null. */
export function setFigureAsset(editor: Editor, path: Path, asset: Asset | null): void {
  Transforms.setNodes(editor, { asset }, { at: path })
}

/** Says in words what a figure's picture shows, for those who cannot see it. */
export function setFigureAlt(editor: Editor, path: Path, alt: string): void {
  Transforms.setNodes(editor, { alt: alt.slice(0, 2000) }, { at: path })
}

/** Removes a whole top-level block. Undo brings it back. */
export function removeBlock(editor: Editor, path: Path): void {
  Transforms.removeNodes(editor, { at: path, voids: true })
}
