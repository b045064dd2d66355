import type { RevisionReason } from './revision.ts'

/** Kept by the machine and not by a person's step: these may go when they are old. */
const THINNED: ReadonlySet<RevisionReason> = new Set(['quiet', 'closed'])

const HOUR = 3_600_000
const DAY = 24 * HOUR

/** The rule: from an age on, of each span one point stays, the last. Younger than the first age, all stay. */
export const THINNING: readonly { fromAge: number; span: number }[] = [
  { fromAge: DAY, span: HOUR },
  { fromAge: 7 * DAY, span: DAY },
  { fromAge: 90 * DAY, span: 7 * DAY },
]

type Point = { hash: string; at: string; reason: RevisionReason; isReferred: boolean }

/**
 * Says which revisions of one article may go. Those of a person's step stay for ever, and so does whatever the audit
 * or an export refers to; the youngest stays too.
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
      if (isReferred || !THINNED.has(reason)) return false
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
