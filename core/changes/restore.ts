import type { Article } from '../article/article.ts'
import type { NewId } from '../article/factories.ts'
import { apply } from './apply.ts'
import { nodeOf, type Change } from './change.ts'
import { compute } from './compute.ts'
import { groups } from './groups.ts'
import { topOf, treeOf } from './tree.ts'

/**
 * Restores one top-level block of an older version, with what makes sense only with it: a paragraph that was joined to
 * others since becomes several again.
 * @param id the id of the block in the older version
 * @param isMoved whether it also goes back to its old place, where it still exists
 * @returns the article with the block as it was; null when it is as it was
 */
export function restoredBlock(
  now: Article,
  older: Article,
  id: string,
  isMoved: boolean,
  newId: NewId,
): Article | null {
  const [tree, old] = [treeOf(now.document), treeOf(older.document)]
  const keys = new Set([...old.nodes.values()].filter(({ block }) => block.id === id).map(({ key }) => key))
  const isWanted = (change: Change): boolean =>
    keys.has(topOf(nodeOf(change), old, tree)) && (isMoved || change.kind !== 'move' || !keys.has(change.node))
  const wanted = groups(now, compute(now, older)).filter((group) => group.some(isWanted))
  return wanted.length === 0 ? null : apply(now, wanted.flat(), newId)
}
