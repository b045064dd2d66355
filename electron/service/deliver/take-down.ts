import type { Actor } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { openDeliveries } from '#db/tables/deliveries.ts'
import { getDestination } from '#db/tables/destinations.ts'
import { nextVersion } from '#db/tables/exports.ts'
import { standingOf } from '#db/tables/standing.ts'
import type { StoredArticle } from '#db/tables/articles.ts'
import { prepare, sendsPackage, type EnqueueContext, type Prepared } from './enqueue.ts'

/**
 * Makes what takes an article down everywhere it stands. A destination that was removed cannot be told: the article
 * stands there until somebody takes it down by hand.
 * @param note why, in the editor's words
 * @throws what making a payload throws.
 */
export async function prepareTakeDown(
  { article, updatedAt }: StoredArticle,
  { to, note, actor }: { to: 'withdrawn' | 'killed'; note: string; actor: Actor },
  context: EnqueueContext,
): Promise<Prepared[]> {
  const { db } = context.store
  const action = to === 'killed' ? 'kill' : 'withdraw'
  const prepared: Prepared[] = []
  let version = nextVersion(db, article.id)
  for (const id of placesOf(article.id, db)) {
    const destination = getDestination(db, id)
    if (destination === null) continue
    const order = { article, state: to, updatedAt, destination, action, version, note, actor } as const
    // One after another: each package has a version of its own.
    // oxlint-disable-next-line no-await-in-loop
    prepared.push(await prepare(order, context))
    if (sendsPackage(destination)) version += 1
  }
  return prepared
}

/** @returns the destinations that have the article, or may turn out to have it: something is being sent there. */
function placesOf(articleId: string, db: ReadDb): Set<string> {
  const arrived = standingOf(db, articleId).places.map(({ id }) => id)
  const underway = openDeliveries(db).filter(({ articleId: other, state, progress }) => {
    if (other !== articleId) return false
    return state === 'sending' || state === 'rolling-back' || Object.keys(progress.remote).length > 0
  })
  return new Set([...arrived, ...underway.map(({ destinationId }) => destinationId)])
}
