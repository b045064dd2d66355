import { Editor, Transforms, type Descendant } from 'slate'
import { HistoryEditor } from 'slate-history'
import type { Block } from '#core/article/block.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { isHeadType } from '#core/article/block-types.ts'
import { isBlock } from '../query.ts'

/** Makes all changes within one step of undo, and lets the rules look at the document once, at its end. */
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
 * Makes a document the editor's own, as one step of undo. Blocks that are in it already stay as they are, so that
 * nothing is drawn anew without need. The document must be lawful.
 */
export function replaceDocument(editor: Editor, document: readonly Block[]): void {
  const wanted = new Map(document.map((block) => [block.id, canonicalJson(block)]))
  inOneStep(editor, () => {
    // All that goes is gone before anything comes: an id of a block within a block is then free again.
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
 * Brings one block of an older document back, as one step of undo: in place of the block as it is now, or where it
 * stood among its old neighbours when it is gone or was moved. A field of the head takes the place of the one there is.
 * @param isMoved whether it is to go back among its old neighbours though it is there
 * @returns whether there was anything to change
 */
export function restoreBlock(editor: Editor, older: readonly Block[], id: string, isMoved: boolean): boolean {
  const block = older.find((each) => each.id === id)
  if (block === undefined) return false
  const place = placeToReplace(editor, block)
  const isSame = place !== -1 && canonicalJson(editor.children[place]) === canonicalJson(block)
  if (isSame && !isMoved) return false
  inOneStep(editor, () => {
    if (place !== -1) remove(editor, place)
    insert(editor, block, place !== -1 && !isMoved ? place : placeAmong(editor, older, id))
  })
  return true
}

function placeToReplace(editor: Editor, { id, type }: Block): number {
  const place = placeOf(editor, id)
  if (place !== -1 || !isHeadType(type)) return place
  return editor.children.findIndex((node) => isBlock(node) && node.type === type)
}

/** @returns where a block goes that is not there: after the nearest block that stood before it, else before the next. */
function placeAmong(editor: Editor, older: readonly Block[], id: string): number {
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
