import { expect, it } from 'vitest'
import { readLine } from './line.ts'

it('reads inlines once, and others with the same text on their own', () => {
  const inlines = [{ text: 'قال الوزير' }]
  const line = readLine(inlines)
  expect(readLine(inlines)).toBe(line)
  expect(readLine([{ text: 'قال الوزير' }])).not.toBe(line)
  expect(line).toEqual({
    text: 'قال الوزير',
    spans: [{ end: 10, attributes: {}, json: '{}' }],
    objects: new Map(),
  })
})
