import { Editor, Node, Transforms, type NodeEntry, type Path } from 'slate'
import type { Figure, Gallery } from '#core/article/block.ts'
import { ISO_DATE } from '#core/article/blocks/figure.ts'
import { figure, gallery, type NewId } from '#core/article/factories.ts'
import type { StoredPicture } from '../picture-store.ts'
import { ancestorOf, textBlockAt } from '../query.ts'
import { insertBlock } from './insert.ts'
import { inOneStep } from './one-step.ts'

/** @returns a figure of a stored picture, filled from the picture's metadata. */
function figureOf({ asset, description }: StoredPicture, newId: NewId): Figure {
  const { caption, credit, alt, date } = description
  return figure(newId, { asset, caption, credit, alt, ...(ISO_DATE.test(date) ? { date } : {}) })
}

/** Inserts pictures at the caret: one as a figure, several as a gallery. */
export function insertPictures(editor: Editor, pictures: readonly StoredPicture[], newId: NewId): void {
  const figures = pictures.map((picture) => figureOf(picture, newId))
  const [first] = figures
  if (first === undefined) return
  insertBlock(editor, figures.length === 1 ? first : gallery(newId, figures), newId)
}

/** Inserts pictures as one block at a place in the body, and moves the caret into its first caption. */
export function insertPicturesAt(editor: Editor, at: Path, pictures: readonly StoredPicture[], newId: NewId): void {
  const figures = pictures.map((picture) => figureOf(picture, newId))
  const [first] = figures
  if (first === undefined) return
  Transforms.insertNodes(editor, figures.length === 1 ? first : gallery(newId, figures), { at })
  Transforms.select(editor, Editor.start(editor, at))
}

/** Makes a gallery of a figure of the body and further pictures. */
export function galleryFrom(editor: Editor, path: Path, pictures: readonly StoredPicture[], newId: NewId): void {
  const { dir } = Node.get(editor, path) as Figure
  inOneStep(editor, () => {
    Transforms.wrapNodes(editor, { ...gallery(newId), dir, children: [] as never }, { at: path })
    addToGallery(editor, path, pictures, newId)
  })
}

/** Adds pictures to a gallery and removes its empty figures. */
export function addToGallery(editor: Editor, path: Path, pictures: readonly StoredPicture[], newId: NewId): void {
  const node = Node.get(editor, path) as Gallery
  if (node.type !== 'gallery' || pictures.length === 0) return
  Editor.withoutNormalizing(editor, () => {
    const at = [...path, node.children.length]
    Transforms.insertNodes(
      editor,
      pictures.map((picture) => figureOf(picture, newId)),
      { at },
    )
    for (const [index, child] of [...node.children.entries()].toReversed()) {
      const isEmpty = child.asset === undefined && Editor.string(editor, [...path, index]) === ''
      if (isEmpty) Transforms.removeNodes(editor, { at: [...path, index] })
    }
  })
}

/**
 * Sets the picture of a figure. The picture's metadata fills the caption, credit and alternative text where they are
 * empty; text that somebody wrote stays.
 */
export function setFigurePicture(editor: Editor, path: Path, { asset, description }: StoredPicture): void {
  const node = Node.get(editor, path) as Figure
  if (node.type !== 'figure') return
  Editor.withoutNormalizing(editor, () => {
    const alt = node.alt === '' ? description.alt : node.alt
    const taken = ISO_DATE.test(description.date) ? { date: description.date } : {}
    Transforms.setNodes(editor, { asset, alt, ...taken }, { at: path })
    for (const [index, text] of [description.caption, description.credit].entries()) {
      const at = [...path, index]
      if (text !== '' && Editor.string(editor, at) === '')
        Transforms.insertText(editor, text, { at: Editor.start(editor, at) })
    }
  })
}

/** @returns the figure around the caret and its path, or null. */
export function figureAt(editor: Editor): NodeEntry<Figure> | null {
  const entry = textBlockAt(editor)
  return entry === null ? null : ancestorOf(editor, entry[1], 'figure')
}
