import { expect, it } from 'vitest'
import { menuPlace } from './menu-place.ts'

const words = (top: number, right = 700) => ({ top, bottom: top + 38, right })
const WINDOW = { width: 900, height: 600 }

it('stands below the words while it fits there', () => {
  expect(menuPlace(words(100), WINDOW)).toEqual({ top: 146, left: 412, maxHeight: 352 })
})

it('is shorter where neither side has room for all of it, and stands where there is more', () => {
  expect(menuPlace(words(260), WINDOW)).toEqual({ top: 306, left: 412, maxHeight: 286 })
  expect(menuPlace(words(300), WINDOW)).toEqual({ bottom: 308, left: 412, maxHeight: 284 })
})

it('hangs above words at the end of the window', () => {
  expect(menuPlace(words(540), WINDOW)).toEqual({ bottom: 68, left: 412, maxHeight: 352 })
})

it('stays inside a window that is narrower than the way to its words', () => {
  expect(menuPlace(words(100, 200), WINDOW).left).toBe(8)
  expect(menuPlace(words(100, 1200), WINDOW).left).toBe(604)
})
