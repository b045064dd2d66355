const FIRST_MS = 15_000
/** So long at most: a network that comes back is found within minutes. */
const LONGEST_MS = 5 * 60_000

/**
 * When to try again. The wait doubles, and is spread, so that not every newsroom of a region calls in the same second when
 * the line is back.
 * @param attempts how often it was tried: 1 after the first time
 * @param random from 0 to 1
 * @param retryAfter what the other side asked for, in milliseconds: never less than that
 * @param now ISO 8601
 * @returns ISO 8601
 */
export function nextAttempt(attempts: number, random: number, retryAfter: number | null, now: string): string {
  const wait = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempts - 1, 16))
  const spread = wait * (0.5 + random)
  return new Date(Date.parse(now) + Math.round(Math.max(spread, retryAfter ?? 0))).toISOString()
}
