import { DOMParser } from '@xmldom/xmldom'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { head, newArticle, paragraph, subhead, table } from '#core/article/factories.ts'
import type { Edition } from '#core/export/edition.ts'
import { printHeadless } from '#electron/files/print/print-headless.ts'
import { formatFile } from '#electron/service/export/format-file.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITION, HOUSE } from '#tests/support/edition.ts'
import { BIDI_HEADLINE, comparable, HOSTILE_LINES } from '#tests/support/hostile-words.ts'
import { foundWords } from '#tests/support/pdf/found-words.ts'
import { drawnPages, hasPoppler, inPdfjs, pdfjsPages, pdfjsTexts, popplerText } from '#tests/support/pdf/read-pdf.ts'
import { realArticle } from '#tests/support/real-article.ts'

// `npm test` says in which Chromium it tests; printing asks for the one that a person chose.
const CHROMIUM = process.env['MIDAD_CHROMIUM']
if (CHROMIUM !== undefined) process.env['MIDAD_BROWSER'] ??= CHROMIUM
if (!hasPoppler) process.stderr.write('The search by poppler in a PDF is skipped: poppler-utils is not installed.\n')

const id = counter('pdf')

async function pdfOf(article: Article, edition: Edition = EDITION): Promise<Uint8Array> {
  return (await formatFile('pdf', { article, edition, images: new Map() }, { print: printHeadless })).bytes
}

/** @returns the pages as they come from Chromium, and the PDF that is made of them. */
async function printedAndFinished(article: Article): Promise<[printed: Uint8Array, pdf: Uint8Array]> {
  let printed: Uint8Array | null = null
  const print = async (html: string): Promise<Uint8Array | null> => (printed = await printHeadless(html))
  const { bytes } = await formatFile('pdf', { article, edition: EDITION, images: new Map() }, { print })
  if (printed === null) throw new Error('Nothing was printed')
  return [printed, bytes]
}

/** The real article, and what can be said of one beside its text. */
function describedArticle(): Article {
  const { document, metadata, ...rest } = realArticle()
  const byline = head('byline', id, 'أسامة مهدي')
  const [headline, ...others] = document
  if (headline === undefined) throw new Error('The real article is empty')
  const described = { ...metadata, keywords: ['العراق', 'بريطانيا & «الناتو»'], seoDescription: 'بغداد ولندن <تنسقان>' }
  return { ...rest, document: [headline, byline, ...others], metadata: described }
}

describe('the words of the real article', () => {
  let pdf: Uint8Array
  let printed: Uint8Array
  beforeAll(async () => {
    ;[printed, pdf] = await printedAndFinished(realArticle())
  })

  it.skipIf(!hasPoppler)('are drawn as they were printed', () => {
    expect(Buffer.compare(drawnPages(pdf), drawnPages(printed))).toBe(0)
  })

  it.skipIf(!hasPoppler)('are found by poppler, and stand beside the same words', () => {
    const { words, pairs } = foundWords(realArticle(), popplerText(pdf))
    expect(words).toBeGreaterThanOrEqual(99)
    expect(pairs).toBeGreaterThanOrEqual(99)
  })
  it('are found by pdf.js, and stand beside the same words', async () => {
    const { words, pairs } = foundWords(realArticle(), (await pdfjsTexts(pdf)).join('\n'))
    expect(words).toBeGreaterThanOrEqual(97)
    expect(pairs).toBeGreaterThanOrEqual(97)
  })
})

