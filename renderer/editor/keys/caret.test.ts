import { describe, expect, it } from 'vitest'
import { readArrow } from './caret.ts'

const press = (key: string, ...held: ('shift' | 'ctrl' | 'alt' | 'meta')[]) => ({
  key,
  shiftKey: held.includes('shift'),
  ctrlKey: held.includes('ctrl'),
  altKey: held.includes('alt'),
  metaKey: held.includes('meta'),
})

describe('an arrow', () => {
  it('goes to its side of the screen, by letter or by word', () => {
    expect(readArrow(press('ArrowLeft'), false)).toEqual({ side: 'left', unit: 'character', extend: false })
    expect(readArrow(press('ArrowRight', 'ctrl', 'shift'), false)).toEqual({
      side: 'right',
      unit: 'word',
      extend: true,
    })
    expect(readArrow(press('ArrowRight', 'alt'), true)).toEqual({ side: 'right', unit: 'word', extend: false })
  })
  it('is left to the platform where it means something else there', () => {
    expect(readArrow(press('ArrowUp'), false)).toBeNull()
    expect(readArrow(press('ArrowLeft', 'alt'), false)).toBeNull()
    expect(readArrow(press('ArrowLeft', 'meta'), true)).toBeNull()
  })
})
