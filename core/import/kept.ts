import { isFields } from '../article/json.ts'
import type { LooseBlock } from './html/loose.ts'

/** @returns the words of a text, without the signs between them. */
export function wordsIn(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Texts of one line touch; lines do not. */
function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('')
  if (!isFields(node)) return ''
  const { text, children, alt, url, date } = node
  const words = `${typeof text === 'string' ? text : ''}${textOf(children)}`
  return 'dir' in node ? ` ${words} ${[alt, url, date].join(' ')} ` : words
}

/** The words that an article has: what a format says a second time, in other fields, is not lost when it says so here. */
export class Kept {
  readonly #words: ReadonlySet<string>

  constructor(blocks: readonly LooseBlock[], ...others: readonly string[]) {
    this.#words = new Set(wordsIn([textOf(blocks), ...others].join(' ')))
  }

  /** @returns whether every word of a text is in the article. */
  has(text: string): boolean {
    return wordsIn(text).every((word) => this.#words.has(word))
  }
}
