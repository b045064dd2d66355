import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { buildPackage } from '#core/export/package/package.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { realArticle } from '#tests/support/real-article.ts'

/** The expected files are in `elaph/`. `MIDAD_GOLDEN=write` rewrites them; read the diff. */
const GOLDEN = ['article.html', 'jsonld.json', 'newsml-g2.xml', 'ninjs.json', 'package.json']

const packageOf = () => buildPackage({ ...PACKAGE, article: realArticle() })

describe('the package of the real article', () => {
  it.each(GOLDEN)('has the same %s as before', (name) => {
    const bytes = packageOf().find(({ path }) => path.endsWith(`/data/${name}`))?.bytes ?? new Uint8Array()
    const path = join(import.meta.dirname, 'elaph', name)
    if (process.env['MIDAD_GOLDEN'] === 'write') writeFileSync(path, bytes)
    expect(Buffer.from(bytes).toString('utf8')).toBe(readFileSync(path, 'utf8'))
  })
})
