import { Transforms, type Descendant, type Editor } from 'slate'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { restoredBlock } from '#core/changes/restore.ts'
import { newBlockId } from '../new-id.ts'
import { isBlock } from '../query.ts'
import { keepSelection } from '../selection/keep-selection.ts'
import { inOneStep } from './one-step.ts'

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
 * Replaces the document in one undo step. Equal blocks are not touched, so that React does not render them again. The caret
 * and the selection stay at their words.
 * @param document must be valid
 */
export function replaceDocument(editor: Editor, document: readonly Block[]): void {
  keepSelection(editor, () => replaceBlocks(editor, document))
}

function replaceBlocks(editor: Editor, document: readonly Block[]): void {
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
 * Restores one block of an older version in one undo step. A block that is gone goes back between its old neighbours; a
 * paragraph that was joined to others becomes several again.
 * @param now the article in the editor
 * @param isMoved whether a block that stands elsewhere goes back to its old place
 * @returns false if nothing had to change
 */
export function restoreBlock(editor: Editor, now: Article, older: Article, id: string, isMoved: boolean): boolean {
  const restored = restoredBlock(now, older, id, isMoved, newBlockId)
  if (restored === null) return false
  replaceDocument(editor, restored.document)
  return true
}
