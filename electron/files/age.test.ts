import { expect, it } from 'vitest'
import { decryptWith, encryptFor, identityOf, isEncrypted, recipientOf } from './age.ts'
import { createKeyPair } from './keys.ts'

/** The second key of RFC 8032, 7.1. */
const PUBLIC = '3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c'
const PRIVATE = Buffer.from(
  '302e020100300506032b6570042204204ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb',
  'hex',
).toString('base64')

const WORDS = Buffer.from('خبر عاجل من بغداد')

it('one key is always the same recipient', () => {
  expect(recipientOf(PUBLIC)).toBe('age1yhrsf3v5hz90cq98dd5armftnpxhugj4puldpqpdqnau6p7n34rsmhsj4t')
  expect(identityOf(PRIVATE)).toBe('AGE-SECRET-KEY-1DZ7EA46CST2JS9DFWKZU4AREPFLKC6EM07PPCH39NGJTQTJS9EGSSDATGH')
})

it('only whoever holds the key reads the file', async () => {
  const file = await encryptFor(PUBLIC, WORDS)
  expect(isEncrypted(file)).toBe(true)
  expect(isEncrypted(WORDS)).toBe(false)
  expect(Buffer.from(file).includes(WORDS)).toBe(false)
  expect(Buffer.from((await decryptWith(identityOf(PRIVATE), file)) ?? '')).toEqual(WORDS)
  expect(await decryptWith(identityOf(createKeyPair().privateKey), file)).toBeNull()
})

it('a file that was changed or cut is not read', async () => {
  const file = await encryptFor(PUBLIC, WORDS)
  for (const at of [25, 60, file.length - 40, file.length - 1]) {
    const changed = Buffer.from(file)
    changed[at] = (changed[at] ?? 0) ^ 1
    // oxlint-disable-next-line no-await-in-loop -- one after another, to name the place that fails
    expect(await decryptWith(identityOf(PRIVATE), changed), `byte ${at}`).toBeNull()
  }
  expect(await decryptWith(identityOf(PRIVATE), file.subarray(0, -1))).toBeNull()
  expect(
    await decryptWith(identityOf(PRIVATE), Buffer.from(`age-encryption.org/v1\n${'-> X25519 a\n'.repeat(1000)}`)),
  ).toBeNull()
})
