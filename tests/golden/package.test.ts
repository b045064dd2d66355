import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { sha256Hex } from '#core/article/canonical.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { realArticle } from '#tests/support/real-article.ts'

/** What the real article becomes, as it lies in the folder beside this file. `MIDAD_GOLDEN=write` writes it anew, for a person to read. */
const GOLDEN = ['article.html', 'jsonld.json', 'newsml-g2.xml', 'ninjs.json', 'package.json']

const packageOf = () => buildPackage({ ...PACKAGE, article: realArticle() })

describe('the package of the real article', () => {
  it.each(GOLDEN)('has the same %s as ever', (name) => {
    const bytes = packageOf().find(({ path }) => path.endsWith(`/data/${name}`))?.bytes ?? new Uint8Array()
    const path = join(import.meta.dirname, 'elaph', name)
    if (process.env['MIDAD_GOLDEN'] === 'write') writeFileSync(path, bytes)
    expect(Buffer.from(bytes).toString('utf8')).toBe(readFileSync(path, 'utf8'))
  })

  it('is the same, byte for byte, in every time zone', async () => {
    const here = sha256Hex(await writeZip(packageOf()))
    const script = `import { sha256Hex } from '#core/article/canonical.ts'
      import { buildPackage } from '#core/export/package/package.ts'
      import { writeZip } from '#electron/files/zip-write.ts'
      import { realArticle } from '#tests/support/real-article.ts'
      import { PACKAGE } from '#tests/support/edition.ts'
      process.stdout.write(sha256Hex(await writeZip(buildPackage({ ...PACKAGE, article: realArticle() }))))`
    for (const TZ of ['Asia/Baghdad', 'America/New_York', 'Pacific/Kiritimati']) {
      const args = ['--input-type=module-typescript', '-e', script]
      expect(execFileSync(process.execPath, args, { encoding: 'utf8', env: { ...process.env, TZ, LC_ALL: 'ar_IQ.UTF-8' } })).toBe(here)
    }
  })
})
