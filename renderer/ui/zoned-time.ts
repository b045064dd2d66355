import { fromDate, type ZonedDateTime } from '@internationalized/date'

/** @returns an ISO time as the day and the hour in a time zone; null for null. */
export function toZoned(iso: string | null, zone: string): ZonedDateTime | null {
  return iso === null ? null : fromDate(new Date(iso), zone)
}

/** @returns a day and an hour as an ISO time in UTC; null for none. */
export function fromZoned(value: ZonedDateTime | null): string | null {
  return value === null ? null : value.toDate().toISOString()
}

/** @returns the next full hour: what an empty field begins with. */
export function nextHour(now: Date, zone: string): ZonedDateTime {
  return fromDate(now, zone).add({ hours: 1 }).set({ minute: 0, second: 0, millisecond: 0 })
}
