import { expect, it } from 'vitest'
import { readingMinutes } from './reading-time.ts'

it.each([
  [0, 0],
  [20, 1],
  [271, 1],
  [272, 2],
  [1810, 10],
])('%i words take %i minutes', (words, minutes) => {
  expect(readingMinutes(words)).toBe(minutes)
})
