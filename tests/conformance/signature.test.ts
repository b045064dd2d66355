import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { unzipped } from '#tests/support/unzipped.ts'
import { testService, writtenArticle } from '#tests/support/service.ts'

const hasOpenssl = spawnSync('openssl', ['version']).status === 0
if (!hasOpenssl) process.stdout.write('OpenSSL is not installed: nobody else verifies a signature here.\n')

/** The command of `docs/formats.md`. */
const VERIFY =
  'openssl pkeyutl -verify -pubin -inkey public-key.pem -rawin -in tagmanifest-sha256.txt -sigfile tagmanifest-sha256.txt.sig'

it.skipIf(!hasOpenssl)('a package that a person exports is verified by OpenSSL, and known by Midad', async () => {
  const test = testService()
  await test.call('settings.set', { name: 'كريم', role: 'editor' })
  const id = await writtenArticle(test)
  await test.call('review.move', { id, to: 'submitted' })
  await test.call('review.move', { id, to: 'approved' })
  const { path } = await test.call('publish.export', { id, folder: test.folder })
  const out = join(test.folder, 'unpacked')
  await unzipped(readFileSync(path), out)
  const bag = join(out, readdirSync(out)[0] ?? '')
  const [command = '', ...args] = VERIFY.split(' ')
  expect(statSync(join(bag, 'tagmanifest-sha256.txt.sig')).size).toBe(64)
  expect(spawnSync(command, args, { cwd: bag, encoding: 'utf8' }).stdout).toBe('Signature Verified Successfully\n')
  expect((await test.call('publish.verify', { path })).signer).toMatchObject({
    name: 'كريم',
    knownAs: 'كريم',
    audit: 'there',
  })
  expect((await testService().call('publish.verify', { path })).signer).toMatchObject({
    name: 'كريم',
    knownAs: null,
    audit: null,
  })
})
