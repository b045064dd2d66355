import { describe, expect, it } from 'vitest'
import { isPressed, keysLabel } from './keys.ts'

const press = (key: string, code: string, ...held: ('shift' | 'ctrl' | 'alt' | 'meta')[]) => ({
  key,
  code,
  shiftKey: held.includes('shift'),
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  metaKey: held.includes('meta'),
})

describe('a shortcut', () => {
  it('matches by the position of the key on an Arabic layout', () => {
    expect(isPressed({ code: 'KeyB' }, press('لا', 'KeyB', 'ctrl'), false)).toBe(true)
    expect(isPressed({ code: 'KeyB' }, press('ب', 'KeyF', 'ctrl'), false)).toBe(false)
  })
  it('matches by the letter on any Latin layout', () => {
    expect(isPressed({ code: 'KeyZ' }, press('z', 'KeyW', 'ctrl'), false)).toBe(true)
    expect(isPressed({ code: 'KeyW' }, press('z', 'KeyW', 'ctrl'), false)).toBe(false)
  })
  it('requires exactly its modifiers', () => {
    expect(isPressed({ code: 'KeyZ', shift: true }, press('Z', 'KeyZ', 'ctrl', 'shift'), false)).toBe(true)
    expect(isPressed({ code: 'KeyZ' }, press('Z', 'KeyZ', 'ctrl', 'shift'), false)).toBe(false)
    expect(isPressed({ code: 'KeyB' }, press('b', 'KeyB', 'meta'), true)).toBe(true)
    expect(isPressed({ code: 'KeyB' }, press('b', 'KeyB', 'ctrl'), true)).toBe(false)
    expect(isPressed({ code: 'KeyB' }, press('b', 'KeyB'), false)).toBe(false)
    expect(isPressed({ code: 'ArrowUp', plain: true, alt: true }, press('ArrowUp', 'ArrowUp', 'alt'), false)).toBe(true)
  })
  it('is shown by the names of its keys', () => {
    expect(keysLabel({ code: 'Digit9', shift: true })).toBe('Ctrl+Shift+9')
    expect(keysLabel({ code: 'Equal', alt: true })).toBe('Ctrl+Alt+=')
    expect(keysLabel({ code: 'Minus', alt: true })).toBe('Ctrl+Alt+−')
    expect(keysLabel({ code: 'ArrowUp', plain: true, alt: true, shift: true })).toBe('Alt+Shift+↑')
  })
})
