import { isFields } from '../article/json.ts'
import { withoutIsolates } from '../text/read-isolates.ts'
import type { LooseBlock } from './html/loose.ts'

/** @returns the words of a text, without punctuation. An isolate character parts no word. */
export function wordsIn(text: string): string[] {
  return withoutIsolates(text).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

/** Joins the texts of a value. Inlines of one line are joined directly, lines by a space. */
function textOf(node: unknown): string {
  if (Array.isArray(node)) return node.map(textOf).join('')
  if (!isFields(node)) return ''
  const { text, children, alt, url, date } = node
  const words = `${typeof text === 'string' ? text : ''}${textOf(children)}`
  return 'dir' in node ? ` ${words} ${[alt, url, date].join(' ')} ` : words
}

/** The words that an article has kept. Text that a format repeats in another field is no loss if the article has it. */
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
