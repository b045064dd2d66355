import { BIN_DAYS } from '#core/contract/bin.ts'

const DAY_MS = 86_400_000

/** @returns for how many more days an article deleted at this time can be restored; 0 on its last day. */
export function daysLeft(deletedAt: string, now: number): number {
  return Math.max(0, Math.floor((Date.parse(deletedAt) + BIN_DAYS * DAY_MS - now) / DAY_MS))
}
