import { expect, it } from 'vitest'
import { directionKeys } from './direction-keys.ts'

const key = (type: string, code: string, ctrlKey = true) => ({
  type,
  code,
  ctrlKey,
  shiftKey: true,
  altKey: false,
  metaKey: false,
})

it('Ctrl with the right Shift means right to left, with the left Shift left to right', () => {
  const read = directionKeys()
  expect(read(key('keydown', 'ControlLeft'))).toBeNull()
  expect(read(key('keydown', 'ShiftRight'))).toBeNull()
  expect(read(key('keyup', 'ShiftRight'))).toBe('rtl')
  expect(read(key('keydown', 'ShiftLeft'))).toBeNull()
  expect(read(key('keyup', 'ShiftLeft'))).toBe('ltr')
})

it('Ctrl, Shift and another key set no direction', () => {
  const read = directionKeys()
  read(key('keydown', 'ShiftRight'))
  read(key('keydown', 'ArrowLeft'))
  expect(read(key('keyup', 'ShiftRight'))).toBeNull()
  read(key('keydown', 'ShiftRight', false))
  expect(read(key('keyup', 'ShiftRight'))).toBeNull()
})
