import { Node, type Editor, type Path } from 'slate'
import { ReactEditor } from 'slate-react'
import type { Figure, Gallery } from '#core/article/block.ts'
import { IMAGE_TYPES } from '#core/article/asset.ts'
import { nearestGap } from './block-places.ts'
import { isBlock } from './query.ts'

/** Where dropped pictures go: between two blocks, or to a figure or gallery. `top` and `height` draw it in the frame. */
export type PictureTarget =
  | { kind: 'gap'; before: number; top: number }
  | { kind: 'block'; id: string; top: number; height: number }

/** @returns whether files are dragged, and a picture among them. */
export function dragsPictures({ types, items }: DataTransfer): boolean {
  const isPicture = ({ kind, type }: DataTransferItem): boolean =>
    kind === 'file' && IMAGE_TYPES.some((known) => known === type)
  return types.includes('Files') && [...items].some(isPicture)
}

const PICTURES = '[data-block="gallery"], [data-block="figure"]'

/** @returns the place that a position of the window shows, for pictures that are dropped there. */
export function targetAt(editor: Editor, frame: Element, x: number, y: number): PictureTarget {
  const near = document.elementFromPoint(x, y)?.closest(PICTURES) ?? null
  // Pictures that are dropped on one of a gallery join the gallery.
  const found = near?.parentElement?.closest(PICTURES) ?? near
  if (found === null || !frame.contains(found)) return { kind: 'gap', ...nearestGap(editor, frame, y) }
  const node = ReactEditor.toSlateNode(editor, found)
  const { top, height } = found.getBoundingClientRect()
  return { kind: 'block', id: isBlock(node) ? node.id : '', top: top - frame.getBoundingClientRect().top, height }
}

/** @returns the figure or gallery with an id, and where it stands now; null if it was removed. */
export function pictureBlock(editor: Editor, id: string): [Figure | Gallery, Path] | null {
  for (const [node, path] of Node.elements(editor)) {
    if (isBlock(node) && node.id === id && (node.type === 'figure' || node.type === 'gallery')) return [node, path]
  }
  return null
}
