import { expect, it } from 'vitest'
import { shrink } from './shrink.ts'

it.each([
  ['one step', [700], 1000],
  ['the last step', [999], 1000],
  ['steps that lie apart', [3, 500, 998], 1000],
  ['every step', [0, 1, 2], 3],
])('a failure is shrunk to what it needs: %s', async (_name, needed, count) => {
  const all = Array.from({ length: count }, (__, step) => step)
  const left = await shrink(all, (steps) => Promise.resolve(needed.every((step) => steps.includes(step))))
  expect(left).toEqual(needed)
})
