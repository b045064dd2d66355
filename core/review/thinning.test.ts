import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { revisionReasonSchema, type RevisionReason } from './revision.ts'
import { revisionsToThin } from './thinning.ts'

type Point = Parameters<typeof revisionsToThin>[0][number]

const NOW = '2026-11-24T12:00:00.000Z'
const quiet = (at: string, reason: RevisionReason = 'quiet', isReferred = false): Point => ({
  hash: at,
  at,
  reason,
  isReferred,
})
const thinned = (...points: Point[]): string[] => revisionsToThin(points, NOW).toSorted()

const MINUTE = 60_000
const point = fc.record({
  hash: fc.uuid(),
  // From two days in the future (a wrong clock) to two years back, in minutes.
  at: fc.integer({ min: -2880, max: 1_051_200 }).map((age) => new Date(Date.parse(NOW) - age * MINUTE).toISOString()),
  reason: fc.constantFrom(...revisionReasonSchema.options),
  isReferred: fc.boolean(),
})
const history = fc.uniqueArray(point, { selector: ({ hash }) => hash, maxLength: 60 })

describe('revisionsToThin', () => {
  it('keeps all of the last day', () => {
    expect(
      thinned(
        quiet('2026-11-23T12:00:00.001Z'),
        quiet('2026-11-23T12:10:00.000Z'),
        quiet('2026-11-23T12:20:00.000Z'),
        quiet('2026-11-24T11:59:00.000Z'),
      ),
    ).toEqual([])
  })
  it('keeps the last of each hour of the last week', () => {
    expect(
      thinned(
        quiet('2026-11-20T09:05:00.000Z'),
        quiet('2026-11-20T09:30:00.000Z', 'closed'),
        quiet('2026-11-20T09:55:00.000Z'),
        quiet('2026-11-20T10:00:00.000Z'),
        quiet('2026-11-24T11:00:00.000Z'),
      ),
    ).toEqual(['2026-11-20T09:05:00.000Z', '2026-11-20T09:30:00.000Z'])
  })
  it('keeps the last of each day of the last ninety days', () => {
    expect(
      thinned(
        quiet('2026-10-01T08:00:00.000Z'),
        quiet('2026-10-01T23:59:00.000Z'),
        quiet('2026-10-02T00:00:00.000Z'),
        quiet('2026-11-24T11:00:00.000Z'),
      ),
    ).toEqual(['2026-10-01T08:00:00.000Z'])
  })
  it('keeps the last of each week before that', () => {
    expect(
      thinned(
        // Weeks are counted from 1 January 1970, a Thursday.
        quiet('2026-06-04T00:00:00.000Z'),
        quiet('2026-06-10T23:00:00.000Z'),
        quiet('2026-06-11T00:00:00.000Z'),
        quiet('2026-11-24T11:00:00.000Z'),
      ),
    ).toEqual(['2026-06-04T00:00:00.000Z'])
  })
  it('keeps revisions of a person of any age, and does not count them as the last of a span', () => {
    expect(
      thinned(
        quiet('2025-01-01T08:00:00.000Z', 'before-restore'),
        quiet('2025-01-01T08:01:00.000Z', 'quiet', true),
        quiet('2025-01-01T08:02:00.000Z', 'created'),
        quiet('2025-01-01T08:03:00.000Z'),
        quiet('2025-01-01T08:04:00.000Z', 'moved'),
        quiet('2026-11-24T11:00:00.000Z', 'closed'),
      ),
    ).toEqual([])
  })
  it('keeps the newest revision even if it is old', () => {
    expect(thinned(quiet('2024-01-01T08:00:00.000Z'), quiet('2024-01-01T09:00:00.000Z'))).toEqual([])
    expect(
      thinned(
        quiet('2024-01-01T08:00:00.000Z'),
        quiet('2024-01-01T08:30:00.000Z'),
        quiet('2024-01-01T09:00:00.000Z', 'moved'),
      ),
    ).toEqual(['2024-01-01T08:00:00.000Z'])
  })

  it('never removes a referenced revision, a person’s revision or the newest one', () => {
    fc.assert(
      fc.property(history, (points) => {
        const gone = new Set(revisionsToThin(points, NOW))
        const youngest = Math.max(...points.map(({ at }) => Date.parse(at)))
        for (const { hash, at, reason, isReferred } of points.filter((each) => gone.has(each.hash))) {
          expect(isReferred).toBe(false)
          expect(['quiet', 'closed']).toContain(reason)
          expect(Date.parse(at)).toBeLessThanOrEqual(youngest)
          expect(
            points.find((each) => Date.parse(each.at) === youngest && !gone.has(each.hash)),
            hash,
          ).toBeDefined()
        }
      }),
    )
  })
  it('removes nothing the second time', () => {
    fc.assert(
      fc.property(history, (points) => {
        const gone = new Set(revisionsToThin(points, NOW))
        expect(
          revisionsToThin(
            points.filter(({ hash }) => !gone.has(hash)),
            NOW,
          ),
        ).toEqual([])
      }),
    )
  })
  it('keeps a later revision within one span of every removed one', () => {
    const span = (age: number): number => (age < 7 * 1440 ? 60 : age < 90 * 1440 ? 1440 : 7 * 1440)
    fc.assert(
      fc.property(history, (points) => {
        const gone = new Set(revisionsToThin(points, NOW))
        const kept = points.filter(({ hash }) => !gone.has(hash)).map(({ at }) => Date.parse(at))
        for (const { at } of points.filter(({ hash }) => gone.has(hash))) {
          const time = Date.parse(at)
          const longest = span((Date.parse(NOW) - time) / MINUTE) * MINUTE
          expect(kept.some((moment) => moment >= time && moment - time <= longest)).toBe(true)
        }
      }),
    )
  })
  it('does not depend on the order in which the points come', () => {
    fc.assert(
      fc.property(
        history.chain((points) =>
          fc.tuple(fc.constant(points), fc.shuffledSubarray(points, { minLength: points.length })),
        ),
        ([points, shuffled]) => {
          // Of two revisions with the same time, either may be kept.
          fc.pre(new Set(points.map(({ at }) => at)).size === points.length)
          expect(revisionsToThin(shuffled, NOW).toSorted()).toEqual(revisionsToThin(points, NOW).toSorted())
        },
      ),
    )
  })
})
