import { join } from 'node:path'
import { FILE, markSuspect, type Store } from '#db/open.ts'
import { checkPages } from './check-file.ts'
import type { KeptService } from '../service.ts'

/** After the opening, so that the window comes first, and a short command is over before. */
const SOON_MS = 3000

/**
 * Looks at all pages of a store that was cut off, beside the service: before the opening it would take as long as the store
 * is large. What is not whole is told to the windows, and recovered at the next opening.
 * @returns a function that ends it; what was not looked at to the end is looked at after the next opening.
 */
export function startLookThrough(service: KeptService, store: Store, after = SOON_MS): () => void {
  if (!store.isUnchecked) return () => {}
  const stopping = new AbortController()
  const look = async (): Promise<void> => {
    try {
      const isWhole = await checkPages(join(store.folder, FILE), stopping.signal)
      if (stopping.signal.aborted) return
      if (isWhole) return store.markChecked()
      markSuspect(store.folder)
      service.keeper.isFileDamaged = true
      service.announce({ type: 'store-changed' })
    } catch {
      // It could not be looked at, or the service was closed meanwhile: it stays unchecked, and the next opening looks again.
    }
  }
  const soon = setTimeout(() => void look(), after)
  soon.unref()
  return () => {
    clearTimeout(soon)
    stopping.abort()
  }
}
