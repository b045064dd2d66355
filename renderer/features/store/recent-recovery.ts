import type { RecoveryReport } from '#core/contract/store.ts'

/** An older recovery is shown on the store screen only. */
const RECENT_MS = 3_600_000

/** @returns a recovery of the last hour; null for none, and for a backup, which a person restored and knows of. */
export function recentRecovery(recovery: RecoveryReport | null): RecoveryReport | null {
  if (recovery === null || recovery.from === 'backup') return null
  return Date.now() - Date.parse(recovery.at) < RECENT_MS ? recovery : null
}
