import type { Change } from '#core/contract/events.ts'
import type { Store } from '#db/open.ts'
import type { EditLocks } from './edit-locks.ts'

/** What a change to an article needs, for one call of one client. */
export type WriteContext = {
  store: Store
  /** ISO 8601, UTC. Later at every call. */
  now: () => string
  locks: EditLocks
  /** The window that asks. */
  clientId: string
  /** Notifies every window. */
  emit: (change: Change) => void
}
