/** How far back a clock may be set, in milliseconds. If the newest stamp is further ahead, the stamp is wrong. */
const MOST_MS = 2 * 86_400_000

/**
 * Makes a clock that never goes back behind what it has stamped. After a clock that ran ahead is set right, the text
 * that was written last is still the last in every list.
 * @param clock ISO 8601, UTC
 * @param newest the newest stamp in the store, ISO 8601, or null
 */
export function monotonicClock(clock: () => string, newest: string | null): () => string {
  let last = newest === null ? Number.NEGATIVE_INFINITY : Date.parse(newest)
  return () => {
    const time = Date.parse(clock())
    const isBehind = time <= last && last - time < MOST_MS
    last = isBehind ? last + 1 : time
    return new Date(last).toISOString()
  }
}
