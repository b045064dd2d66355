import type { Article } from '../../article/article.ts'
import type { Block } from '../../article/block.ts'
import { canonicalJson } from '../../article/canonical.ts'

/** @returns whether two articles are equal. Blocks that they share are not looked into. */
export function isEqual(one: Article, other: Article): boolean {
  if (one === other) return true
  const { document: first, ...rest } = one
  const { document: second, ...otherRest } = other
  return (
    first.length === second.length &&
    first.every((block, index) => isSameBlock(block, second[index])) &&
    canonicalJson(rest) === canonicalJson(otherRest)
  )
}

function isSameBlock(one: Block, other: Block | undefined): boolean {
  return one === other || (other !== undefined && one.id === other.id && canonicalJson(one) === canonicalJson(other))
}

/**
 * @returns an article with the very blocks of another where they are equal. Versions that were read apart are compared in a
 *   fraction of the time then.
 */
export function sharing(article: Article, other: Article): Article {
  const known = new Map(other.document.map((block) => [block.id, block]))
  return {
    ...article,
    document: article.document.map((block) => {
      const same = known.get(block.id)
      return same !== undefined && isSameBlock(block, same) ? same : block
    }),
  }
}
