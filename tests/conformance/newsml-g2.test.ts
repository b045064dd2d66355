import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { XmlDocument, xmlRegisterInputProvider, XmlValidateError, XsdValidator } from 'libxml2-wasm'
import { fsInputProviders } from 'libxml2-wasm/lib/nodejs.mjs'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Edition } from '#core/export/edition.ts'
import { articleNewsml } from '#core/export/targets/newsml-g2/newsml-g2.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { realArticle } from '#tests/support/real-article.ts'

/** IPTC's own schema is not ours to copy; whoever has it beside the project gets it checked. */
const folder = process.env['MIDAD_SCHEMAS'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'schemas')
const path = join(folder, 'newsml-g2', 'NewsML-G2_2.35-spec-All-Power.xsd')
const isThere = existsSync(path)

let made: XsdValidator | null = null
function validator(): XsdValidator {
  if (made !== null) return made
  xmlRegisterInputProvider(fsInputProviders)
  made = XsdValidator.fromDoc(XmlDocument.fromBuffer(readFileSync(path), { url: path }))
  return made
}

function errors(xml: string): string[] {
  const document = XmlDocument.fromString(xml)
  try {
    validator().validate(document)
    return []
  } catch (error) {
    if (!(error instanceof XmlValidateError)) throw error
    return error.details.map(({ message }) => message)
  } finally {
    document.dispose()
  }
}

const newsml = (article: Article, edition: Partial<Edition> = {}): string =>
  articleNewsml(article, { edition: { ...EDITION, ...edition }, images: (hash) => `images/${hash.slice(0, 12)}.jpg` })

describe(isThere ? 'NewsML-G2 2.35' : 'NewsML-G2 2.35 (skipped: IPTC’s schema is not beside the project)', () => {
  it.skipIf(!isThere)('takes the real article, and one with everything that an article can have', () => {
    expect(errors(newsml(realArticle()))).toEqual([])
    expect(errors(newsml(fullArticle(), { house: HOUSE, version: 4 }))).toEqual([])
  })
  it.skipIf(!isThere)('takes every action, a draft, and an article with nothing in it', () => {
    for (const action of ['publish', 'correct', 'update', 'withdraw', 'kill'] as const) {
      expect(errors(newsml(fullArticle(), { action, version: 3, note: 'خطأ في الاسم', house: HOUSE }))).toEqual([])
    }
    expect(errors(newsml(smallArticle('a', '', ''), { draft: true }))).toEqual([])
  })
  it.skipIf(!isThere)('takes an article with any text in it', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (headline, text) => {
        expect(errors(newsml(smallArticle('a', headline, text)))).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
  it.skipIf(!isThere)('is strict: what it does not know it refuses', () => {
    expect(errors(newsml(realArticle()).replace('<itemClass', '<midad/><itemClass'))).not.toEqual([])
    expect(errors(newsml(realArticle()).replace('dir="rtl"', 'dir="auto"'))).not.toEqual([])
  })
})
