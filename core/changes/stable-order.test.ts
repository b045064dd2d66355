import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { stablePlaces } from './stable-order.ts'

describe('stablePlaces', () => {
  it.each([
    [
      [0, 1, 2],
      [0, 1, 2],
    ],
    [
      [3, 0, 1, 2],
      [0, 1, 2],
    ],
    [
      [1, 2, 3, 0],
      [1, 2, 3],
    ],
    [[], []],
  ])('of %j are %j', (places, stable) => {
    expect([...stablePlaces(places)].toSorted((a, b) => a - b)).toEqual(stable)
  })
  it('is a longest increasing subsequence', () => {
    const shuffled = fc.nat(7).chain((length) =>
      fc.shuffledSubarray(
        Array.from({ length }, (_, place) => place),
        { minLength: length },
      ),
    )
    const rises = (row: readonly number[]): boolean =>
      row.every((place, index) => index === 0 || (row[index - 1] ?? 0) < place)
    fc.assert(
      fc.property(shuffled, (places) => {
        const stable = stablePlaces(places)
        expect(rises(places.filter((place) => stable.has(place)))).toBe(true)
        // Try every subsequence: there are few.
        let longest = 0
        for (let mask = 0; mask < 1 << places.length; mask += 1) {
          const row = places.filter((_, index) => (mask & (1 << index)) !== 0)
          if (rises(row)) longest = Math.max(longest, row.length)
        }
        expect(stable.size).toBe(longest)
      }),
    )
  })
})
