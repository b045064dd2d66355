import type { Article } from './article.ts'
import type { AnyBlock } from './block.ts'
import { blockText } from './plain-text.ts'
import { traitsOf } from './traits.ts'
import { childBlocks, figures, textBlocks } from './text-nodes.ts'

/** The part of an article that a search result lies in. `note` is a note of the audit trail. */
export type SearchPlace = 'text' | 'picture' | 'details' | 'note'
export type SearchPart = { place: SearchPlace; text: string }

/**
 * Collects the texts under which search can find an article, in reading order. The headline is not among them: the
 * index has a column for it.
 * @param notes the notes of the article's audit trail
 * @returns one part per text; empty texts are left out
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

/** The `url` fields of a block and the blocks inside it, without scheme and `www.`, which nobody searches for. */
function addresses(block: AnyBlock): string[] {
  const own = 'url' in traitsOf(block.type).fields ? [String(block['url'])] : []
  return [...own.map((url) => url.replace(/^https?:\/\/(?:www\.)?/iu, '')), ...childBlocks(block).flatMap(addresses)]
}
