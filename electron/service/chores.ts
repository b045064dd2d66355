import type { Store } from '#db/open.ts'
import { takeBallast } from '#db/ballast.ts'
import { indexNext, isIndexBehind } from '#db/search/indexer.ts'
import { withSoundIndex } from '#db/search/mend.ts'
import { listRevisions, removeRevisions } from '#db/tables/revisions.ts'
import { revisionsToThin } from '#core/review/thinning.ts'
import { toContractError } from '#db/errors.ts'
import { believedTime } from './believed-time.ts'
import { emptyOldBin } from './bin.ts'
import type { KeptService } from './service.ts'

const HOUR_MS = 3_600_000
/** After the opening, so that the window comes first. */
const SOON_MS = 3000
/** After the last change, so that whoever writes has the disk for themselves. */
const QUIET_MS = 400
/** So much at a time, or one article: a save that comes meanwhile waits for one step. */
const INDEX_STEP = { articles: 20, bytes: 200_000 }

/** Runs a chore; a store that refuses it now (a full disk, a medium gone) is asked again the next time. */
function attempt(chore: () => void): void {
  try {
    chore()
  } catch (error) {
    if (toContractError(error) === null) throw error
  }
}

/** Thins the revisions of every article by the rule of `revisionsToThin`. */
export function thinRevisions({ db }: Store, now: string): void {
  const crowded = db.all<{ id: string }>(
    `SELECT article_id AS id FROM revisions WHERE reason IN ('quiet', 'closed') GROUP BY article_id HAVING count(*) > 1`,
  )
  for (const { id } of crowded) {
    const hashes = revisionsToThin(listRevisions(db, id).revisions, now)
    if (hashes.length > 0) removeRevisions(db, hashes)
  }
}

/** Empties the bin of what is too old and thins the revisions, by a time that no single wrong clock can bring forward. */
export function removeOld(store: Store, now: string): void {
  const time = believedTime(store.db, now)
  if (time === null) return
  emptyOldBin(store, time)
  thinRevisions(store, time)
}

/**
 * Does what nobody waits for: brings the search index up to the saves and empties the log; and soon, then every hour, takes ballast, empties
 * the bin of what is too old, thins revisions, and backs up when a day has passed.
 * @returns a function that ends it.
 */
export function startChores(service: KeptService, store: Store, now: () => string): () => void {
  if (store.readOnly) return () => {}
  let indexing: NodeJS.Timeout | null = null
  let isBehind = false
  const index = (): void => {
    indexing = null
    attempt(() => {
      const { articles, bytes } = INDEX_STEP
      const step = (): number => indexNext(store.db, articles, bytes) || indexNext(store.db, 1)
      const done = withSoundIndex(store.db, step)
      if (done > 0) {
        isBehind = true
        schedule(0)
        return
      }
      if (isBehind) service.announce({ type: 'index-changed' })
      isBehind = false
      store.emptyLog()
    })
  }
  const schedule = (ms: number): void => {
    if (indexing !== null) clearTimeout(indexing)
    indexing = setTimeout(index, ms)
    indexing.unref()
  }
  const stopListening = service.onChange(({ type }) => {
    if (type === 'article-changed') schedule(QUIET_MS)
  })
  const daily = (): void => {
    attempt(() => takeBallast(store.folder))
    attempt(() => removeOld(store, now()))
    // The keeper remembers why it failed, and the windows show it.
    if (!service.keeper.isBusy && service.keeper.isDue()) service.keeper.backUp().catch(() => {})
  }
  const soon = setTimeout(daily, SOON_MS)
  const hourly = setInterval(daily, HOUR_MS)
  soon.unref()
  hourly.unref()
  attempt(() => {
    if (isIndexBehind(store.db)) schedule(0)
  })
  return () => {
    stopListening()
    clearTimeout(soon)
    clearInterval(hourly)
    if (indexing !== null) clearTimeout(indexing)
  }
}
