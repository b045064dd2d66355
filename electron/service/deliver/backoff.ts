const FIRST_MS = 15_000
/** The longest wait, so that a network that is back is found within minutes. */
const LONGEST_MS = 5 * 60_000

/**
 * Computes the next attempt by exponential backoff with jitter, so that the newsrooms of a region do not all call in
 * the same second after an outage.
 * @param attempts how many attempts were made: 1 after the first
 * @param random from 0 to 1
 * @param retryAfter the least wait that the server asked for, in milliseconds, or null
 * @param now ISO 8601
 * @returns ISO 8601
 */
export function nextAttempt(attempts: number, random: number, retryAfter: number | null, now: string): string {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 16))
  const spread = wait * (0.5 + random)
  return new Date(Date.parse(now) + Math.round(Math.max(spread, retryAfter ?? 0))).toISOString()
}
