import { describe, expect, it } from 'vitest'
import { createKeyPair, publicKeyPem, sign, verify } from './keys.ts'

// RFC 8032, 7.1, test 2.
const SEED = '4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb'
const PUBLIC = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'
const SIGNATURE = Buffer.from(
  '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
  'hex',
)
const PRIVATE = Buffer.from(`302e020100300506032b657004220420${SEED}`, 'hex').toString('base64')
const MESSAGE = Buffer.from('72', 'hex')

describe('Ed25519 keys', () => {
  it('sign and verify as the standard says', () => {
    expect(Buffer.from(sign(PRIVATE, MESSAGE))).toEqual(SIGNATURE)
    expect(verify(PUBLIC, MESSAGE, SIGNATURE)).toBe(true)
  })
  it('sign for nobody else, nothing else, and not with a changed signature', () => {
    const [one, other] = [createKeyPair(), createKeyPair()]
    const signature = sign(one.privateKey, MESSAGE)
    expect(verify(one.publicKey, MESSAGE, signature)).toBe(true)
    expect(verify(other.publicKey, MESSAGE, signature)).toBe(false)
    expect(verify(one.publicKey, Buffer.from('73', 'hex'), signature)).toBe(false)
    expect(verify(one.publicKey, MESSAGE, signature.with(5, (signature[5] ?? 0) ^ 1))).toBe(false)
  })
  it('answer no to what is neither a key nor a signature', () => {
    expect(verify('0001', MESSAGE, SIGNATURE)).toBe(false)
    expect(verify(PUBLIC, MESSAGE, SIGNATURE.subarray(1))).toBe(false)
  })
  it('are given to other programs as SPKI in PEM', () => {
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), Buffer.from(PUBLIC, 'hex')])
    expect(publicKeyPem(PUBLIC)).toBe(
      `-----BEGIN PUBLIC KEY-----\n${spki.toString('base64')}\n-----END PUBLIC KEY-----\n`,
    )
  })
})
