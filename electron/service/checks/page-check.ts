import { join } from 'node:path'
import type { Change } from '#core/contract/events.ts'
import { FILE, markSuspect, type Store } from '#db/open.ts'
import type { StoreHealth } from '../store/health.ts'
import { checkPages } from './check-file.ts'

/** After opening, so that the window comes first, and a short command is done before. */
const SOON_MS = 3000

/**
 * Checks all pages of a store that was not closed properly, in a worker: a check before opening would keep the window
 * waiting. If a page is damaged, the windows are notified, and the next opening recovers the store.
 * @returns a function that stops the check; an unfinished check runs again after the next opening.
 */
export function startPageCheck(
  { health, announce }: { health: StoreHealth; announce: (change: Change) => void },
  store: Store,
  after = SOON_MS,
): () => void {
  if (!store.isUnchecked) return () => {}
  const stopping = new AbortController()
  const check = async (): Promise<void> => {
    try {
      const isWhole = await checkPages(join(store.folder, FILE), stopping.signal)
      if (stopping.signal.aborted) return
      if (isWhole) return store.markChecked()
      markSuspect(store.folder)
      health.isFileDamaged = true
      announce({ type: 'store-changed' })
    } catch {
      // The file could not be read, or the service was closed: the store stays unchecked, and the next opening checks
      // it.
    }
  }
  const soon = setTimeout(() => void check(), after)
  soon.unref()
  return () => {
    clearTimeout(soon)
    stopping.abort()
  }
}
