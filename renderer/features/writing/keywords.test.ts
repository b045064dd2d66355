import { describe, expect, it } from 'vitest'
import { formatKeywords, parseKeywords } from './keywords.ts'

describe('keywords', () => {
  it('are separated by either comma, trimmed and deduplicated', () => {
    expect(parseKeywords(' العراق، بريطانيا , العراق ،، داعش')).toEqual(['العراق', 'بريطانيا', 'داعش'])
    expect(parseKeywords('')).toEqual([])
  })
  it('are parsed back from their line', () => {
    expect(parseKeywords(formatKeywords(['أ ب', 'ج']))).toEqual(['أ ب', 'ج'])
  })
})
