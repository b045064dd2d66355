/** A clock may have been set back by so much, in milliseconds; if the store is further ahead, the store is wrong. */
const MOST_MS = 2 * 86_400_000

/**
 * Makes a clock that never goes back behind what it has stamped: after a wrong clock was set right, the last text
 * written is still the last in every list.
 * @param clock ISO 8601, UTC
 * @param newest the youngest stamp there is, or null
 */
export function monotonic(clock: () => string, newest: string | null): () => string {
  let last = newest === null ? Number.NEGATIVE_INFINITY : Date.parse(newest)
  return () => {
    const time = Date.parse(clock())
    const isBehind = time <= last && last - time < MOST_MS
    last = isBehind ? last + 1 : time
    return new Date(last).toISOString()
  }
}
