import { isFields, type Fields } from '../json.ts'
import type { ArticleJson } from './article-json.ts'

/**
 * The types that were added to format 1 without a new version number. A Midad that did not know one yet wrapped it in
 * an `unknown` block.
 */
const ADDED_TYPES: ReadonlySet<unknown> = new Set([
  ...['pullquote', 'gallery', 'embed', 'factbox', 'related', 'table', 'correction', 'separator'],
])

/** Unwraps an `unknown` block around a type of format 2. The block gets the wrapper's id and direction. */
function unwrapped(block: unknown): unknown {
  if (!isFields(block) || block['type'] !== 'unknown') return block
  const { original, id, dir } = block
  return isFields(original) && ADDED_TYPES.has(original['type']) ? { ...original, id, dir } : block
}

/** Removes `asset: null`, which format 1 wrote for a figure without a picture. */
function withoutNullAsset(block: unknown): unknown {
  if (!isFields(block)) return block
  const { asset, ...others } = block
  const figure: Fields = block['type'] === 'figure' && asset === null ? others : block
  const { children } = figure
  return Array.isArray(children) ? { ...figure, children: children.map(withoutNullAsset) } : figure
}

/** Upgrades every variant of format 1 to format 2. Format 1 changed several times without a new version number. */
export function fromVersion1(article: ArticleJson): ArticleJson {
  return { ...article, document: article.document.map((block) => withoutNullAsset(unwrapped(block))) }
}
