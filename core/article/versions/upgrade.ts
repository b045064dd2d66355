import type { SCHEMA_VERSION } from '../article.ts'
import type { Fields } from '../json.ts'
import { fromVersion1 } from './from-1.ts'

/** The JSON of an article in the format that its `schemaVersion` names. Only its being a list of blocks is known. */
export type StoredArticle = Fields & { readonly document: readonly unknown[] }

/** Brings an article from one format to the next. It must not use code that follows the present format. */
type Upgrade = (article: StoredArticle) => StoredArticle

/** The whole numbers from 1 to below N. */
type Below<N extends number, Counted extends readonly unknown[] = [unknown]> = Counted['length'] extends N
  ? never
  : Counted['length'] | Below<N, [...Counted, unknown]>

/** From each earlier format to the one after it. When `SCHEMA_VERSION` is raised, the compiler asks for the next. */
export const UPGRADES: Readonly<Record<Below<typeof SCHEMA_VERSION>, Upgrade>> = {
  1: fromVersion1,
}

/**
 * Brings the JSON of an article to a later format, step by step.
 * @param to the number of that format
 * @returns the same object for an article of that format, of a later one, or of none.
 */
export function upgradeArticle(article: StoredArticle, to: number): StoredArticle {
  const upgrades: Readonly<Record<number, Upgrade>> = UPGRADES
  const version = article['schemaVersion']
  if (typeof version !== 'number' || version >= to) return article
  const upgrade = upgrades[version]
  if (upgrade === undefined) return article
  return upgradeArticle({ ...upgrade(article), schemaVersion: version + 1 }, to)
}
