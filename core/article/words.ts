import type { Article } from './article.ts'
import { blockText } from './plain-text.ts'
import { textBlocks } from './text-nodes.ts'
import { traitsOf } from './traits.ts'

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })

/** Hyphens. Between two words without a space they make one word: «كوفيد-19», «الشرق‑أوسطية». */
const JOINERS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011'])

/**
 * @returns the number of words in a text as an editor counts them: a hyphen joins two words, harakat do not split one.
 */
export function countWords(text: string): number {
  let count = 0
  let afterWord = false
  let joined = false
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true) {
      if (!joined) count += 1
      afterWord = true
      joined = false
    } else {
      joined = afterWord && JOINERS.has(segment)
      afterWord = false
    }
  }
  return count
}

/** @returns the lines of an article that count as its body: those whose `counted` trait is set. */
export function bodyLines(article: Article): string[] {
  return textBlocks(article.document)
    .filter((block) => traitsOf(block.type).counted)
    .map(blockText)
}

/** @returns the number of words in the body of an article. */
export function articleWords(article: Article): number {
  return bodyLines(article).reduce((sum, line) => sum + countWords(line), 0)
}
