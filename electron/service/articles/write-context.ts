import type { Change } from '#core/contract/events.ts'
import type { Store } from '#db/open.ts'
import type { Actor } from '#core/review/states.ts'
import type { Identity } from '../people/identity.ts'
import type { EditLocks } from './edit-locks.ts'

/**
 * How the approval of an article ends. `reopened`: it may be approved again, so what waits is held. `ended`: it was
 * withdrawn, killed or deleted, so what waits is cancelled.
 */
export type ApprovalEnd = 'reopened' | 'ended'

/** What a change to an article needs, for one call of one client. */
export type WriteContext = {
  store: Store
  /** ISO 8601, UTC. Later at every call. */
  now: () => string
  locks: EditLocks
  /** The window that asks. */
  clientId: string
  /**
   * Signs as whoever acts. Null where that is not proven: nobody gave a name yet, or a program acts for somebody.
   */
  sign: Identity['sign']
  /** Notifies every window. */
  emit: (change: Change) => void
  /**
   * Holds or takes back what waits to be sent of an article whose approval ends. Called in the transaction that ends it.
   * @returns what is called after the transaction: it notifies windows and aborts what is being sent.
   */
  stopWaiting: (articleId: string, end: ApprovalEnd, by: { at: string; actor: Actor }) => () => void
}
