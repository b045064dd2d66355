import { describe, expect, it } from 'vitest'
import { readCaretKey } from './caret.ts'

const press = (key: string, ...held: ('shift' | 'ctrl' | 'alt' | 'meta')[]) => ({
  key,
  shiftKey: held.includes('shift'),
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  metaKey: held.includes('meta'),
})

describe('readCaretKey', () => {
  it.each([
    [press('ArrowLeft'), false, { to: 'left', unit: 'character', extend: false }],
    [press('ArrowRight', 'ctrl', 'shift'), false, { to: 'right', unit: 'word', extend: true }],
    [press('ArrowRight', 'alt'), true, { to: 'right', unit: 'word', extend: false }],
    [press('ArrowLeft', 'meta'), true, { to: 'left', unit: 'lineboundary', extend: false }],
    [press('ArrowUp', 'shift'), false, { to: 'backward', unit: 'line', extend: true }],
    [press('End', 'ctrl'), false, { to: 'forward', unit: 'documentboundary', extend: false }],
    [press('Home'), false, { to: 'backward', unit: 'lineboundary', extend: false }],
    [press('PageDown'), false, { to: 'forward', unit: 'page', extend: false }],
    [press('ArrowUp', 'meta'), true, { to: 'backward', unit: 'documentboundary', extend: false }],
  ] as const)('%o', (event, isMac, move) => {
    expect(readCaretKey(event, isMac)).toEqual(move)
  })
  it('returns null for combinations that mean something else on the platform', () => {
    expect(readCaretKey(press('a'), false)).toBeNull()
    expect(readCaretKey(press('ArrowLeft', 'alt'), false)).toBeNull()
    expect(readCaretKey(press('ArrowUp', 'ctrl'), false)).toBeNull()
    expect(readCaretKey(press('ArrowLeft', 'ctrl'), true)).toBeNull()
    expect(readCaretKey(press('PageUp', 'ctrl'), false)).toBeNull()
  })
})
