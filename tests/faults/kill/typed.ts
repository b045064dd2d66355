import type { Article } from '#core/article/article.ts'
import { blockText } from '#core/article/plain-text.ts'

/** The longest time of typing that may be lost. */
const MOST_LOST_MS = 2000

/** The words typed into one article, and the part that was acknowledged. */
export type Typed = {
  type(word: string): void
  /** The text in the window, now or when a save began. */
  text(): string
  acknowledge(text: string): void
  /** Marks the time of the kill. */
  end(): void
  /** @returns what is wrong with the recovered text, in words, and how much time of typing is missing. */
  judge(found: string): { losses: string[]; missingMs: number }
}

/** @param clock monotonic, in milliseconds */
export function startTyping(clock: () => number): Typed {
  const words: { word: string; at: number }[] = []
  let acknowledged = ''
  let ended = 0
  const textOf = (count: number): string =>
    words
      .slice(0, count)
      .map(({ word }) => word)
      .join('')
  return {
    type: (word) => void words.push({ word, at: clock() }),
    text: () => textOf(words.length),
    acknowledge(text) {
      if (text.length > acknowledged.length) acknowledged = text
    },
    end: () => void (ended = clock()),
    judge(found) {
      const losses: string[] = []
      const whole = textOf(words.length)
      if (!whole.startsWith(found)) losses.push(`what came back was never typed: …${found.slice(-60)}`)
      if (!found.startsWith(acknowledged)) {
        losses.push(`${acknowledged.length - found.length} letters that were acknowledged are missing`)
      }
      let length = 0
      const first = words.find(({ word }) => (length += word.length) > found.length)
      const missingMs = first === undefined ? 0 : Math.round(ended - first.at)
      if (missingMs > MOST_LOST_MS) losses.push(`${missingMs} ms of typing are missing`)
      return { losses, missingMs }
    },
  }
}

/** @returns the words of an article's body as they were typed. */
export function bodyOf(article: Article): string {
  return article.document
    .filter(({ type }) => type === 'paragraph')
    .map(blockText)
    .join('')
}
