import { diffArrays } from 'diff'
import type { Article } from '../article/article.ts'
import type { Block } from '../article/block.ts'
import { canonicalJson } from '../article/canonical.ts'
import { blockText } from '../article/plain-text.ts'

/** A stretch of text that both have, or only the one or the other. */
export type TextChange = { text: string; change: 'same' | 'added' | 'removed' }

/** What became of a block. `index` is its place: in the new document, or of a removed one in the old. */
export type BlockChange = {
  id: string
  type: string
  index: number
  change: 'same' | 'added' | 'removed' | 'changed' | 'moved'
  words: TextChange[]
}

/** How one article differs from another, in the order in which it is read. */
export type ArticleChange = { blocks: BlockChange[]; isMetadataChanged: boolean }

/** A word with its harakat, tatweel and joiners, white space, or one other sign: a word is never cut, so it stays joined. */
const TOKEN = /[\p{L}\p{M}\p{N}\u0640\u200C\u200D]+|\s+|[^\p{L}\p{M}\p{N}\s]/gu

/** @returns how a text became another, by whole words. */
export function diffText(from: string, to: string): TextChange[] {
  const parts = diffArrays(from.match(TOKEN) ?? [], to.match(TOKEN) ?? [])
  return parts.map(({ value, added, removed }) => ({
    text: value.join(''),
    change: added ? 'added' : removed ? 'removed' : 'same',
  }))
}

function changeOf(block: Block, index: number, old: Block | undefined, isMoved: boolean): BlockChange {
  const { id, type } = block
  if (old === undefined) {
    return { id, type, index, change: 'added', words: [{ text: blockText(block), change: 'added' }] }
  }
  const isSame = canonicalJson(block) === canonicalJson(old)
  const words = diffText(blockText(old), blockText(block))
  return { id, type, index, change: isSame ? (isMoved ? 'moved' : 'same') : 'changed', words }
}

/**
 * Compares two versions of an article, block by block: blocks are the same when they have the same id. Those that were
 * moved are told from those that stayed by the longest order that both have.
 */
export function diffArticles(from: Article, to: Article): ArticleChange {
  const old = new Map(from.document.map((block) => [block.id, block]))
  const parts = diffArrays(
    from.document.map(({ id }) => id),
    to.document.map(({ id }) => id),
  )
  const here = new Set(to.document.map(({ id }) => id))
  const blocks: BlockChange[] = []
  let [oldIndex, index] = [0, 0]
  for (const { value, added, removed } of parts) {
    for (const id of value) {
      const block = to.document[index]
      if (removed) {
        const gone = old.get(id)
        if (gone !== undefined && !here.has(id)) {
          const words: TextChange[] = [{ text: blockText(gone), change: 'removed' }]
          blocks.push({ id, type: gone.type, index: oldIndex, change: 'removed', words })
        }
      } else if (block !== undefined) {
        blocks.push(changeOf(block, index, old.get(id), added))
      }
      if (!added) oldIndex += 1
      if (!removed) index += 1
    }
  }
  return { blocks, isMetadataChanged: canonicalJson(from.metadata) !== canonicalJson(to.metadata) }
}
