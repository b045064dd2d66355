import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import addFormats from 'ajv-formats'
import { describe, expect, it } from 'vitest'
import { articleNinjs, type NinjsOptions } from '#core/export/targets/ninjs/ninjs.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'
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
const options: NinjsOptions = { edition: EDITION, renditions: () => RENDITIONS }

describe(isThere ? 'ninjs 3.1' : 'ninjs 3.1 (skipped: IPTC’s schema is not beside the project)', () => {
  it.skipIf(!isThere)('takes the real article', () => {
    expect(errors(articleNinjs(realArticle(), options))).toEqual([])
  })
  it.skipIf(!isThere)('takes an article with everything that one can have', () => {
    expect(errors(articleNinjs(fullArticle(), options))).toEqual([])
  })
  it.skipIf(!isThere)('takes every action, a draft, and an article with nothing in it', () => {
    for (const action of ['publish', 'correct', 'update', 'withdraw', 'kill'] as const) {
      expect(
        errors(
          articleNinjs(fullArticle(), {
            ...options,
            edition: { ...EDITION, action, version: 3, note: 'خطأ في الاسم', house: HOUSE },
          }),
        ),
      ).toEqual([])
    }
    expect(
      errors(articleNinjs(smallArticle('a', '', ''), { ...options, edition: { ...EDITION, draft: true } })),
    ).toEqual([])
  })
  it.skipIf(!isThere)('is closed: what it does not know it refuses', () => {
    expect(errors({ ...articleNinjs(realArticle(), options), midad: true })).not.toEqual([])
    expect(errors({ ...articleNinjs(realArticle(), options), pubStatus: 'cancelled' })).not.toEqual([])
  })
})
