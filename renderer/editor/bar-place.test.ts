import { expect, it } from 'vitest'
import { barPlace } from './bar-place.ts'

const PAGE = { top: 56, bottom: 600, left: 320, right: 1064 }
const BAR = { width: 236, height: 44, gap: 8 }

it('puts the bar above the words, in their middle', () => {
  expect(barPlace({ top: 300, bottom: 330, left: 600, right: 700 }, PAGE, BAR)).toEqual({ top: 248, left: 532 })
})

it('puts the bar below words at the top of the page, so that it does not cover them', () => {
  expect(barPlace({ top: 100, bottom: 158, left: 600, right: 700 }, PAGE, BAR)).toEqual({ top: 166, left: 532 })
})

it('keeps the bar inside the page at its sides', () => {
  expect(barPlace({ top: 300, bottom: 330, left: 330, right: 350 }, PAGE, BAR)).toEqual({ top: 248, left: 328 })
  expect(barPlace({ top: 300, bottom: 330, left: 1040, right: 1060 }, PAGE, BAR)).toEqual({ top: 248, left: 820 })
})

it('keeps the bar in sight over words that are taller than the page', () => {
  expect(barPlace({ top: -200, bottom: 900, left: 600, right: 700 }, PAGE, BAR)).toEqual({ top: 64, left: 532 })
})

it('hides the bar while the words are out of sight', () => {
  expect(barPlace({ top: -90, bottom: 40, left: 600, right: 700 }, PAGE, BAR)).toBeNull()
  expect(barPlace({ top: 700, bottom: 740, left: 600, right: 700 }, PAGE, BAR)).toBeNull()
})

it('puts the bar of a link below it, and above one at the bottom of the page', () => {
  expect(barPlace({ top: 300, bottom: 330, left: 600, right: 700 }, PAGE, BAR, 'below')).toEqual({
    top: 338,
    left: 532,
  })
  expect(barPlace({ top: 560, bottom: 590, left: 600, right: 700 }, PAGE, BAR, 'below')).toEqual({
    top: 508,
    left: 532,
  })
})
