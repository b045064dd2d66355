import type { Article } from './article.ts'
import type { AnyBlock } from './block.ts'
import { blockText } from './plain-text.ts'
import { traitsOf } from './traits.ts'
import { childBlocks, figures, textBlocks } from './text-nodes.ts'

/** Where in an article something can be found: in its text, about a picture, in its metadata, in a note of its audit. */
export type SearchPlace = 'text' | 'picture' | 'details' | 'note'
export type SearchPart = { place: SearchPlace; text: string }

/**
 * @param notes what was said of the article: the notes of its audit
 * @returns everything by which an article can be found, but for its headline: each part on its own, in the order in which
 *   a reader would come to it. Parts without text are left out.
 */
export function searchParts(article: Article, notes: readonly string[]): SearchPart[] {
  const { section, place, slug, keywords, sources, seoTitle, seoDescription } = article.metadata
  const parts = (of: SearchPlace, texts: readonly string[]): SearchPart[] =>
    texts.filter((text) => text.trim() !== '').map((text) => ({ place: of, text }))
  const pictures = figures(article.document).flatMap(({ alt, asset }) => [alt, asset?.name ?? ''])
  return [
    ...parts(
      'text',
      textBlocks(article.document)
        .filter(({ type }) => type !== 'headline')
        .map(blockText),
    ),
    ...parts('picture', pictures),
    ...parts('details', [section, place, slug, ...keywords, ...sources, seoTitle, seoDescription]),
    ...parts('details', article.document.flatMap(addresses)),
    ...parts('note', notes),
  ]
}

/** The addresses of what an article shows or refers to, without what every address begins with. */
function addresses(block: AnyBlock): string[] {
  const own = 'url' in traitsOf(block.type).fields ? [String(block['url'])] : []
  return [...own.map((url) => url.replace(/^https?:\/\/(?:www\.)?/iu, '')), ...childBlocks(block).flatMap(addresses)]
}
