import type { Article } from '../article/article.ts'
import type { Block, Direction } from '../article/block.ts'
import { blockText } from '../article/plain-text.ts'

const MAX_BLOCKS = 14
const MAX_TEXT = 280

/** @returns the beginning of an article's text, by which a person recognises it. */
export function previewOf(article: Article): { type: Block['type']; dir: Direction; text: string }[] {
  return article.document
    .map((block) => ({ type: block.type, dir: block.dir, text: blockText(block).trim() }))
    .filter(({ type, text }) => text !== '' || type === 'figure' || type === 'separator')
    .slice(0, MAX_BLOCKS)
    .map(({ type, dir, text }) => ({ type, dir, text: cut(text) }))
}

function cut(text: string): string {
  return text.length <= MAX_TEXT ? text : `${text.slice(0, text.lastIndexOf(' ', MAX_TEXT)).trimEnd()}…`
}
