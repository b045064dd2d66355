import { describe, expect, it } from 'vitest'
import { smallArticle } from '../../../tests/support/articles.ts'
import { articleHash } from '../../article/canonical.ts'
import { buildPackage } from './package.ts'

const article = smallArticle('7f3a2c10-0000-4000-8000-000000000001', 'خبر')
const input = { article, version: 2, action: 'publish', images: new Map(), revision: 'r', draft: false } as const
const json = (files: ReturnType<typeof buildPackage>, name: string) =>
  JSON.parse(new TextDecoder().decode(files.find(({ path }) => path.endsWith(`/data/${name}`))?.bytes))

describe('buildPackage', () => {
  it('makes the same bytes of the same article', () => {
    expect(buildPackage(input)).toEqual(buildPackage({ ...input, article: structuredClone(article) }))
  })
  it('says what it is, what it replaces, and what it carries', () => {
    const description = json(buildPackage(input), 'package.json')
    expect(description).toMatchObject({
      format: 'midad-package',
      id: 'urn:newsml:midad:7f3a2c10-0000-4000-8000-000000000001',
      version: 2,
      supersedes: 1,
      action: 'publish',
      draft: false,
      contentHash: articleHash(article),
      headline: 'خبر',
    })
    expect(Object.keys(description.files)).toEqual(['article.html', 'article.json', 'jsonld.json', 'ninjs.json'])
  })
  it('carries no body when it kills or withdraws', () => {
    for (const action of ['kill', 'withdraw'] as const) {
      const files = buildPackage({ ...input, action })
      expect(files.map(({ path }) => path).filter((path) => path.includes('/data/'))).toEqual([
        'خبر-7f3a2c10-v2/data/ninjs.json',
        'خبر-7f3a2c10-v2/data/package.json',
      ])
      expect(JSON.stringify(json(files, 'ninjs.json'))).not.toContain('نص المقالة')
    }
    expect(json(buildPackage({ ...input, action: 'kill' }), 'ninjs.json').pubStatus).toBe('canceled')
  })
  it('withholds a draft', () => {
    expect(json(buildPackage({ ...input, draft: true }), 'ninjs.json').pubStatus).toBe('withheld')
    expect(json(buildPackage({ ...input, draft: true }), 'package.json').draft).toBe(true)
  })
})
