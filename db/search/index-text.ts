import type { Article } from '#core/article/article.ts'
import { blockText, headText } from '#core/article/plain-text.ts'
import { fold } from '#core/text/fold.ts'

/** @returns the two columns of the search index for an article, folded. */
export function indexText(article: Article): { headline: string; body: string } {
  const { section, keywords, place, slug } = article.metadata
  const body = article.document.filter((block) => block.type !== 'headline').map(blockText)
  return {
    headline: fold(headText(article, 'headline')),
    body: fold([...body, section, place, slug, ...keywords].join('\n')),
  }
}
