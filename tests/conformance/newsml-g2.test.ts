import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Edition } from '#core/export/edition.ts'
import { articleNewsml } from '#core/export/targets/newsml-g2/newsml-g2.ts'
import { newsmlErrors, type SchemaErrors } from '#electron/files/verify-package/schemas.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { realArticle } from '#tests/support/real-article.ts'
import { hasNewsmlSchema as isThere, SCHEMAS } from '#tests/support/schemas.ts'

const errors = (xml: string): Promise<SchemaErrors> => newsmlErrors(SCHEMAS, Buffer.from(xml))

const newsml = (article: Article, edition: Partial<Edition> = {}): string =>
  articleNewsml(article, { edition: { ...EDITION, ...edition }, images: (hash) => `images/${hash.slice(0, 12)}.jpg` })

describe(isThere ? 'NewsML-G2 2.35' : 'NewsML-G2 2.35 (skipped: IPTC’s schema is not beside the project)', () => {
  it.skipIf(!isThere)('accepts the real article, and one with everything that an article can have', async () => {
    expect(await errors(newsml(realArticle()))).toEqual([])
    expect(await errors(newsml(fullArticle(), { house: HOUSE, version: 4 }))).toEqual([])
  })
  it.skipIf(!isThere)('accepts every action, a draft, and an empty article', async () => {
    for (const action of ['publish', 'correct', 'update', 'withdraw', 'kill'] as const) {
      // oxlint-disable-next-line no-await-in-loop
      expect(await errors(newsml(fullArticle(), { action, version: 3, note: 'خطأ في الاسم', house: HOUSE }))).toEqual([])
    }
    expect(await errors(newsml(smallArticle('a', '', ''), { draft: true }))).toEqual([])
  })
  it.skipIf(!isThere)('accepts an article with any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), async (headline, text) => {
        expect(await errors(newsml(smallArticle('a', headline, text)))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })
  it.skipIf(!isThere)('refuses what it does not know', async () => {
    expect(await errors(newsml(realArticle()).replace('<itemClass', '<midad/><itemClass'))).not.toEqual([])
    expect(await errors(newsml(realArticle()).replace('dir="rtl"', 'dir="auto"'))).not.toEqual([])
  })
})
