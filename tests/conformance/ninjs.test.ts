import { describe, expect, it } from 'vitest'
import { articleNinjs, type NinjsOptions } from '#core/export/targets/ninjs/ninjs.ts'
import { ninjsErrors, type SchemaErrors } from '#electron/files/verify-package/schemas.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
import { realArticle } from '#tests/support/real-article.ts'
import { hasNinjsSchema as isThere, SCHEMAS } from '#tests/support/schemas.ts'

const errors = (value: unknown): Promise<SchemaErrors> => ninjsErrors(SCHEMAS, value)

const RENDITIONS = [
  { name: 'original', width: 2000, height: 1500, bytes: new Uint8Array(9) },
  { name: '1600', width: 1600, height: 1200, bytes: new Uint8Array(5) },
] as const
const options: NinjsOptions = { edition: EDITION, renditions: () => RENDITIONS }

describe(isThere ? 'ninjs 3.1' : 'ninjs 3.1 (skipped: IPTC’s schema is not beside the project)', () => {
  it.skipIf(!isThere)('accepts the real article', async () => {
    expect(await errors(articleNinjs(realArticle(), options))).toEqual([])
  })
  it.skipIf(!isThere)('accepts an article with everything that one can have', async () => {
    expect(await errors(articleNinjs(fullArticle(), options))).toEqual([])
  })
  it.skipIf(!isThere)('accepts every action, a draft, and an empty article', async () => {
    for (const action of ['publish', 'correct', 'update', 'withdraw', 'kill'] as const) {
      expect(
        // oxlint-disable-next-line no-await-in-loop
        await errors(
          articleNinjs(fullArticle(), {
            ...options,
            edition: { ...EDITION, action, version: 3, note: 'خطأ في الاسم', house: HOUSE },
          }),
        ),
      ).toEqual([])
    }
    expect(
      await errors(articleNinjs(smallArticle('a', '', ''), { ...options, edition: { ...EDITION, draft: true } })),
    ).toEqual([])
  })
  it.skipIf(!isThere)('refuses what it does not know', async () => {
    expect(await errors({ ...articleNinjs(realArticle(), options), midad: true })).not.toEqual([])
    expect(await errors({ ...articleNinjs(realArticle(), options), pubStatus: 'cancelled' })).not.toEqual([])
  })
})
