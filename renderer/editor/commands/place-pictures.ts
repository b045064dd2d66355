import { Node, type Editor, type NodeEntry, type Path } from 'slate'
import type { Figure, Gallery } from '#core/article/block.ts'
import type { NewId } from '#core/article/factories.ts'
import type { StoredPicture } from '../picture-store.ts'
import { ancestorOf, isBlock, textBlockAt } from '../query.ts'
import { chosenBlocks } from '../selection/selected-blocks.ts'
import { addToGallery, insertPictures, insertPicturesAt, setFigurePicture } from './pictures.ts'

/**
 * Puts one picture into the empty figure at the caret, or adds pictures to the gallery at the caret, or inserts new blocks.
 * Does the same for a block that is selected as a block; new blocks come after all that are.
 */
export function placePictures(editor: Editor, pictures: readonly StoredPicture[], newId: NewId): void {
  const [only, ...others] = pictures
  const figure = around(editor, 'figure')
  const gallery = around(editor, 'gallery')
  const run = chosenBlocks(editor)
  if (figure?.[0].asset === undefined && figure !== null && only !== undefined && others.length === 0)
    setFigurePicture(editor, figure[1], only)
  else if (gallery !== null) addToGallery(editor, gallery[1], pictures, newId)
  else if (run !== null) insertPicturesAt(editor, [(run.parent[0] ?? run.last) + 1], pictures, newId)
  else insertPictures(editor, pictures, newId)
}

/** @returns the figure or the gallery that is selected, or stands around what is; null for none. */
function around<Type extends 'figure' | 'gallery'>(
  editor: Editor,
  type: Type,
): NodeEntry<Extract<Figure | Gallery, { type: Type }>> | null {
  const path = selectedPath(editor)
  if (path === null) return null
  const node = Node.get(editor, path)
  if (isBlock(node) && node.type === type) return [node as Extract<Figure | Gallery, { type: Type }>, path]
  return ancestorOf(editor, path, type)
}

/** @returns the path of the only selected block or the line of the selection; where several are selected, that around them. */
function selectedPath(editor: Editor): Path | null {
  const run = chosenBlocks(editor)
  if (run === null) return textBlockAt(editor)?.[1] ?? null
  if (run.first === run.last) return [...run.parent, run.first]
  return run.parent.length === 0 ? null : run.parent
}
