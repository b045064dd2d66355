import type { Store } from '#db/open.ts'
import { takeBallast } from '#db/ballast.ts'
import { indexNext, isIndexBehind } from '#db/search/indexer.ts'
import { withSoundIndex } from '#db/search/mend.ts'
import { listRevisions, removeRevisions } from '#db/tables/revisions.ts'
import { revisionsToThin } from '#core/review/thinning.ts'
import { toContractError } from '#db/errors.ts'
import { believedTime } from './time/retention-time.ts'
import { emptyOldBin } from './handlers/bin.ts'
import type { KeptService } from './service.ts'
import { slices } from './jobs/time-slices.ts'
import { sweepPictures } from './pictures/sweep-pictures.ts'

const HOUR_MS = 3_600_000
/** After the opening, so that the window comes first. */
const SOON_MS = 3000
/** After the last change, so that whoever writes has the disk for themselves. */
const QUIET_MS = 400
/** So much at a time, or one article: a save that comes meanwhile waits for one step. */
export const INDEX_STEP = { articles: 20, bytes: 30_000 }

/** Runs a chore; a store that refuses it now (a full disk, a medium gone) is asked again the next time. */
async function attempt(chore: () => void | Promise<void>): Promise<void> {
  try {
    await chore()
  } catch (error) {
    if (toContractError(error) === null) throw error
  }
}

type Crowd = { id: string; count: number }

/**
 * Thins the revisions of every article by the rule of `revisionsToThin`, so many at a time that whoever saves meanwhile does
 * not feel it.
 * @param signal ends it, when the store is closed
 */
export async function thinRevisions({ db }: Store, now: string, signal?: AbortSignal): Promise<void> {
  const goesOn = slices(signal)
  for (let after = ''; ;) {
    const rows = db.all<Crowd>(
      `SELECT article_id AS id, count(*) AS count FROM revisions
       WHERE reason IN ('quiet', 'closed') AND article_id > :after GROUP BY article_id ORDER BY article_id LIMIT 200`,
      { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return
    for (const { id } of rows.filter(({ count }) => count > 1)) {
      const hashes = revisionsToThin(listRevisions(db, id).revisions, now)
      if (hashes.length > 0) removeRevisions(db, hashes)
      // oxlint-disable-next-line no-await-in-loop -- in between others are served
      if (!(await goesOn())) return
    }
    // oxlint-disable-next-line no-await-in-loop -- in between others are served
    if (!(await goesOn())) return
    after = last.id
  }
}

/** Empties the bin of what is too old and thins the revisions, by a time that no single wrong clock can bring forward. */
export async function removeOld(store: Store, now: string, signal?: AbortSignal): Promise<void> {
  const time = believedTime(store.db, now)
  if (time === null) return
  emptyOldBin(store, time)
  await thinRevisions(store, time, signal)
}

/**
 * Does what nobody waits for: brings the search index up to the saves and empties the log; and soon, then every hour, takes ballast, empties
 * the bin of what is too old, thins revisions, removes pictures that are nobody's, and backs up when a day has passed.
 * @returns a function that ends it.
 */
export function startChores(service: KeptService, store: Store, now: () => string): () => void {
  if (store.readOnly) return () => {}
  const closing = new AbortController()
  let indexing: NodeJS.Timeout | null = null
  let isBehind = false
  const index = (): void => {
    indexing = null
    void attempt(() => {
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
    void attempt(() => takeBallast(store.folder))
    void attempt(async () => {
      await removeOld(store, now(), closing.signal)
      await sweepPictures(store, () => service.isWriting(), now(), closing.signal)
    })
    // The keeper remembers why it failed, and the windows show it.
    if (!service.keeper.isBusy && service.keeper.isDue()) service.keeper.backUp().catch(() => {})
  }
  const soon = setTimeout(daily, SOON_MS)
  const hourly = setInterval(daily, HOUR_MS)
  soon.unref()
  hourly.unref()
  void attempt(() => {
    if (isIndexBehind(store.db)) schedule(0)
  })
  return () => {
    closing.abort()
    stopListening()
    clearTimeout(soon)
    clearInterval(hourly)
    if (indexing !== null) clearTimeout(indexing)
  }
}
