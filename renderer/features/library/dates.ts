/** A stretch of days that ends today; empty: none. */
export type Period = '' | 'today' | 'week' | 'month'

/** How many days each has, today included. */
export const PERIOD_DAYS: Readonly<Record<Exclude<Period, ''>, number>> = { today: 1, week: 7, month: 30 }

/** @returns the moment at which a day begins here, `days` after the given one. */
function dayAfter(date: Date, days: number): string {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + days).toISOString()
}

/** @returns from which moment and before which one, in UTC; empty where there is no end. */
export function bounds(
  { period, from, to }: { period: Period; from: string; to: string },
  now: Date,
): { from: string; to: string } {
  return period === '' ? { from, to } : { from: dayAfter(now, 1 - PERIOD_DAYS[period]), to: '' }
}
