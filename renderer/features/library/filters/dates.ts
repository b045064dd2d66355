import { CalendarDate } from '@internationalized/date'

/** A stretch of days that ends today; empty: none. */
export type Period = '' | 'today' | 'week' | 'month'

/** How many days each has, today included. */
export const PERIOD_DAYS: Readonly<Record<Exclude<Period, ''>, number>> = { today: 1, week: 7, month: 30 }

/** Moments in UTC, as the service takes them: at the first or later, before the second; empty: no end. */
export type Bounds = { from: string; to: string }

/** @returns the moment at which a day begins where this window is, in UTC. */
function beginning(year: number, month: number, day: number): string {
  return new Date(year, month - 1, day).toISOString()
}

/** @returns the moments between which a period, or else a choice of days, lies. */
export function bounds({ period, from, to }: Bounds & { period: Period }, now: Date): Bounds {
  if (period === '') return { from, to }
  const day = now.getDate() + 1 - PERIOD_DAYS[period]
  return { from: beginning(now.getFullYear(), now.getMonth() + 1, day), to: '' }
}

/** @returns the bounds of the days from one to another, both included; null: no end. */
export function boundsOfDays(first: CalendarDate | null, last: CalendarDate | null): Bounds {
  return {
    from: first === null ? '' : beginning(first.year, first.month, first.day),
    to: last === null ? '' : beginning(last.year, last.month, last.day + 1),
  }
}

function dayOf(moment: Date): CalendarDate {
  return new CalendarDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
}

/** @returns the first and the last day within bounds, here; null where there is no end. */
export function daysOfBounds({ from, to }: Bounds): { first: CalendarDate | null; last: CalendarDate | null } {
  return {
    first: from === '' ? null : dayOf(new Date(from)),
    last: to === '' ? null : dayOf(new Date(Date.parse(to) - 1)),
  }
}
