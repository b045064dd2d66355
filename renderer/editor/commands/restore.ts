import { Editor, Transforms, type Descendant } from 'slate'
import { HistoryEditor } from 'slate-history'
import type { Block } from '#core/article/block.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { isHeadType } from '#core/article/block-types.ts'
import { isBlock } from '../query.ts'

/** Makes all changes in one undo step, and normalises the document once, at the end. */
function inOneStep(editor: Editor, change: () => void): void {
  HistoryEditor.withNewBatch(editor, () => Editor.withoutNormalizing(editor, change))
}

function idOf(node: Descendant | undefined): string | null {
  return node !== undefined && isBlock(node) ? node.id : null
}

function placeOf(editor: Editor, id: string): number {
  return editor.children.findIndex((node) => idOf(node) === id)
}

function remove(editor: Editor, index: number): void {
  Transforms.removeNodes(editor, { at: [index], voids: true })
}

function insert(editor: Editor, block: Block, index: number): void {
  Transforms.insertNodes(editor, structuredClone(block), { at: [index], voids: true })
}

/**
 * Replaces the document in one undo step. Equal blocks are not touched, so that React does not render them again.
 * @param document must be valid
 */
export function replaceDocument(editor: Editor, document: readonly Block[]): void {
  const wanted = new Map(document.map((block) => [block.id, canonicalJson(block)]))
  inOneStep(editor, () => {
    // Remove before inserting: an inserted block may have the id of a block nested in a removed one.
    for (let index = editor.children.length - 1; index >= 0; index -= 1) {
      const node = editor.children[index]
      const id = idOf(node)
      if (id === null || wanted.get(id) !== canonicalJson(node)) remove(editor, index)
    }
    for (const [index, block] of document.entries()) {
      const place = placeOf(editor, block.id)
      if (place === -1) insert(editor, block, index)
      else if (place !== index) Transforms.moveNodes(editor, { at: [place], to: [index], voids: true })
    }
  })
}

/**
 * Restores one block of an older document in one undo step. It replaces the block with its id, or the head field of its
 * type. Without such a block it goes back between its old neighbours.
 * @param isMoved whether to move it back between its old neighbours even if it replaces a block
 * @returns false if nothing had to change
 */
export function restoreBlock(editor: Editor, older: readonly Block[], id: string, isMoved: boolean): boolean {
  const block = older.find((each) => each.id === id)
  if (block === undefined) return false
  const place = placeToReplace(editor, block)
  const isSame = place !== -1 && canonicalJson(editor.children[place]) === canonicalJson(block)
  if (isSame && !isMoved) return false
  inOneStep(editor, () => {
    if (place !== -1) remove(editor, place)
    insert(editor, block, place !== -1 && !isMoved ? place : placeBetweenNeighbours(editor, older, id))
  })
  return true
}

function placeToReplace(editor: Editor, { id, type }: Block): number {
  const place = placeOf(editor, id)
  if (place !== -1 || !isHeadType(type)) return place
  return editor.children.findIndex((node) => isBlock(node) && node.type === type)
}

/**
 * @returns the index for a restored block: after the nearest older block before it that still exists, else before the
 *   next one
 */
function placeBetweenNeighbours(editor: Editor, older: readonly Block[], id: string): number {
  const old = older.findIndex((each) => each.id === id)
  for (const block of older.slice(0, old).toReversed()) {
    const place = placeOf(editor, block.id)
    if (place !== -1) return place + 1
  }
  for (const block of older.slice(old + 1)) {
    const place = placeOf(editor, block.id)
    if (place !== -1) return place
  }
  return editor.children.length
}
