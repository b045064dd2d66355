import type { Point } from '#core/contract/history.ts'

/** The versions of one local calendar day. */
export type Day = { name: string; date: string; points: Point[] }

/** @returns the number of the local calendar day, so that two days can be subtracted. */
function dayNumber(time: Date): number {
  return Math.floor(Date.UTC(time.getFullYear(), time.getMonth(), time.getDate()) / 86_400_000)
}

/**
 * Groups versions by local day and keeps their order.
 * @param now in milliseconds
 * @param tag the language of the names: «اليوم», «أمس», then the date
 */
export function groupByDay(points: readonly Point[], now: number, tag: string): Day[] {
  const today = dayNumber(new Date(now))
  const near = new Intl.RelativeTimeFormat(tag, { numeric: 'auto' })
  const far = new Intl.DateTimeFormat(tag, { dateStyle: 'full' })
  const days: (Day & { number: number })[] = []
  for (const point of points) {
    const time = new Date(point.at)
    const number = dayNumber(time)
    const last = days.at(-1)
    if (last?.number === number) last.points.push(point)
    else {
      const date = far.format(time)
      const ago = number - today
      days.push({ number, date, name: ago === 0 || ago === -1 ? near.format(ago, 'day') : date, points: [point] })
    }
  }
  return days
}
