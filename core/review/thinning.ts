import { AUTOMATIC_REASONS, type RevisionReason } from './revision.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** From each age on, the last revision of each span stays. Those younger than the first age all stay. In milliseconds. */
export const THINNING: readonly { fromAge: number; span: number }[] = [
  { fromAge: DAY, span: HOUR },
  { fromAge: 7 * DAY, span: DAY },
  { fromAge: 90 * DAY, span: 7 * DAY },
]

type Point = { hash: string; at: string; reason: RevisionReason; isReferred: boolean }

/**
 * Says which revisions of one article may go. Those of a person's step stay for ever, and so do those that the audit, an
 * export or a delivery refers to, and the youngest.
 * @param points the revisions of one article
 * @param now ISO 8601
 * @returns the hashes that may be removed
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
