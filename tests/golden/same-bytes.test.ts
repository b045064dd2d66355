import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'

const run = promisify(execFile)

/** Everything that one article becomes, as one hash: the package, and each format that needs no browser. */
const SCRIPT = `
import { createHash } from 'node:crypto'
import { addressesBeside, FORMATS } from '#core/export/formats.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { PACKAGE, EDITION, HOUSE } from '#tests/support/edition.ts'
import { ASSET, fullArticle } from '#tests/support/full-article.ts'
const article = fullArticle()
const files = [{ name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1, 2, 3) }]
const renditions = () => files
const edition = { ...EDITION, house: { ...HOUSE, digits: 'arab' }, embargoed: true, version: 2, action: 'correct' }
const hash = createHash('sha256')
hash.update(await writeZip(buildPackage({ ...PACKAGE, ...edition, article, images: new Map([[ASSET.hash, files]]) })))
for (const format of Object.values(FORMATS)) {
  const written = format.write({ article, edition, renditions, images: addressesBeside(article, renditions) })
  hash.update(written.kind === 'zip' ? await writeZip(written.parts) : (written.text ?? written.html))
}
process.stdout.write(hash.digest('hex') + ' ' + new Date(2026, 10, 24).getTimezoneOffset() + ' ' + new Intl.NumberFormat().resolvedOptions().locale)
`

async function written(TZ: string, locale: string): Promise<{ hash: string; zone: string; locale: string }> {
  const env = { ...process.env, TZ, LANG: locale, LC_ALL: locale, LANGUAGE: locale }
  const { stdout } = await run(process.execPath, ['--input-type=module-typescript', '-e', SCRIPT], { env })
  const [hash = '', zone = '', resolved = ''] = stdout.split(' ')
  return { hash, zone, locale: resolved }
}

describe('the same article', () => {
  it('is the same bytes in three time zones and two locales', async () => {
    const runs = []
    for (const zone of ['Asia/Baghdad', 'America/New_York', 'Pacific/Kiritimati']) {
      // One after another: each starts a Node of its own.
      // oxlint-disable-next-line no-await-in-loop
      for (const locale of ['ar_IQ.UTF-8', 'en_US.UTF-8']) runs.push(await written(zone, locale))
    }
    expect(new Set(runs.map(({ hash }) => hash)).size).toBe(1)
    // The zones and locales were really there: else this would prove nothing.
    expect([...new Set(runs.map(({ zone }) => zone))]).toEqual(['-180', '300', '-840'])
    expect([...new Set(runs.map(({ locale }) => locale))]).toEqual(['ar-IQ', 'en-US'])
  }, 60_000)
})