/** Every letter vocalised, with all harakat, tanwin, shadda with each of them, a dagger alif and lam with alif. */
const VOCALISED = [
  'وَصَلَ الْوَزِيرُ إِلَى بَغْدَادَ صَبَاحَ الْيَوْمِ، وَاسْتَقْبَلَهُ فِي الْمَطَارِ عَدَدٌ مِنَ الْمَسْؤُولِينَ.',
  'إِنَّ السَّلَامَ لَا يُصْنَعُ بِالْكَلِمَاتِ وَحْدَهَا؛ لِأَنَّ النَّاسَ يُرِيدُونَ مَاءً وَخُبْزًا وَضَوْءًا.',
  'هٰذَا كِتَابٌ مُؤَلِّفُهُ مَجْهُولٌ، وَتِلْكَ قِصَّةٌ أُخْرَى تُرْوَى عَلَى ضِفَّةِ النَّهْرِ كُلَّ مَسَاءٍ.',
]

describe('the words of a vocalised article', () => {
  let printed: Uint8Array
  let pdf: Uint8Array
  const article = newArticle('a', id, [
    head('headline', id, 'يَا لَيْلُ مَتَى غَدُهُ'),
    ...VOCALISED.map((text) => paragraph(id, text)),
    { ...paragraph(id), children: [{ text: 'خَبَرٌ عَاجِلٌ', bold: true as const }, { text: ' مِنَ الْمُرَاسِلِ: كُتِبَ هُنَا.' }] },
  ])
  beforeAll(async () => {
    ;[printed, pdf] = await printedAndFinished(article)
  })

  it.skipIf(!hasPoppler)('are found by poppler, and stand beside the same words', () => {
    const { words, pairs } = foundWords(article, popplerText(pdf))
    expect(words).toBeGreaterThanOrEqual(99)
    expect(pairs).toBeGreaterThanOrEqual(99)
  })
  it('are found by pdf.js, and stand beside the same words', async () => {
    const { words, pairs } = foundWords(article, (await pdfjsTexts(pdf)).join('\n'))
    expect(words).toBeGreaterThanOrEqual(97)
    expect(pairs).toBeGreaterThanOrEqual(97)
  })
  it('stand in one piece for each line in pdf.js, which finds a word only within a piece', async () => {
    const [page] = await pdfjsPages(pdf)
    expect(page?.pieces.map(({ text }) => text)).toContain('يا ليل متى غده')
  })
  it.skipIf(!hasPoppler)('are drawn as they were printed', () => {
    expect(Buffer.compare(drawnPages(pdf), drawnPages(printed))).toBe(0)
  })
})

describe('a PDF', () => {
  const edition = { ...EDITION, house: HOUSE, draft: true }
  let pdf: Uint8Array
  beforeAll(async () => {
    pdf = await pdfOf(describedArticle(), edition)
  })

  it('has an outline of its headline and subheads', async () => {
    const outline = await inPdfjs(pdf, (document) => document.getOutline())
    expect(outline.map(({ title, items }) => [title, items.map((each: { title: string }) => each.title)])).toEqual([
      [
        'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
        ['بريطانيا قلصت عدد قواتها في العراق', 'المليشيات تهدد'],
      ],
    ])
  })
  it('names its author, its keywords and the time of the article, in both places', async () => {
    const { info, xmp } = await inPdfjs(pdf, async (document) => {
      const { info: dictionary, metadata } = await document.getMetadata()
      return { info: dictionary as Record<string, unknown>, xmp: metadata.getRaw() as string }
    })
    expect(info).toMatchObject({
      Title: 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة',
      Author: 'أسامة مهدي',
      Subject: 'بغداد ولندن <تنسقان>',
      Keywords: 'العراق، بريطانيا & «الناتو»',
      Creator: 'Midad',
      Language: 'ar',
    })
    expect(info['CreationDate']).toMatch(/^D:20261124080000/u)
    expect(info['ModDate']).toMatch(/^D:20261124080000/u)
    expect(xmp).toContain('<dc:creator><rdf:Seq><rdf:li>أسامة مهدي</rdf:li></rdf:Seq></dc:creator>')
    expect(xmp).toContain(
      '<dc:subject><rdf:Bag><rdf:li>العراق</rdf:li><rdf:li>بريطانيا &amp; «الناتو»</rdf:li></rdf:Bag></dc:subject>',
    )
    expect(xmp).toContain('<xmp:ModifyDate>2026-11-24T08:00:00Z</xmp:ModifyDate>')
    expect(xmp).not.toContain('pdfuaid')
  })
  it('opens from right to left, and keeps the tags that Chromium writes', async () => {
    const [preferences, marks, tree] = await inPdfjs(pdf, async (document) => [
      await document.getViewerPreferences(),
      await document.getMarkInfo(),
      await (await document.getPage(1)).getStructTree(),
    ])
    expect(preferences).toEqual(
      new Map<string, unknown>([
        ['DisplayDocTitle', true],
        ['Direction', 'R2L'],
      ]),
    )
    expect(marks).toEqual(
      new Map([
        ['Marked', true],
        ['UserProperties', false],
        ['Suspects', false],
      ]),
    )
    expect(JSON.stringify(tree)).toContain('"role":"H1"')
  })
  it('says on every page that it is a draft, and of which day', async () => {
    const pages = await pdfjsTexts(pdf)
    expect(pages.length).toBeGreaterThan(2)
    for (const text of pages) expect(text.split('\n')[0]).toBe('مسودة · 24 تشرين الثاني/نوفمبر 2026')
    const approved = await pdfjsTexts(await pdfOf(describedArticle(), { ...edition, draft: false }))
    expect(approved.join('\n')).not.toContain('مسودة')
  })
  it('is the same bytes for the same article', async () => {
    expect(Buffer.compare(await pdfOf(describedArticle(), edition), pdf)).toBe(0)
  })
})

