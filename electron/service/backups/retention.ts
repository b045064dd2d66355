/** Of the last 7 days, 4 weeks and 6 months that have a backup, the youngest backup of each is kept. */
export const KEPT = { days: 7, weeks: 4, months: 6 }

type Dated = { path: string; at: string; isSound: boolean }

const DAY_MS = 86_400_000

/** Weeks begin on Monday, as in ISO 8601; the first of January 1970 was a Thursday. */
const week = (at: string): string => String(Math.floor((Date.parse(at) / DAY_MS + 3) / 7))

function youngestOfEach(backups: readonly Dated[], span: (at: string) => string, most: number): Dated[] {
  const kept = new Map<string, Dated>()
  for (const backup of backups) {
    const key = span(backup.at)
    if (!kept.has(key)) kept.set(key, backup)
  }
  return [...kept.values()].slice(0, most)
}

/**
 * Chooses the backups to remove. The rule of `KEPT` counts sound backups only, because a copy of a damaged store must
 * not displace a sound one. Of damaged ones, the youngest of each of the last 7 days that have one stays. The youngest
 * of all always stays.
 */
export function backupsToRemove<T extends Dated>(backups: readonly T[]): T[] {
  const youngestFirst = backups.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const sound = youngestFirst.filter(({ isSound }) => isSound)
  const unsound = youngestFirst.filter(({ isSound }) => !isSound)
  const kept = new Set<Dated>([
    ...youngestFirst.slice(0, 1),
    ...youngestOfEach(sound, (at) => at.slice(0, 10), KEPT.days),
    ...youngestOfEach(unsound, (at) => at.slice(0, 10), KEPT.days),
    ...youngestOfEach(sound, week, KEPT.weeks),
    ...youngestOfEach(sound, (at) => at.slice(0, 7), KEPT.months),
  ])
  return youngestFirst.filter((backup) => !kept.has(backup))
}
