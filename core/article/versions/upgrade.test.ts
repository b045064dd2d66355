import { describe, expect, it } from 'vitest'
import { counter } from '#tests/support/articles.ts'
import { articleInFormat } from '#tests/support/formats.ts'
import { SCHEMA_VERSION } from '../article.ts'
import { parseArticle } from '../parse.ts'
import { upgradeArticle, UPGRADES } from './upgrade.ts'

const noIds = (): string => {
  throw new Error('Every block already has an id')
}

describe('an article of an earlier format', () => {
  it.each(Object.keys(UPGRADES).map(Number))(
    'is upgraded from format %i to the next, and the original is not changed',
    (format) => {
      const before = articleInFormat(format)
      expect(upgradeArticle(before, format + 1)).toEqual(articleInFormat(format + 1))
      expect(before).toEqual(articleInFormat(format))
    },
  )

  it('is parsed into the current format, from every earlier one', () => {
    const present = articleInFormat(SCHEMA_VERSION)
    expect(parseArticle(present, noIds)).toEqual(present)
    for (const format of Object.keys(UPGRADES).map(Number)) {
      expect(parseArticle(articleInFormat(format), noIds)).toEqual(present)
    }
  })

  it('is not changed when its format is missing, current or later', () => {
    for (const schemaVersion of [undefined, 0, 1.5, SCHEMA_VERSION, SCHEMA_VERSION + 1]) {
      const article = { ...articleInFormat(1), schemaVersion }
      expect(upgradeArticle(article, SCHEMA_VERSION)).toBe(article)
    }
  })

  it('is refused when its content is not an article, in any format', () => {
    expect(() => parseArticle({ ...articleInFormat(1), schemaVersion: 0 }, noIds)).toThrow('not-an-article')
    expect(() => parseArticle({ ...articleInFormat(1), metadata: 5 }, noIds)).toThrow('not-an-article')
    expect(() => parseArticle({ schemaVersion: 1, document: [null, 5, { type: 'unknown' }] }, counter())).toThrow(
      'not-an-article',
    )
  })
})
