import type { WriteDb } from '#db/handles.ts'
import { getMark, setMark } from '#db/tables/marks.ts'

/** By so many days on which Midad ran the time that is believed lies behind the clock. */
const DAYS = 7

/**
 * Notes that Midad runs on this day, and says which time may decide what is old enough to be removed. A clock that is wrong
 * today adds one day and no more; the days that it added are forgotten once it is set right.
 * @param now what the machine's clock says, ISO 8601
 * @returns the beginning of the seventh last day on which Midad ran, or null before there were as many.
 * @throws what SQLite throws
 */
export function believedTime(db: WriteDb, now: string): string | null {
  const today = now.slice(0, 10)
  const before = getMark(db, 'days-seen') ?? []
  const past = before.filter((day) => day < today)
  const days = [...past, today].slice(-DAYS)
  if (days.join() !== before.join()) setMark(db, 'days-seen', days)
  const [first] = days
  return first === undefined || days.length < DAYS ? null : `${first}T00:00:00.000Z`
}
