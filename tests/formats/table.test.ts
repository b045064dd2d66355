import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatSchema } from '#core/export/formats.ts'
import { ROWS } from './formats.ts'
import { withLosses } from './losses.ts'
import { lostIn, withTable } from './table.ts'

const DOCUMENT = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'formats.md'), 'utf8')

describe('the table of formats', () => {
  it('has a row for every format', () => {
    expect(ROWS.map(({ id }) => id).toSorted()).toEqual(formatSchema.options.toSorted())
  })
  it('is what `npm run formats` writes', async () => {
    expect(await withTable(DOCUMENT)).toBe(DOCUMENT)
  }, 120_000)
  it('is followed by what may be lost on the way back, as the round trips allow it', () => {
    expect(withLosses(DOCUMENT)).toBe(DOCUMENT)
  })
  it('loses no word of the text in any format', () => {
    const words: ReadonlySet<string> = new Set([
      'headline',
      'deck',
      'paragraphs',
      'subheads',
      'quotations',
      'attributions',
      'lists',
      'tables',
      'factboxes',
      'captions',
      'credits',
      'corrections',
    ])
    const feeds = new Set(['jsonld'])
    for (const row of ROWS) {
      if (!feeds.has(row.id))
        expect(
          lostIn(row).filter((probe) => words.has(probe)),
          row.name,
        ).toEqual([])
    }
  })
})
