import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressesBeside, FORMATS, formatSchema } from '#core/export/formats.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'

const article = fullArticle()
const renditions = () => [{ name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) }] as const
const images = addressesBeside(article, renditions)
/** WXR carries its pictures itself. */
const inside = (): string => 'data:image/jpeg;base64,AQ=='
const source = { article, edition: { ...EDITION, house: HOUSE }, renditions }

/** The expected files are in `full/`. */
describe('an article with everything in it', () => {
  it.each(formatSchema.options)('is in %s what it ever was', (id) => {
    const written = FORMATS[id].write({ ...source, images: id === 'wxr' ? inside : images })
    const text =
      written.kind === 'zip'
        ? new TextDecoder().decode(written.parts.find(({ path }) => path === 'word/document.xml')?.bytes)
        : written.kind === 'text'
          ? written.text
          : written.html
    const path = join(import.meta.dirname, 'full', `article.${id === 'pdf' ? 'pdf.html' : FORMATS[id].extension}${id === 'docx' ? '.xml' : ''}`)
    if (process.env['MIDAD_GOLDEN'] === 'write') writeFileSync(path, text)
    expect(text).toBe(readFileSync(path, 'utf8'))
  })
})
