import type { Article } from '#core/article/article.ts'
import { blockText } from '#core/article/plain-text.ts'
import { textBlocks } from '#core/article/text-nodes.ts'

/**
 * @returns the words and numbers of a text, without harakat, which searches of all readers leave aside. Poppler puts the
 * space after a number inside the number's embedding, at its beginning: an embedding separates as a space does.
 */
function wordsOf(text: string): string[] {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[\u202A-\u202E]/gu, ' ')
    .replaceAll(/[\u064B-\u0652\u0670\u200B-\u200F]/gu, '')
  return plain.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
}

const pairsOf = (words: readonly string[]): string[] => words.slice(1).map((word, index) => `${words[index]} ${word}`)

/** @returns the percentage of `wanted` that is in `given`, each as often as it is wanted. */
function share(wanted: readonly string[], given: readonly string[]): number {
  const left = new Map<string, number>()
  for (const each of given) left.set(each, (left.get(each) ?? 0) + 1)
  const found = wanted.filter((each) => {
    const count = left.get(each) ?? 0
    left.set(each, count - 1)
    return count > 0
  })
  return (100 * found.length) / wanted.length
}

/** @returns the percentages of an article's words, and of its pairs of neighbouring words, that are in a text. */
export function foundWords(article: Article, text: string): { words: number; pairs: number } {
  const given = wordsOf(text)
  const blocks = textBlocks(article.document).map((block) => wordsOf(blockText(block)))
  return { words: share(blocks.flat(), given), pairs: share(blocks.flatMap(pairsOf), pairsOf(given)) }
}