describe('a long address in the cell of a table', () => {
  it('wraps inside the page, and leaves the words beside it whole', async () => {
    const address = `https://example.org/${'0123456789abcdef'.repeat(8)}`
    const rows = [
      ['المؤسسات', 'الموقع'],
      ['والاستثمارات', address],
    ]
    const pdf = await pdfOf(newArticle('a', id, [head('headline', id, 'جدول'), table(id, rows)]))
    const [page] = await pdfjsPages(pdf)
    if (page === undefined) throw new Error('The PDF has no page')
    const outside = page.pieces.filter(({ x, width }) => x < 0 || x + width > page.width)
    expect(outside).toEqual([])
    const text = page.pieces.map((piece) => piece.text).join('')
    expect(text).toContain('والاستثمارات')
    expect(text.replaceAll(/\s/gu, '')).toContain(address)
  })
})

describe('a PDF of hostile words', () => {
  it('says them in its properties and its outline, and runs none', async () => {
    const lines = [BIDI_HEADLINE, ...Object.values(HOSTILE_LINES)]
    const all = lines.join(' ')
    const article = newArticle('hostile', id, [
      head('headline', id, all),
      head('byline', id, all),
      ...lines.map((line) => subhead(id, line)),
    ])
    const metadata = { ...article.metadata, keywords: [all], seoDescription: all }
    const read = await inPdfjs(await pdfOf({ ...article, metadata }), async (document) => {
      const { info, metadata: packet } = await document.getMetadata()
      const xmp = new DOMParser().parseFromString(packet.getRaw() as string, 'text/xml')
      const outline = await document.getOutline()
      return { info, xmp, outline, scripts: await document.getJSActions() }
    })
    const [top] = read.outline
    expect(top?.items.map(({ title }: { title: string }) => comparable(title))).toEqual(lines.map(comparable))
    const { Title, Author, Subject, Keywords } = read.info as Record<string, string>
    expect([top?.title, Title, Author, Subject, Keywords].map((text) => comparable(text ?? ''))).toEqual(
      Array.from({ length: 5 }, () => comparable(all)),
    )
    const written = Array.from(read.xmp.getElementsByTagName('rdf:li'), ({ textContent }) =>
      comparable(textContent ?? ''),
    )
    // Title and description in two languages, author, one keyword.
    expect(written.filter((text) => text === comparable(all))).toHaveLength(6)
    expect(read.scripts).toBeNull()
  })
})
