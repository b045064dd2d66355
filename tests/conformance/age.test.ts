import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { decryptWith, encryptFor, identityOf, recipientOf } from '#electron/files/age.ts'
import { createKeyPair } from '#electron/files/keys.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const hasAge = spawnSync('age', ['--version']).status === 0
if (!hasAge) process.stdout.write('age is not installed: no other program reads an encrypted hand-over here.\n')

/** Larger than one part of the format, which has 64 KiB. */
const WORDS = Buffer.from('خبر عاجل من بغداد. '.repeat(10_000))

it.skipIf(!hasAge)('age reads what Midad encrypts, and Midad what age does', async () => {
  const { publicKey, privateKey } = createKeyPair()
  const folder = tempFolder()
  const at = (name: string): string => join(folder, name)
  writeFileSync(at('key.txt'), `${identityOf(privateKey)}\n`)
  const recipient = spawnSync('age-keygen', ['-y', at('key.txt')], { encoding: 'utf8' }).stdout.trim()
  expect(recipient).toBe(recipientOf(publicKey))
  writeFileSync(at('ours.age'), await encryptFor(publicKey, WORDS))
  expect(spawnSync('age', ['-d', '-i', at('key.txt'), at('ours.age')]).stdout).toEqual(WORDS)
  writeFileSync(at('words.txt'), WORDS)
  expect(spawnSync('age', ['-r', recipient, '-o', at('theirs.age'), at('words.txt')]).status).toBe(0)
  const read = await decryptWith(identityOf(privateKey), readFileSync(at('theirs.age')))
  expect(Buffer.from(read ?? '')).toEqual(WORDS)
})
