import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { list, newArticle, paragraph, separator } from '#core/article/factories.ts'
import type { Article } from '#core/article/article.ts'
import type { Block, ListItem } from '#core/article/block.ts'
import type { PackageFile } from '#core/export/package/bag.ts'
import { docxParts } from '#core/export/targets/docx/docx.ts'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { printHeadless } from '#electron/files/print/print-headless.ts'
import { counter } from '../support/articles.ts'
import { EDITION } from '../support/edition.ts'
import { dividedLines, wholeLines, type DividedLine } from '../support/number-order.ts'
import { hasOffice, inDocument, officePdf, withoutFooter } from '../support/office.ts'
import { hasPoppler } from '../support/pdf/read-pdf.ts'
import { isInRows } from '../support/painted-order.ts'
import { pdfRows } from '../support/pdf/pdf-rows.ts'

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

function listOf(lines: readonly DividedLine[]): Article {
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

/** @returns the lines as paragraphs, with a separator after each. */
function separated(lines: readonly DividedLine[]): Article {
  const id = counter()
  const blocks = lines.flatMap(({ dir, children }): Block[] => [{ ...paragraph(id), dir, children }, separator(id)])
  return newArticle('order', id, blocks)
}

const wordOf = (article: Article): PackageFile[] => docxParts(article, { edition: EDITION, renditions: () => [] })

/** Makes the page of a Word document narrower, so that its lines break, and takes off the page number below. */
const narrowed = (parts: readonly PackageFile[], twips: number): PackageFile[] =>
  inDocument(withoutFooter(parts), (xml) => xml.replace(/(<w:pgSz w:w=)"\d+"/u, `$1"${twips}"`))

/** @returns the rows of LibreOffice's PDF of a Word document. */
const officeRows = async (parts: readonly PackageFile[]): Promise<string[]> =>
  pdfRows(await officePdf(parts, folder), folder)

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
    expect(wrong(await officeRows(wordOf(listOf(lines))), lines)).toEqual([])
  })

  it('is kept by LibreOffice where marks and links divide a number', async () => {
    const lines = dividedLines()
    expect(wrong(await officeRows(wordOf(listOf(lines))), lines)).toEqual([])
  })

  it('is kept by LibreOffice where a number breaks over two rows', async () => {
    const lines = wholeLines()
    // The margins take 2,880 twips; 1,440 are an inch.
    for (const width of [4200, 4800, 5400, 6000]) {
      // oxlint-disable-next-line no-await-in-loop -- all write the same file
      const rows = (await officeRows(narrowed(wordOf(separated(lines)), width))).map(glyphs)
      const ends = rows.flatMap((row, index) => (row === '***' ? [index] : []))
      expect(ends.length).toBe(lines.length)
      expect(rows.length).toBeGreaterThan(2 * lines.length)
      const broken = lines.flatMap(({ text, painted }, index) => {
        const own = rows.slice((ends[index - 1] ?? -1) + 1, ends[index])
        return painted
          .filter((order) => text.includes(order) && !isInRows(own, glyphs(order)))
          .map((order) => `${width}: ${order} in ${own.join(' / ')}`)
      })
      expect(broken).toEqual([])
    }
  })

  it('is kept in the PDF', async () => {
    const lines = wholeLines()
    const pdf = await printHeadless(articleHtml(listOf(lines), { images: () => null }))
    expect(wrong(pdf === null ? [] : pdfRows(pdf, folder), lines)).toEqual([])
  })
})
