import { createHash } from 'node:crypto'
import { addressesBeside, FORMATS } from '#core/export/formats.ts'
import type { Edition } from '#core/export/edition.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { EDITION, HOUSE, PACKAGE } from '../support/edition.ts'
import { ASSET, fullArticle } from '../support/full-article.ts'
import { realArticle } from '../support/real-article.ts'

/** The hashes of the exports of two articles, and the time zone and locale of the process that made them. */
export type Hashes = { real: string; full: string; offsetMinutes: number; locale: string }

/** @returns the hash of the package of the real article. */
async function hashReal(): Promise<string> {
  const zip = await writeZip(buildPackage({ ...PACKAGE, article: realArticle() }))
  return createHash('sha256').update(zip).digest('hex')
}

/** @returns the hash of the full article's exports: its package, and every format (for PDF, the page that is printed). */
async function hashFull(): Promise<string> {
  const article = fullArticle()
  const files = [{ name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1, 2, 3) }] as const
  const renditions = () => [...files]
  const edition: Edition = {
    ...EDITION,
    ...{ house: { ...HOUSE, digits: 'arab' }, embargoed: true, version: 2, action: 'correct' as const },
  }
  const hash = createHash('sha256')
  const images = new Map([[ASSET.hash, renditions()]])
  hash.update(await writeZip(buildPackage({ ...PACKAGE, ...edition, article, images })))
  for (const format of Object.values(FORMATS)) {
    const written = format.write({ article, edition, renditions, images: addressesBeside(article, renditions) })
    // In order: all go into one hash.
    // oxlint-disable-next-line no-await-in-loop
    hash.update(written.kind === 'zip' ? await writeZip(written.parts) : written.kind === 'text' ? written.text : written.html)
  }
  return hash.digest('hex')
}

const hashes: Hashes = {
  real: await hashReal(),
  full: await hashFull(),
  offsetMinutes: new Date(2026, 10, 24).getTimezoneOffset(),
  locale: new Intl.NumberFormat().resolvedOptions().locale,
}
process.stdout.write(JSON.stringify(hashes))
