import { CalendarDate } from '@internationalized/date'

/** A period that ends today; empty for none. */
export type Period = '' | 'today' | 'week' | 'month'

/** By when something is due; empty for any time. A week has seven days, today included. */
export type Due = '' | 'overdue' | 'today' | 'week'

/** The length of each period in days, today included. */
export const PERIOD_DAYS: Readonly<Record<Exclude<Period, ''>, number>> = { today: 1, week: 7, month: 30 }

/** Half-open range in UTC, as the service takes it: from ≤ time < to. Empty means unbounded. */
export type Bounds = { from: string; to: string }

/** @returns the beginning of a local day, in UTC. */
function beginning(year: number, month: number, day: number): string {
  return new Date(year, month - 1, day).toISOString()
}

/** @returns the range of a period; without one, the chosen range. */
export function bounds({ period, from, to }: Bounds & { period: Period }, now: Date): Bounds {
  if (period === '') return { from, to }
  const day = now.getDate() + 1 - PERIOD_DAYS[period]
  return { from: beginning(now.getFullYear(), now.getMonth() + 1, day), to: '' }
}

/** @returns between which times a deadline lies, in UTC, as the service takes it. Empty means unbounded. */
export function dueBounds(due: Due, now: Date): { dueFrom: string; dueTo: string } {
  const day = (after: number): string => beginning(now.getFullYear(), now.getMonth() + 1, now.getDate() + after)
  switch (due) {
    case '':
      return { dueFrom: '', dueTo: '' }
    case 'overdue':
      return { dueFrom: '', dueTo: now.toISOString() }
    case 'today':
      return { dueFrom: day(0), dueTo: day(1) }
    case 'week':
      return { dueFrom: day(0), dueTo: day(7) }
  }
}

/** @returns the range of two local days, both included; null means unbounded. */
export function boundsOfDays(first: CalendarDate | null, last: CalendarDate | null): Bounds {
  return {
    from: first === null ? '' : beginning(first.year, first.month, first.day),
    to: last === null ? '' : beginning(last.year, last.month, last.day + 1),
  }
}

function dayOf(moment: Date): CalendarDate {
  return new CalendarDate(moment.getFullYear(), moment.getMonth() + 1, moment.getDate())
}

/** @returns the first and last local day within a range; null where it is unbounded. */
export function daysOfBounds({ from, to }: Bounds): { first: CalendarDate | null; last: CalendarDate | null } {
  return {
    first: from === '' ? null : dayOf(new Date(from)),
    last: to === '' ? null : dayOf(new Date(Date.parse(to) - 1)),
  }
}
