import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { list, newArticle } from '#core/article/factories.ts'
import type { ListItem } from '#core/article/block.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { printHeadless } from '#electron/files/print/print-headless.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { counter } from '../support/articles.ts'
import { EDITION } from '../support/edition.ts'
import { dividedLines, wholeLines, type DividedLine } from '../support/number-order.ts'
import { hasPoppler } from '../support/pdf/read-pdf.ts'
import { pdfRows } from '../support/pdf/pdf-rows.ts'

const hasOffice = spawnSync('soffice', ['--version']).status === 0
const missing = [
  ...(hasOffice ? [] : ['soffice (Debian: libreoffice-writer-nogui)']),
  ...(hasPoppler ? [] : ['pdftotext (Debian: poppler-utils)']),
]
if (missing.length > 0)
  console.warn(`SKIPPED: the order of numbers in LibreOffice and in PDF. Missing: ${missing.join(', ')}.`)

let folder = ''
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-order-'))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function articleOf(lines: readonly DividedLine[]) {
  const id = counter()
  const items = list(
    id,
    false,
    lines.map(() => ''),
  )
  const children = items.children.map((item, index): ListItem => {
    const line = lines[index]
    if (line === undefined) throw new Error('an item for each line')
    return { ...item, dir: line.dir, children: line.children }
  })
  return newArticle('order', id, [{ ...items, children }])
}

async function officeRows(lines: readonly DividedLine[]): Promise<string[]> {
  const parts = docxParts(articleOf(lines), { edition: EDITION, renditions: () => [] })
  writeFileSync(join(folder, 'order.docx'), await writeZip(parts))
  const profile = pathToFileURL(join(folder, 'profile')).href
  execFileSync(
    'soffice',
    [
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      folder,
      join(folder, 'order.docx'),
    ],
    { stdio: 'ignore' },
  )
  return pdfRows(readFileSync(join(folder, 'order.pdf')), folder)
}

/**
 * Programs see spaces where a font or a format changes, and none where letters stand close. LibreOffice draws U+2011
 * with the glyph of a hyphen.
 */
const glyphs = (row: string): string => row.replaceAll(/[ \u00A0]/gu, '').replaceAll('\u2011', '-')

/** @returns the lines that no row paints as the fixture says. Rows stand in the order of the lines. */
function wrong(rows: readonly string[], lines: readonly DividedLine[]): string[] {
  const found = rows.map(glyphs)
  let at = 0
  return lines.flatMap(({ text, painted }) => {
    const orders = painted.map(glyphs)
    const row = found.findIndex((each, index) => index >= at && orders.every((order) => each.includes(order)))
    if (row === -1) return [`${text} ⇒ ${painted.join(' | ')}`]
    at = row + 1
    return []
  })
}

describe.skipIf(missing.length > 0)('the order of numbers', () => {
  it('is kept by LibreOffice, which prints the Word document', async () => {
    const lines = wholeLines()
    expect(wrong(await officeRows(lines), lines)).toEqual([])
  })

  it('is kept by LibreOffice where marks and links divide a number', async () => {
    const lines = dividedLines()
    expect(wrong(await officeRows(lines), lines)).toEqual([])
  })

  it('is kept in the PDF', async () => {
    const lines = wholeLines()
    const pdf = await printHeadless(articleHtml(articleOf(lines), { images: () => null }))
    expect(wrong(pdf === null ? [] : pdfRows(pdf, folder), lines)).toEqual([])
  })
})
