import { describe, expect, it } from 'vitest'
import { formatKeywords, parseKeywords } from './keywords.ts'

describe('keywords', () => {
  it('are read with either comma, each once, without blanks', () => {
    expect(parseKeywords(' العراق، بريطانيا , العراق ،، داعش')).toEqual(['العراق', 'بريطانيا', 'داعش'])
    expect(parseKeywords('')).toEqual([])
  })
  it('read back what was shown', () => {
    expect(parseKeywords(formatKeywords(['أ ب', 'ج']))).toEqual(['أ ب', 'ج'])
  })
})
