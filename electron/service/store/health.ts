import type { RecoveryReport } from '#core/contract/store.ts'
import type { JournalEnd } from '#db/tables/journal.ts'

/** What is known of the condition of an open store. Whoever learns something new writes it here. */
export type StoreHealth = {
  /** The last recovery, or null when there was none. */
  recovery: RecoveryReport | null
  /** Whether the file was found to be damaged since it was opened. The next opening recovers it. */
  isFileDamaged: boolean
  /** How the end of the audit was when the store was opened. */
  auditEnd: JournalEnd
}
