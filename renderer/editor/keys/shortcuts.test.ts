import { describe, expect, it } from 'vitest'
import { readShortcut } from './shortcuts.ts'

const press = { shiftKey: false, ctrlKey: true, altKey: false, metaKey: false }

describe('readShortcut', () => {
  it('reads Ctrl+B on an Arabic layout by its place', () => {
    expect(readShortcut({ ...press, key: 'لا', code: 'KeyB' }, false)).toBe('bold')
    expect(readShortcut({ ...press, key: 'ئ', code: 'KeyZ' }, false)).toBe('undo')
  })
  it('reads a Latin letter as itself wherever it lies', () => {
    expect(readShortcut({ ...press, key: 'z', code: 'KeyW' }, false)).toBe('undo')
  })
  it('tells redo from undo', () => {
    expect(readShortcut({ ...press, shiftKey: true, key: 'Z', code: 'KeyZ' }, false)).toBe('redo')
    expect(readShortcut({ ...press, key: 'y', code: 'KeyY' }, false)).toBe('redo')
  })
  it('reads digits by place, for Shift changes what they write', () => {
    expect(readShortcut({ ...press, shiftKey: true, key: '*', code: 'Digit8' }, false)).toBe('list')
    expect(readShortcut({ ...press, altKey: true, key: '٢', code: 'Digit2' }, false)).toBe('subhead-2')
  })
  it('wants Command on a Mac', () => {
    expect(readShortcut({ ...press, key: 'b', code: 'KeyB' }, true)).toBeNull()
    expect(readShortcut({ ...press, ctrlKey: false, metaKey: true, key: 'b', code: 'KeyB' }, true)).toBe('bold')
  })
})
