import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { formatSchema } from '#core/export/formats.ts'
import { ROWS } from './formats.ts'
import { withLosses } from './losses.ts'
import { comparedTables, lostIn, withTable } from './table.ts'

const DOCUMENT = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'formats.md'), 'utf8')

describe('the table of formats', () => {
  it('has a row for every format', () => {
    expect(ROWS.map(({ id }) => id).toSorted()).toEqual(formatSchema.options.toSorted())
  })
  it('is what `npm run formats` writes, except for checkers that are not available', async () => {
    const made = await withTable(DOCUMENT)
    const { differing, unchecked } = comparedTables(DOCUMENT, made)
    if (unchecked.length > 0)
      process.stderr.write(`Not judged here, for want of Java or schemas: ${unchecked.join(', ')}.\n`)
    expect(differing).toEqual([])
    if (unchecked.length === 0) expect(made).toBe(DOCUMENT)
  })
  it('never shows the result of a checker that did not run', () => {
    const row = (name: string, result: string): string => `| ${name} | 1 of 1 | none | a judge | ${result} |`
    const table = (...rows: string[]): string =>
      ['<!-- formats: made by `npm run formats` -->', '| --- |', ...rows, '<!-- /formats -->'].join('\n')
    const document = table(row('HTML', 'valid'), row('RSS', 'passed'))
    expect(comparedTables(document, table(row('HTML', 'not checked here'), row('RSS', 'passed')))).toEqual({
      differing: [],
      unchecked: ['HTML'],
    })
    expect(comparedTables(document, table(row('HTML', '2 errors'), row('RSS', '1 errors'))).differing).toEqual([
      'HTML',
      'RSS',
    ])
    expect(comparedTables(document, table(row('HTML', 'valid'))).differing).toEqual(['2 rows and not 1'])
    expect(comparedTables(document, table(row('HTML', 'valid'), row('RSS 2', 'passed'))).differing).toEqual(['RSS 2'])
  })
  it('is followed by the losses that the round trips allow', () => {
    expect(withLosses(DOCUMENT)).toBe(DOCUMENT)
  })
  it('has no format that loses words of the text, except JSON-LD', () => {
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
