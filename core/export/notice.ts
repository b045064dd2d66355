import type { Article } from '../article/article.ts'
import { emptyMetadata, type Metadata } from '../article/metadata.ts'
import { carriesBody } from './action.ts'
import type { Edition } from './edition.ts'
import { languageDirection } from './targets/html/context.ts'
import { pageWords, writtenDay, writtenDigits } from './page-words.ts'

/** @returns when an embargo ends, in UTC; null for none. */
export function embargoEnd({ embargo }: Pick<Metadata, 'embargo'>): string | null {
  return embargo === null ? null : new Date(embargo).toISOString()
}

/** @returns when an article's embargo ends, in UTC; null for none, and for a withdrawn or killed article. */
export function embargoOf({ metadata }: Article, { action }: Pick<Edition, 'action'>): string | null {
  return carriesBody(action) ? embargoEnd(metadata) : null
}

/** In UTC, for the receiver may be in any time zone. */
function writtenMoment(iso: string, language: string, digits: 'latn' | 'arab'): string {
  return `${writtenDay(iso.slice(0, 10), language, digits)} ${writtenDigits(iso.slice(11, 16), digits)}`
}

/**
 * The warning at the top of an export that must not be published yet.
 * @returns a line in the article's language; null if it may be published, and for a withdrawn or killed article, which
 *   has a notice of its own.
 */
export function noticeOf(article: Article, edition: Edition): string | null {
  if (!carriesBody(edition.action)) return null
  const { language } = article.metadata
  const words = pageWords(language)
  const embargo = edition.embargoed ? embargoOf(article, edition) : null
  const lines = [
    ...(edition.draft ? [words.draft] : []),
    ...(embargo === null ? [] : [words.embargoed(writtenMoment(embargo, language, edition.house.digits ?? 'latn'))]),
  ]
  return lines.length === 0 ? null : lines.join(' ')
}

/**
 * What is exported in place of a withdrawn or killed article, by formats that have no other way to say it.
 * @returns an article of its headline and the notice. It has no other word of the original.
 */
export function noticeArticle(article: Article, action: 'withdraw' | 'kill'): Article {
  const { language, slug } = article.metadata
  const words = pageWords(language)
  const text = action === 'kill' ? words.killed : words.withdrawn
  const notice = { type: 'paragraph', id: 'notice', dir: languageDirection(language), children: [{ text }] } as const
  return {
    ...article,
    metadata: { ...emptyMetadata(), kind: '', language, slug },
    document: [...article.document.filter(({ type }) => type === 'headline'), { ...notice, children: [{ text }] }],
  }
}
