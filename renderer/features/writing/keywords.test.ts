import { describe, expect, it } from 'vitest'
import { formatKeywords, fromLocalInput, parseKeywords, toLocalInput } from './keywords.ts'

describe('keywords', () => {
  it('are read with either comma, each once, without blanks', () => {
    expect(parseKeywords(' العراق، بريطانيا , العراق ،، داعش')).toEqual(['العراق', 'بريطانيا', 'داعش'])
    expect(parseKeywords('')).toEqual([])
  })
  it('read back what was shown', () => {
    expect(parseKeywords(formatKeywords(['أ ب', 'ج']))).toEqual(['أ ب', 'ج'])
  })
})

describe('embargo', () => {
  it('goes to the input and back', () => {
    expect(fromLocalInput(toLocalInput('2026-11-24T08:30:00.000Z'))).toBe('2026-11-24T08:30:00.000Z')
    expect(toLocalInput(null)).toBe('')
    expect(fromLocalInput('')).toBeNull()
  })
})
