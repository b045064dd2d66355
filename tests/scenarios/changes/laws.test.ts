import fc from 'fast-check'
import { expect, it } from 'vitest'
import { changeCases, sidesOf } from '../../support/change-cases.ts'
import { brokenChangeLaws } from '../../support/change-laws.ts'

/** All laws are tried on each case. `npm run faults -- changes` tries 100,000. */
const CASES = 2000

it('the laws of changes hold for generated articles with every block', () => {
  fc.assert(
    fc.property(changeCases, (given) => {
      expect(brokenChangeLaws(sidesOf(given), given.seed)).toEqual([])
    }),
    { numRuns: CASES, seed: 1 },
  )
})
