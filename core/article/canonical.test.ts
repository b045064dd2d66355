import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { newArticle } from './factories.ts'
import { articleHash, canonicalJson, sha256Hex } from './canonical.ts'

describe('canonicalJson', () => {
  it('sorts keys by UTF-16 code unit and writes no white space', () => {
    expect(canonicalJson({ ب: 1, a: [true, null, 'س'], Z: { y: 1, x: -0 } })).toBe(
      '{"Z":{"x":0,"y":1},"a":[true,null,"س"],"ب":1}',
    )
  })
  it('leaves out undefined properties', () => {
    expect(canonicalJson({ a: undefined, b: [undefined] })).toBe('{"b":[null]}')
  })
  it('throws for values that JSON cannot hold', () => {
    expect(() => canonicalJson({ a: Number.NaN })).toThrow(TypeError)
    expect(() => canonicalJson(() => 1)).toThrow(TypeError)
    expect(() => canonicalJson(1n)).toThrow(TypeError)
  })
  it('does not depend on the order of the keys', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        const reversed = Object.fromEntries(Object.entries(value).toReversed())
        expect(canonicalJson(reversed)).toBe(canonicalJson(value))
      }),
    )
  })
  it('reads back as the same value', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })
})

describe('hashes', () => {
  it('hashes the UTF-8 of a string', () => {
    expect(sha256Hex('مداد')).toBe('208780ee2555ceb0d48cad52ba63b066f23a7658cb1ed6dff725a28da609f2a0')
  })
  it('differs for articles that differ in one letter', () => {
    const one = newArticle('a', () => 'b')
    const other = { ...one, metadata: { ...one.metadata, slug: 'x' } }
    expect(articleHash(one)).not.toBe(articleHash(other))
  })
})
