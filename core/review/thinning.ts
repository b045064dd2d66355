import { AUTOMATIC_REASONS, type RevisionReason } from './revision.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/**
 * Among revisions older than `fromAge`, only the last of each `span` is kept. Younger ones are all kept. In
 * milliseconds.
 */
export const THINNING: readonly { fromAge: number; span: number }[] = [
  { fromAge: DAY, span: HOUR },
  { fromAge: 7 * DAY, span: DAY },
  { fromAge: 90 * DAY, span: 7 * DAY },
]

type Point = { hash: string; at: string; reason: RevisionReason; isReferred: boolean }

/**
 * Chooses which revisions of one article to remove. It never removes the newest one, one that a person's action kept,
 * or one that the audit trail, an export, a delivery or a thread refers to.
 * @param points the revisions of one article, in any order
 * @param now ISO 8601
 * @returns the hashes of the revisions to remove
 */
export function revisionsToThin(points: readonly Point[], now: string): string[] {
  const moment = Date.parse(now)
  const byAge = points.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))
  const taken = new Set<string>()
  return byAge
    .slice(1)
    .filter(({ at, reason, isReferred }) => {
      if (isReferred || !AUTOMATIC_REASONS.has(reason)) return false
      const time = Date.parse(at)
      const rule = THINNING.findLast(({ fromAge }) => moment - time >= fromAge)
      if (rule === undefined) return false
      const slot = `${rule.span}:${Math.floor(time / rule.span)}`
      const isTaken = taken.has(slot)
      taken.add(slot)
      return isTaken
    })
    .map(({ hash }) => hash)
}
