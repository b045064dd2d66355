import { describe, expect, it } from 'vitest'
import { isDeepJson, parseJson } from './json.ts'

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
})
