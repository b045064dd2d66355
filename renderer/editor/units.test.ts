import { expect, it } from 'vitest'
import type { Paragraph } from '#core/article/block.ts'
import { readLine } from '#core/changes/line.ts'
import { pointAt, unitAt } from './units.ts'

const LINE: Paragraph = {
  type: 'paragraph',
  id: 'p',
  dir: 'rtl',
  children: [
    { text: 'قال ' },
    { type: 'link', url: 'https://example.org', children: [{ text: 'الوزير' }, { text: ' أمس', bold: true }] },
    { text: '' },
    { type: 'unknown-inline', original: { type: 'mention' }, children: [{ text: '' }] },
    { text: ' إن.' },
  ],
}

it('counts the units of a line as the changes count them', () => {
  const { text } = readLine(LINE.children)
  expect(unitAt(LINE, [0], 2)).toBe(2)
  expect(unitAt(LINE, [1, 0], 1)).toBe(text.indexOf('وزير') - 1)
  expect(unitAt(LINE, [1, 1], 1)).toBe(text.indexOf('أمس'))
  expect(unitAt(LINE, [4], 1)).toBe(text.indexOf('إن'))
})

it('finds the point of a unit, on either side of where a text ends', () => {
  expect(pointAt(LINE, [3], 4, 'before')).toEqual({ path: [3, 0], offset: 4 })
  expect(pointAt(LINE, [3], 4, 'after')).toEqual({ path: [3, 1, 0], offset: 0 })
  expect(pointAt(LINE, [3], 11, 'after')).toEqual({ path: [3, 1, 1], offset: 1 })
  expect(pointAt(LINE, [3], 16, 'after')).toEqual({ path: [3, 4], offset: 1 })
  expect(pointAt(LINE, [3], 99, 'after')).toEqual({ path: [3, 4], offset: 4 })
})
