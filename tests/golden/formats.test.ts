import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { addressesBeside, FORMATS, formatSchema } from '#core/export/formats.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { fullArticle } from '#tests/support/full-article.ts'

const article = fullArticle()
const renditions = () => [{ name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) }] as const
const source = { article, edition: { ...EDITION, house: HOUSE }, renditions, images: addressesBeside(article, renditions) }

/** The expected files are in `full/`. */
describe('an article with everything in it', () => {
  it.each(formatSchema.options)('is exported to %s as before', (id) => {
    const written = FORMATS[id].write(source)
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
