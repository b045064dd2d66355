import type { Article } from './article.ts'
import { blockText } from './plain-text.ts'
import { textBlocks } from './text-nodes.ts'
import { traitsOf } from './traits.ts'

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })

/** Between two words without a space, these make one: «كوفيد-19», «الشرق‑أوسطية». */
const JOINERS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011'])

/** @returns how many words a text has, as an editor counts them: a hyphen joins, harakat and marks do not split. */
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

/** @returns the words of the body that a desk pays and plans by: those of the lines that their traits count. */
export function articleWords(article: Article): number {
  return textBlocks(article.document)
    .filter((block) => traitsOf(block.type).counted)
    .reduce((sum, block) => sum + countWords(blockText(block)), 0)
}
