import { takeBallast } from '#db/ballast.ts'
import { toContractError } from '#db/errors.ts'
import type { Store } from '#db/open.ts'
import { indexNext, isIndexBehind } from '#db/search/indexer.ts'
import { withSoundIndex } from '#db/search/mend.ts'
import { isQueueBehind, queueNext } from '#db/tables/queues.ts'
import { removeOld } from './articles/retention.ts'
import { sweepPictures } from './pictures/sweep-pictures.ts'
import type { LocalService } from './service.ts'

const HOUR_MS = 3_600_000
/** After opening, so that the window comes first. */
const SOON_MS = 3000
/** After the last change, so that whoever writes has the disk to themselves. */
const QUIET_MS = 400
/** So much is indexed at a time, or one article: a save waits for one step at most. */
export const INDEX_STEP = { articles: 20, bytes: 30_000 }

/** Runs a task. A store that refuses it now (the disk is full or gone) is tried again the next time. */
async function attempt(task: () => void | Promise<void>): Promise<void> {
  try {
    await task()
  } catch (error) {
    if (toContractError(error) === null) throw error
  }
}

/**
 * Does in the background what nobody waits for. After changes: updates the search index and checkpoints the log. Soon
 * after opening, then every hour: reserves disk space, deletes what is too old, sweeps unused pictures, and backs up
 * when the last backup is a day old.
 * @returns a function that stops it.
 */
export function startMaintenance(service: LocalService, store: Store, now: () => string): () => void {
  if (store.readOnly) return () => {}
  const closing = new AbortController()
  let indexing: NodeJS.Timeout | null = null
  let isBehind = false
  const index = (): void => {
    indexing = null
    void attempt(() => {
      const { articles, bytes } = INDEX_STEP
      const step = (): number => indexNext(store.db, articles, bytes) || indexNext(store.db, 1)
      const done = withSoundIndex(store.db, step) + queueNext(store.db, articles)
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
    if (type === 'article-changed' || type === 'delivery-changed') schedule(QUIET_MS)
  })
  const runHourly = (): void => {
    void attempt(() => takeBallast(store.folder))
    void attempt(async () => {
      await removeOld(store, now(), closing.signal)
      await sweepPictures(store, () => service.isWriting(), now(), closing.signal)
    })
    // `backups.failure` keeps the reason, and the windows show it.
    if (!service.backups.isBusy && service.backups.isDue()) service.backups.makeDaily().catch(() => {})
  }
  const soon = setTimeout(runHourly, SOON_MS)
  const hourly = setInterval(runHourly, HOUR_MS)
  soon.unref()
  hourly.unref()
  void attempt(() => {
    if (isIndexBehind(store.db) || isQueueBehind(store.db)) schedule(0)
  })
  return () => {
    closing.abort()
    stopListening()
    clearTimeout(soon)
    clearInterval(hourly)
    if (indexing !== null) clearTimeout(indexing)
  }
}
