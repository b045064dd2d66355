import { BIN_DAYS } from '#core/contract/bin.ts'

const DAY_MS = 86_400_000

/** @returns how many days what was put into the bin at a moment can still be taken out; 0 on its last day. */
export function daysLeft(deletedAt: string, now: number): number {
  return Math.max(0, Math.floor((Date.parse(deletedAt) + BIN_DAYS * DAY_MS - now) / DAY_MS))
}
