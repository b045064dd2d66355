import type { Article } from './article.ts'
import { blockText, headText } from './plain-text.ts'

/** So much tells two untitled drafts apart. */
const LONGEST = 80

/** @returns the words by which a person knows an article: its headline, or else its first words; empty without any. */
export function knownBy({ headline, opening }: { headline: string; opening: string }): string {
  return headline || opening
}

/** @returns the words by which a person knows an article, as `knownBy` has them. */
export function articleName(article: Article): string {
  return headText(article, 'headline').trim() || openingWords(article)
}

/** @returns the first words of an article, by which one without a headline is known; empty when nothing is written. */
export function openingWords(article: Article): string {
  const text = article.document
    .map((block) => blockText(block).replaceAll(/\s+/gu, ' ').trim())
    .find((each) => each !== '')
  if (text === undefined || text.length <= LONGEST) return text ?? ''
  const cut = text.lastIndexOf(' ', LONGEST)
  return `${text.slice(0, cut > 0 ? cut : LONGEST)}…`
}
