import { describe, expect, it } from 'vitest'
import { fingerprintOf } from './fingerprint.ts'
import { personIdOf, personSchema } from './person.ts'
import { signedBytes } from './signed-bytes.ts'

const KEY = '000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f'

describe('a fingerprint', () => {
  it('is six groups of five digits of the hash of the key', () => {
    // SHA-256 of the bytes 0 to 31 begins 630dcd29 66c43366 91125448 bbb25b4f f412a49c 732db2c8.
    expect(fingerprintOf(KEY)).toBe(
      [0x630dcd29, 0x66c43366, 0x91125448, 0xbbb25b4f, 0xf412a49c, 0x732db2c8]
        .map((word) => String(word % 100_000).padStart(5, '0'))
        .join(' '),
    )
    expect(fingerprintOf(KEY)).toMatch(/^(\d{5} ){5}\d{5}$/u)
  })
  it('is another one when one bit of the key is', () => {
    expect(fingerprintOf(KEY.replace('0001', '0101'))).not.toBe(fingerprintOf(KEY))
  })
})

describe('what is signed', () => {
  it('names its kind, and does not depend on the order of the keys', () => {
    const text = new TextDecoder().decode(signedBytes('house', { b: 1, a: 'مداد' }))
    expect(text).toBe('midad house 1\n{"a":"مداد","b":1}')
    expect(signedBytes('house', { a: 'مداد', b: 1 })).toEqual(signedBytes('house', { b: 1, a: 'مداد' }))
  })
})

describe('a person', () => {
  it.each([
    ['a key that is too short', { publicKey: '0001' }],
    ['a key in capitals', { publicKey: KEY.toUpperCase() }],
    ['a blank name', { name: ' ' }],
    ['a role that does not exist', { role: 'owner' }],
  ])('cannot have %s', (_, change) => {
    const person = { id: personIdOf(KEY), name: 'سعاد', role: 'chief', publicKey: KEY }
    expect(personSchema.safeParse(person).success).toBe(true)
    expect(personSchema.safeParse({ ...person, ...change }).success).toBe(false)
  })
})
