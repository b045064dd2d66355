const MINUTE_MS = 60_000
const HOUR_MS = 60 * MINUTE_MS
const DAY_MS = 24 * HOUR_MS
/** Within so much, hours tell more than «tomorrow». */
const NEAR_MS = 6 * HOUR_MS

/** @returns the beginning of a local day, as if all days were equally long. */
function dayOf(time: number): number {
  const date = new Date(time)
  return Date.UTC(date.getFullYear(), date.getMonth(), date.getDate())
}

/**
 * @param at in milliseconds, as `now`
 * @returns how far away a time is, in words: in hours and minutes, or in days of the calendar here
 */
export function awayWords(at: number, now: number, tag: string): string {
  const format = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const away = at - now
  const days = (dayOf(at) - dayOf(now)) / DAY_MS
  if (days !== 0 && Math.abs(away) >= NEAR_MS) return format.format(days, 'day')
  // -0 becomes 0, which gives «هذه الدقيقة».
  if (Math.abs(away) < HOUR_MS) return format.format(Math.trunc(away / MINUTE_MS) || 0, 'minute')
  return format.format(Math.trunc(away / HOUR_MS), 'hour')
}
