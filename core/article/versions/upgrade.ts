import type { SCHEMA_VERSION } from '../article.ts'
import type { ArticleJson } from './article-json.ts'
import { fromVersion1 } from './from-1.ts'

/** Upgrades an article by one format. It must not call code that changes with the current format. */
type Upgrade = (article: ArticleJson) => ArticleJson

/** The integers from 1 up to, but not including, N. */
type Below<N extends number, Counted extends readonly unknown[] = [unknown]> = Counted['length'] extends N
  ? never
  : Counted['length'] | Below<N, [...Counted, unknown]>

/** The upgrade from each format to the next. Raising `SCHEMA_VERSION` without adding one does not compile. */
export const UPGRADES: Readonly<Record<Below<typeof SCHEMA_VERSION>, Upgrade>> = {
  1: fromVersion1,
}

/**
 * Upgrades the JSON of an article to a later format, one format at a time.
 * @param to the version number of that format
 * @returns the same object if its format is `to`, later, or unknown
 */
export function upgradeArticle(article: ArticleJson, to: number): ArticleJson {
  const upgrades: Readonly<Record<number, Upgrade>> = UPGRADES
  const version = article['schemaVersion']
  if (typeof version !== 'number' || version >= to) return article
  const upgrade = upgrades[version]
  if (upgrade === undefined) return article
  return upgradeArticle({ ...upgrade(article), schemaVersion: version + 1 }, to)
}
