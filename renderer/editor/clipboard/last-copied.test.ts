import { expect, it } from 'vitest'
import { keepCopied, lastCopied } from './last-copied.ts'

it('gives back what was copied here while the clipboard still has it', () => {
  expect(lastCopied('<p>x</p>', 'x')).toBeNull()
  keepCopied('blocks', 'سطر\nآخر')
  expect(lastCopied('<p>cleaned</p>', 'سطر\r\nآخر')).toBe('blocks')
  // Another program's text, or the same words as plain text.
  expect(lastCopied('<p>cleaned</p>', 'سطر')).toBeNull()
  expect(lastCopied('', 'سطر\nآخر')).toBeNull()
})
