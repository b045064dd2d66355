import { expect, it } from 'vitest'
import { openOutline } from '#tests/support/outline.ts'
import { decorate } from './decorations.ts'

it('what Slate adds to the decorations of one drawing is not in the next', () => {
  const editor = openOutline(['paragraph: كلمة'])
  const point = { path: [1, 0], offset: 4 }
  decorate([editor, []]).push({ anchor: point, focus: point })
  expect(decorate([editor, []])).toEqual([])
})
