import type { Article } from '../article/article.ts'
import { carriesBody } from './action.ts'
import type { Edition } from './edition.ts'
import { pageWords, writtenDay, writtenDigits } from './words.ts'

/** @returns the moment at which an article's embargo ends, in UTC; null for one without, and for what is no more. */
export function embargoOf({ metadata }: Article, { action }: Pick<Edition, 'action'>): string | null {
  return metadata.embargo === null || !carriesBody(action) ? null : new Date(metadata.embargo).toISOString()
}

/** The minute in UTC: whoever receives it may sit in any zone. */
function writtenMoment(iso: string, language: string, digits: 'latn' | 'arab'): string {
  return `${writtenDay(iso.slice(0, 10), language, digits)} ${writtenDigits(iso.slice(11, 16), digits)}`
}

/**
 * What stands at the top of everything that people may read but not publish yet.
 * @returns a line in the article's language; null for an issue that may be published, and for one without a body, which
 *   says itself that it is no more.
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
