import { isFields, type Fields } from '../json.ts'
import type { StoredArticle } from './upgrade.ts'

/**
 * The blocks that were added while the number of the format stayed 1. A Midad of that time that did not know one kept
 * it wrapped in an `unknown` block.
 */
const ADDED_TYPES: ReadonlySet<unknown> = new Set([
  ...['pullquote', 'gallery', 'embed', 'factbox', 'related', 'table', 'correction', 'separator'],
])

/** The block that an `unknown` block wraps, with the wrapper's id and direction, when format 2 has its type. */
function unwrapped(block: unknown): unknown {
  if (!isFields(block) || block['type'] !== 'unknown') return block
  const { original, id, dir } = block
  return isFields(original) && ADDED_TYPES.has(original['type']) ? { ...original, id, dir } : block
}

/** A figure without a picture was written with `asset: null`; in format 2 it has no `asset`. */
function withoutNullAsset(block: unknown): unknown {
  if (!isFields(block)) return block
  const { asset, ...rest } = block
  const figure: Fields = block['type'] === 'figure' && asset === null ? rest : block
  const { children } = figure
  return Array.isArray(children) ? { ...figure, children: children.map(withoutNullAsset) } : figure
}

/** Format 1 grew without a new number: this brings all that was ever written as 1 into the form it had in the end. */
export function fromVersion1(article: StoredArticle): StoredArticle {
  return { ...article, document: article.document.map((block) => withoutNullAsset(unwrapped(block))) }
}
