import type { WriteDb } from '#db/handles.ts'
import { getMark, setMark } from '#db/tables/marks.ts'

/** How many days on which Midad ran lie between the retention time and the clock. */
const DAYS = 7

/**
 * Notes that Midad runs on this day, and returns the time that decides what is old enough to be deleted. It trails the
 * clock: a clock that is wrong today adds one day only, and the days that it added are forgotten once it is right
 * again.
 * @param now what the machine's clock says, ISO 8601
 * @returns the beginning of the seventh last day on which Midad ran; null before it ran on seven days.
 * @throws what SQLite throws
 */
export function retentionTime(db: WriteDb, now: string): string | null {
  const today = now.slice(0, 10)
  const before = getMark(db, 'days-seen') ?? []
  const past = before.filter((day) => day < today)
  const days = [...past, today].slice(-DAYS)
  if (days.join() !== before.join()) setMark(db, 'days-seen', days)
  const [first] = days
  return first === undefined || days.length < DAYS ? null : `${first}T00:00:00.000Z`
}
