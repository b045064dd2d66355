import { describe, expect, it } from 'vitest'
import { backspaceLength, deleteLength } from './backspace.ts'

describe('backspaceLength', () => {
  it.each([
    ['', 0],
    ['كتب', 1],
    ['محمَّ', 1],
    ['محمَ', 1],
    ['لا', 1],
    ['مـ', 1],
    ['a\r\n', 2],
    ['x😀', 2],
    ['x👍🏽', 4],
    ['👨‍👩‍👧', 8],
    ['❤️', 2],
    ['1️⃣', 3],
    ['🇮🇶', 4],
    ['🇮🇶🇺', 2],
    ['🏴󠁧󠁢󠁥󠁮󠁧󠁿', 14],
    ['‍', 1],
  ])('of «%s» takes %i', (text, length) => {
    expect(backspaceLength(text)).toBe(length)
  })
})

describe('deleteLength', () => {
  it.each([
    ['', 0],
    ['مَّد', 3],
    ['لا', 1],
    ['👍🏽x', 4],
    ['🇮🇶🇺🇸', 4],
  ])('of «%s» takes %i', (text, length) => {
    expect(deleteLength(text)).toBe(length)
  })
})
