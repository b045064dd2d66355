import { describe, expect, it } from 'vitest'
import { isDeepJson, isLargeJson, parseJson } from './json.ts'

const nested = (depth: number): string => `${'[{"a":'.repeat(depth / 2)}1${'}]'.repeat(depth / 2)}`

describe('JSON from outside', () => {
  it('is parsed, with or without a byte order mark', () => {
    expect(parseJson('\uFEFF{"a":["\\"]"]}')).toEqual({ a: ['"]'] })
    expect(parseJson('<p>')).toBeUndefined()
  })

  it('may nest 200 levels deep and no deeper', () => {
    expect(isDeepJson(nested(200))).toBe(false)
    expect(isDeepJson(nested(202))).toBe(true)
    expect(parseJson(nested(202))).toBeUndefined()
    expect(parseJson('['.repeat(5_000_000))).toBeUndefined()
  })

  it('has no depth inside its strings', () => {
    expect(isDeepJson(JSON.stringify(['['.repeat(500), '\\', '"['.repeat(500), '\\"'.repeat(500)]))).toBe(false)
    expect(isDeepJson(`["${'['.repeat(500)}`)).toBe(false)
    expect(isDeepJson(`["\\\\",${'['.repeat(500)}`)).toBe(true)
  })

  it('is large by its values and names, not by its length', () => {
    expect(isLargeJson(`[${'[],'.repeat(99_999)}1]`)).toBe(false)
    expect(isLargeJson(`[${'[],'.repeat(100_001)}1]`)).toBe(true)
    expect(isLargeJson(`[${'{"a":1},'.repeat(100_001)}1]`)).toBe(true)
    expect(isLargeJson(JSON.stringify(['[],'.repeat(1_000_000)]))).toBe(false)
  })
})
