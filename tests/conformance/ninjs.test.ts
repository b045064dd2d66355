import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { figure } from '#core/article/factories.ts'
import { articleNinjs, type NinjsOptions } from '#core/export/targets/ninjs/ninjs.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { realArticle } from '#tests/support/real-article.ts'

/** IPTC's own schema is not ours to copy; whoever has it beside the project gets it checked. */
const folder = process.env['MIDAD_SCHEMAS'] ?? join(import.meta.dirname, '..', '..', '..', 'shared', 'schemas')
const path = join(folder, 'ninjs', 'ninjs-schema_3.1.json')
const isThere = existsSync(path)

function errors(value: unknown): unknown {
  const read = (name: string) => JSON.parse(readFileSync(join(folder, 'ninjs', name), 'utf8'))
  const ajv = new Ajv2020({ strict: false, allErrors: true })
  addFormats.default(ajv)
  ajv.addSchema(read('GeoJSON-schema.json'), 'https://geojson.org/schema/GeoJSON.json')
  const validate = ajv.compile(read('ninjs-schema_3.1.json'))
  return validate(value) ? [] : validate.errors
}

const RENDITIONS = [
  { name: 'original', width: 2000, height: 1500, bytes: new Uint8Array(9) },
  { name: '1600', width: 1600, height: 1200, bytes: new Uint8Array(5) },
] as const
const options: NinjsOptions = { version: 1, action: 'publish', draft: false, renditions: () => RENDITIONS }

function fullArticle(): Article {
  const article = realArticle()
  let count = 0
  const asset = {
    hash: 'a'.repeat(64),
    mediaType: 'image/jpeg' as const,
    ...{ width: 800, height: 600, size: 9, name: 'صورة.jpg' },
  }
  const picture = figure(() => `f${(count += 1)}`, { asset, alt: 'وزيران', caption: 'تعليق', credit: 'رويترز' })
  const metadata = {
    ...article.metadata,
    ...{
      slug: 'كاظمي-تراس',
      keywords: ['العراق'],
      mediaTopics: ['medtop:11000000', 'بيتي'],
      urgency: 3,
      place: 'بغداد',
    },
    ...{ embargo: '2026-11-24T12:00:00+03:00', sources: ['رويترز'], seoTitle: 'عنوان', seoDescription: 'وصف' },
  }
  return { ...article, metadata, document: [...article.document, picture] }
}

describe(isThere ? 'ninjs 3.1' : 'ninjs 3.1 (skipped: IPTC’s schema is not beside the project)', () => {
  it.skipIf(!isThere)('takes the real article', () => {
    expect(errors(articleNinjs(realArticle(), options))).toEqual([])
  })
  it.skipIf(!isThere)('takes an article with everything that one can have', () => {
    expect(errors(articleNinjs(fullArticle(), options))).toEqual([])
  })
  it.skipIf(!isThere)('takes every action, a draft, and an article with nothing in it', () => {
    for (const action of ['publish', 'correct', 'update', 'withdraw', 'kill'] as const) {
      expect(errors(articleNinjs(fullArticle(), { ...options, action, version: 3 }))).toEqual([])
    }
    expect(errors(articleNinjs(smallArticle('a', '', ''), { ...options, draft: true }))).toEqual([])
  })
  it.skipIf(!isThere)('is closed: what it does not know it refuses', () => {
    expect(errors({ ...articleNinjs(realArticle(), options), midad: true })).not.toEqual([])
    expect(errors({ ...articleNinjs(realArticle(), options), pubStatus: 'cancelled' })).not.toEqual([])
  })
})
