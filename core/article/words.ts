import type { Article } from './article.ts'
import { blockText } from './plain-text.ts'
import { textBlocks } from './text-nodes.ts'
import { traitsOf } from './traits.ts'

const segmenter = new Intl.Segmenter('ar', { granularity: 'word' })

/** Hyphens. Between two words without a space they make one word: «كوفيد-19», «الشرق‑أوسطية». */
const HYPHENS: ReadonlySet<string> = new Set(['-', '\u2010', '\u2011'])

/** Signs within an address. Versions of the segmenter differ in whether they end a word. */
const ADDRESS_SIGNS: ReadonlySet<string> = new Set(['.', ':', '/', '@', '_', '?', '=', '&', '#', '%', '~'])

/** @returns whether two words with address signs between them are parts of one address, and not two numbers of a date */
function isAddress(before: string, after: string): boolean {
  return /^[\dA-Za-z._]+$/u.test(before + after) && /[A-Za-z]/u.test(before + after)
}

/** @returns 2 for «قال.ثم», which some versions of the segmenter take for one word: a space is missing. */
function wordsIn(segment: string): number {
  return isAddress(segment, '') ? 1 : segment.split(/(?<=\p{L})\.(?=\p{L})/u).length
}

/**
 * @returns the number of words in a text as an editor counts them: a hyphen joins two words, an address is one word, and
 *   harakat do not split one
 */
export function countWords(text: string): number {
  let count = 0
  let before = ''
  let between: 'nothing' | 'hyphen' | 'signs' = 'nothing'
  for (const { segment, isWordLike } of segmenter.segment(text)) {
    if (isWordLike === true) {
      const isPart = between === 'hyphen' || (between === 'signs' && isAddress(before, segment))
      count += isPart ? 0 : wordsIn(segment)
      before = segment
      between = 'nothing'
    } else if (before !== '' && between === 'nothing' && HYPHENS.has(segment)) between = 'hyphen'
    else if (before !== '' && between !== 'hyphen' && ADDRESS_SIGNS.has(segment)) between = 'signs'
    else {
      before = ''
      between = 'nothing'
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
