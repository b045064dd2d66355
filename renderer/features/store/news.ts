import type { RecoveryReport } from '#core/contract/store.ts'

/** What was recovered longer ago is told on the screen of the store, to whoever looks there. */
const NEWS_MS = 3_600_000

/** @returns the recovery of this opening or one shortly before it; a backup is brought in by a person, who knows. */
export function recoveryNews(recovery: RecoveryReport | null): RecoveryReport | null {
  if (recovery === null || recovery.from === 'backup') return null
  return Date.now() - Date.parse(recovery.at) < NEWS_MS ? recovery : null
}
