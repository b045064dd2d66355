import { describe, expect, it } from 'vitest'
import type { Edition } from '#core/export/edition.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { hasNu, nuMessages } from '#tests/support/nu.ts'
import { realArticle } from '#tests/support/real-article.ts'

const images = (hash: string): string => `images/${hash.slice(0, 12)}.jpg`
const smaller = (hash: string) => [{ url: `images/${hash.slice(0, 12)}-400.jpg`, width: 400 }]
const edition = (own: Partial<Edition>): Edition => ({ ...EDITION, house: HOUSE, ...own })

describe(hasNu ? 'the page' : 'the page (skipped: the Nu checker needs Java)', () => {
  it.skipIf(!hasNu)(
    'passes the Nu checker: the real article, one with everything, one without a body, a kill and a withdrawal',
    async () => {
      expect(
        await nuMessages([
          articleHtml(realArticle(), { images, smaller }),
          articleHtml(fullArticle(), { images, smaller, edition: edition({}) }),
          articleHtml({ ...fullArticle(), id: 'بمسافة داخله' }, { images: () => null }),
          articleHtml(smallArticle('a', 'عنوان', ''), { images }),
          articleHtml(fullArticle(), { images, edition: edition({ action: 'kill' }) }),
          articleHtml(fullArticle(), { images, edition: edition({ action: 'withdraw' }) }),
        ]),
      ).toEqual([])
    },
    120_000,
  )
  it.skipIf(!hasNu)(
    'fails the Nu checker when it is invalid',
    async () => {
      const wrong = articleHtml(realArticle(), { images })
        .replace('<h1', '<h1 dir="auto" onclick')
        .replace('</h1>', '</h2>')
      expect((await nuMessages([wrong])).length).toBeGreaterThan(0)
    },
    120_000,
  )
})
