import { canonicalJson } from '#core/article/canonical.ts'
import { isLiveWithEdits } from '#core/review/standing.ts'
import type { State } from '#core/review/states.ts'
import type { ReadDb } from '../handles.ts'
import { digest } from '../seal.ts'
import { lastArrived } from './deliveries.ts'
import { getRevision } from './revisions.ts'
import { standingOf } from './standing.ts'

/**
 * @returns whether readers have another text of an article than the working copy. Where it was published without a delivery,
 *   only its state can tell.
 */
export function isUnsent(db: ReadDb, { id, hash, state }: { id: string; hash: string; state: State }): boolean {
  const { isLive, places } = standingOf(db, id)
  if (!isLive) return false
  const published = places.filter(({ isPublic }) => isPublic)
  if (published.length === 0) return isLiveWithEdits(state, { isLive })
  return published.some((place) => !isText(db, lastArrived(db, id, place.id), hash))
}

/** @returns whether a revision is the text with this hash, be it in an earlier format. */
function isText(db: ReadDb, revision: string | null, hash: string): boolean {
  if (revision === null || revision === hash) return true
  const article = getRevision(db, revision)
  return article !== null && digest(canonicalJson(article)) === hash
}
