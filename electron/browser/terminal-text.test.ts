import { expect, it } from 'vitest'
import { terminalText } from './terminal-text.ts'

it('is without the signs that move the cursor, break the line or turn the direction', () => {
  expect(terminalText('سعاد\u001B[2K\r\u009B1A\n\u202Eنا\u2066')).toBe('سعاد[2K1Aنا')
  expect(terminalText('می‌روم https://one.example/a')).toBe('می‌روم https://one.example/a')
})
