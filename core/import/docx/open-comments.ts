import type { Element } from '@xmldom/xmldom'
import { valueOf } from './parts.ts'

/** Begins the name of the mark that the words of a comment have while a document is read. */
export const COMMENT_MARK = 'comment:'

/** So many ranges may lie over one another. Each word has a mark for each: a range more is known by its block alone. */
const MOST_OPEN = 64

/** Follows the ranges of comments while a document is read. */
export class OpenComments {
  readonly #open = new Set<string>()
  /** Seen since the last block, which they stand in if they hold no words. */
  readonly #seen = new Set<string>()
  /** The block in which each comment begins. */
  readonly places = new Map<string, string>()

  /** Notes a beginning, an end or a reference. @returns whether the element is one. */
  note(element: Element): boolean {
    const id = valueOf(element, 'id') ?? ''
    const isStart = element.localName === 'commentRangeStart'
    if (isStart && this.#open.size < MOST_OPEN) this.#open.add(id)
    else if (element.localName === 'commentRangeEnd') this.#open.delete(id)
    else if (!isStart && element.localName !== 'commentReference') return false
    this.#seen.add(id)
    return true
  }

  /** Says which block holds what was noted since the last one. */
  placeIn(block: string): void {
    for (const id of this.#seen) if (!this.places.has(id)) this.places.set(id, block)
    this.#seen.clear()
  }

  /** @returns the marks of the words that are read now. */
  marks(): Record<string, true> {
    return Object.fromEntries([...this.#open].map((id) => [`${COMMENT_MARK}${id}`, true as const]))
  }
}
