import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '#core/article/canonical.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { realArticle } from '#tests/support/real-article.ts'
import type { Hashes } from './hash-everything.ts'

const run = promisify(execFile)
const SCRIPT = join(import.meta.dirname, 'hash-everything.ts')
const ZONES = ['Asia/Baghdad', 'America/New_York', 'Pacific/Kiritimati']
const LOCALES = ['ar_IQ.UTF-8', 'en_US.UTF-8']

/** Hashes in a process of its own: time zone and locale are set when a process starts. */
async function hashesIn(TZ: string, locale: string): Promise<Hashes> {
  const env = { ...process.env, TZ, LANG: locale, LC_ALL: locale, LANGUAGE: locale }
  const { stdout } = await run(process.execPath, [SCRIPT], { env })
  return JSON.parse(stdout) as Hashes
}

describe('the same article', () => {
  it('is exported to the same bytes in three time zones and two locales', async () => {
    const all = await Promise.all(LOCALES.flatMap((locale) => ZONES.map((zone) => hashesIn(zone, locale))))
    expect(new Set(all.map(({ full }) => full)).size).toBe(1)
    const here = sha256Hex(await writeZip(buildPackage({ ...PACKAGE, article: realArticle() })))
    expect([...new Set(all.map(({ real }) => real))]).toEqual([here])
    // The processes really had these zones and locales.
    expect(all.map(({ offsetMinutes, locale }) => [locale, offsetMinutes])).toEqual([
      ...[-180, 300, -840].map((offset) => ['ar-IQ', offset]),
      ...[-180, 300, -840].map((offset) => ['en-US', offset]),
    ])
  })
})
