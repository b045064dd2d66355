import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counter } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import { ASSET, fullArticle } from '../../../../tests/support/full-article.ts'
import type { Article } from '../../../article/article.ts'
import type { Block } from '../../../article/block.ts'
import type { Inline } from '../../../article/inline.ts'
import { correction, figure, head, list, newArticle, paragraph, table } from '../../../article/factories.ts'
import { blockText } from '../../../article/plain-text.ts'
import { textBlocks } from '../../../article/text-nodes.ts'
import { xmlText } from '../../xml.ts'
import { docxParts } from './docx.ts'

const id = counter()
const original = { name: 'original', width: 800, height: 600, bytes: Uint8Array.of(1) } as const
const write = (article: Article) => docxParts(article, { edition: EDITION, renditions: () => [original] })
const part = (article: Article, path: string): string =>
  new TextDecoder().decode(write(article).find((each) => each.path === path)?.bytes)

/** The body of a document with these blocks, without the headline. */
function body(...blocks: Block[]): string {
  const xml = part(newArticle('a', id, [head('headline', id, ''), ...blocks]), 'word/document.xml')
  return xml.slice(xml.indexOf('<w:body>\n') + 9, xml.indexOf('\n<w:sectPr'))
}

describe('docxParts', () => {
  it('says the direction of every paragraph and of every run', () => {
    expect(body(paragraph(id, 'ولغة C++.'))).toBe(
      '<w:p><w:pPr><w:bidi/><w:jc w:val="start"/></w:pPr><w:bookmarkStart w:id="1" w:name="m_b1"/>' +
        '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">ولغة </w:t></w:r>' +
        '<w:r><w:rPr/><w:t xml:space="preserve">\u200EC++\u200E</w:t></w:r>' +
        '<w:r><w:rPr><w:rtl/></w:rPr><w:t xml:space="preserve">.</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
    )
    expect(body({ ...paragraph(id, 'English'), dir: 'ltr' })).toBe(
      '<w:p><w:pPr><w:bidi w:val="0"/><w:jc w:val="start"/></w:pPr><w:bookmarkStart w:id="1" w:name="m_b3"/>' +
        '<w:r><w:rPr/><w:t xml:space="preserve">English</w:t></w:r><w:bookmarkEnd w:id="1"/></w:p>',
    )
  })
  it('marks bold for complex scripts too, isolates, breaks and links', () => {
    const line = {
      ...paragraph(id),
      children: [
        { text: 'غامق', bold: true as const },
        { type: 'ltr' as const, children: [{ text: 'BBC' }] },
        { type: 'link' as const, url: 'https://example.org/?a=1&b', children: [{ text: 'هنا' }] },
        { text: 'سطر\nآخر' },
      ],
    }
    const xml = body(line)
    expect(xml).toContain('<w:rPr><w:b/><w:bCs/><w:rtl/></w:rPr><w:t xml:space="preserve">غامق')
    expect(xml).toContain('<w:rPr><w:rStyle w:val="Isolate"/></w:rPr><w:t xml:space="preserve">\u200EBBC\u200E</w:t>')
    expect(xml).toContain('<w:hyperlink r:id="r1"><w:r><w:rPr><w:rStyle w:val="Hyperlink"/><w:rtl/></w:rPr>')
    expect(xml).toContain('سطر</w:t><w:br/><w:t xml:space="preserve">آخر')
    const article = newArticle('a', id, [head('headline', id, 'ع'), line])
    expect(part(article, 'word/_rels/document.xml.rels')).toContain(
      'Target="https://example.org/?a=1&amp;b" TargetMode="External"',
    )
  })
  it('parts neighbouring isolates by a mark in the direction of the line', () => {
    const texts = (...children: Inline[]): string[] =>
      [...body({ ...paragraph(id), children }).matchAll(/<w:t [^>]*>([^<]*)<\/w:t>/gu)].map(([, text]) => text ?? '')
    expect(texts({ text: 'بين 3-1 2-0 أمس' })).toEqual([
      ...['بين ', '\u200E3-1\u200E\u200F', ' ', '\u200E2-0\u200E', ' أمس'],
    ])
    expect(texts({ text: 'فاز 3' }, { text: '-', bold: true }, { text: '1، 20 أمس' })).toEqual([
      ...['فاز ', '\u200E3\u200E', '\u200E-\u200E', '\u200E1\u200E\u200F', '، 20 أمس'],
    ])
    expect(texts({ text: 'BBC، ' }, { type: 'ltr', children: [{ text: 'CNN' }] })).toEqual([
      ...['BBC، ', '\u200F\u200ECNN\u200E'],
    ])
  })
  it('counts each list anew, and turns a table', () => {
    const xml = body(list(id, true, ['أول']), list(id, true, ['ثانٍ']), table(id, [['س', 'ع']]))
    expect(xml.match(/<w:numId w:val="\d+"\/>/gu)).toEqual(['<w:numId w:val="1"/>', '<w:numId w:val="3"/>'])
    expect(xml).toContain('<w:tbl><w:tblPr><w:bidiVisual/>')
    expect(part(newArticle('a', id, [head('headline', id), list(id, true, ['أول'])]), 'word/numbering.xml')).toContain(
      '<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/>',
    )
  })
  it('names a correction and its day, and neither without words', () => {
    expect(body(correction(id, 'صُحح الاسم.', '2026-11-24'))).toContain(
      '<w:pStyle w:val="CorrectionDate"/><w:bidi/><w:jc w:val="start"/></w:pPr>' +
        '<w:r><w:rPr><w:b/><w:bCs/><w:rtl/></w:rPr><w:t xml:space="preserve">تصحيح: </w:t></w:r>' +
        '<w:r><w:rPr><w:b/><w:bCs/></w:rPr><w:t xml:space="preserve">\u200E2026-11-24\u200E</w:t></w:r>',
    )
    expect(body(correction(id, 'صُحح الاسم.'))).toContain('>تصحيح</w:t>')
    expect(body(correction(id, '', '2026-11-24'))).toBe('')
  })
  it('numbers its pages, in the direction of the article', () => {
    const article = newArticle('a', id, [head('headline', id, 'ع')])
    expect(part(article, 'word/footer.xml')).toContain(
      '<w:pStyle w:val="Footer"/><w:bidi/><w:jc w:val="center"/></w:pPr><w:fldSimple w:instr="PAGE">',
    )
    expect(part(article, 'word/document.xml')).toContain('<w:footerReference w:type="default" r:id="footer"/>')
    expect(part(article, 'word/_rels/document.xml.rels')).toContain('Id="footer"')
    expect(part(article, '[Content_Types].xml')).toContain('PartName="/word/footer.xml"')
  })
  it('says of every paragraph, run, heading and cell how it runs and what it weighs, for complex scripts too', () => {
    for (const name of ['word/document.xml', 'word/footer.xml']) {
      const xml = part(fullArticle(), name)
      const paragraphs = xml.match(/<w:p>.*?<\/w:p>/gsu) ?? []
      expect(paragraphs.length, name).toBeGreaterThan(0)
      for (const each of paragraphs) {
        expect(each).toMatch(/<w:bidi(?: w:val="0")?\/><w:jc w:val="(?:start|center)"\/>/u)
        // Arabic letters stand in runs that are right to left, whatever stands beside them.
        for (const [run] of each.matchAll(/<w:r>.*?<\/w:r>/gsu)) {
          if (/[\u0620-\u064A]/u.test(run.replaceAll(/(?:name|descr)="[^"]*"/gu, ''))) expect(run).toContain('<w:rtl/>')
        }
      }
      expect(xml.split('<w:b/>').length).toBe(xml.split('<w:bCs/>').length)
    }
    const styles = part(fullArticle(), 'word/styles.xml')
    expect(styles.match(/<w:sz /gu)?.length).toBe(styles.match(/<w:szCs /gu)?.length)
    expect(styles.match(/<w:b\/>/gu)?.length).toBe(styles.match(/<w:bCs\/>/gu)?.length)
  })
  it("has its headline in Word's own style of titles", () => {
    const article = newArticle('a', id, [head('headline', id, 'ع')])
    expect(part(article, 'word/document.xml')).toContain('<w:pStyle w:val="Title"/>')
    expect(part(article, 'word/styles.xml')).toContain(
      '<w:style w:type="paragraph" w:styleId="Title">\n<w:name w:val="Title"/>',
    )
  })
  it('keeps a picture with its caption, and a caption with its credit only where there is one', () => {
    const styled = (name: string): string => `<w:pStyle w:val="${name}"/>`
    const given = { asset: ASSET, caption: 'تعليق' }
    const withCredit = body(figure(id, { ...given, credit: 'رويترز' }))
    expect(withCredit).toContain(`${styled('Caption')}<w:keepNext/><w:bidi/>`)
    expect(withCredit).toContain(`${styled('Credit')}<w:bidi/>`)
    expect(body(figure(id, given))).toContain(`${styled('Caption')}<w:bidi/>`)
    const style = part(fullArticle(), 'word/styles.xml')
      .split('<w:style ')
      .find((each) => each.includes('"Figure"'))
    expect(style).toContain('<w:keepNext/>')
  })
  it.each([
    [1, '<a:xfrm>', 3000, 2000],
    [2, '<a:xfrm flipH="1">', 3000, 2000],
    [3, '<a:xfrm rot="10800000">', 3000, 2000],
    [4, '<a:xfrm rot="10800000" flipH="1">', 3000, 2000],
    [5, '<a:xfrm rot="16200000" flipH="1">', 2000, 3000],
    [6, '<a:xfrm rot="5400000">', 2000, 3000],
    [7, '<a:xfrm rot="5400000" flipH="1">', 2000, 3000],
    [8, '<a:xfrm rot="16200000">', 2000, 3000],
  ] as const)(
    'turns a picture of EXIF orientation %i as Word does, and squeezes none',
    (orientation, xfrm, width, height) => {
      // Of 3000 by 2000 stored pixels, as shown.
      const asset = { ...ASSET, width, height }
      const article = newArticle('a', id, [head('headline', id), figure(id, { asset })])
      const parts = docxParts(article, { edition: EDITION, renditions: () => [{ ...original, orientation }] })
      const xml = new TextDecoder().decode(parts.find(({ path }) => path === 'word/document.xml')?.bytes)
      expect(xml).toContain(`${xfrm}<a:off x="0" y="0"/><a:ext cx="5731510" cy="3821007"/></a:xfrm>`)
      expect(xml).toContain('<wp:extent cx="5731510" cy="3821007"/>')
      // Half of what the turned picture is higher than its frame.
      expect(xml.includes('<wp:effectExtent l="0" t="955252" r="0" b="955252"/>')).toBe(orientation >= 5)
    },
  )
  it('carries each picture once, with its text', () => {
    const parts = write(fullArticle()).map(({ path }) => path)
    expect(parts).toEqual([
      '[Content_Types].xml',
      '_rels/.rels',
      'docProps/core.xml',
      'docProps/custom.xml',
      'customXml/item1.xml',
      'customXml/itemProps1.xml',
      'customXml/_rels/item1.xml.rels',
      'word/document.xml',
      'word/_rels/document.xml.rels',
      'word/styles.xml',
      'word/numbering.xml',
      'word/settings.xml',
      'word/footer.xml',
      'word/media/aaaaaaaaaaaa.jpg',
    ])
    expect(part(fullArticle(), 'word/document.xml')).toContain('descr="وزيران"')
  })
  it('refers to styles, lists and relations that are there', () => {
    const document = part(fullArticle(), 'word/document.xml')
    const all = (xml: string, pattern: RegExp): Set<string> =>
      new Set(Array.from(xml.matchAll(pattern), (match) => match[1] ?? ''))
    const styles = all(part(fullArticle(), 'word/styles.xml'), /w:styleId="(\w+)"/gu)
    const numbers = all(part(fullArticle(), 'word/numbering.xml'), /<w:num w:numId="(\d+)"/gu)
    const relations = all(part(fullArticle(), 'word/_rels/document.xml.rels'), / Id="(\w+)"/gu)
    expect([...all(document, /<w:[pr]Style w:val="(\w+)"/gu)].filter((name) => !styles.has(name))).toEqual([])
    expect([...all(document, /<w:numId w:val="(\d+)"/gu)].filter((name) => !numbers.has(name))).toEqual([])
    expect([...all(document, /r:(?:id|embed)="(\w+)"/gu)].filter((name) => !relations.has(name))).toEqual([])
  })
  it('has every word of the article in it', () => {
    const words =
      new DOMParser()
        .parseFromString(part(fullArticle(), 'word/document.xml'), 'text/xml')
        .documentElement?.textContent?.replaceAll('\u200E', '') ?? ''
    for (const block of textBlocks(fullArticle().document)) expect(words).toContain(blockText(block))
  })
  it('is well-formed whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const xml = part(newArticle('a', id, [head('headline', id), paragraph(id, text)]), 'word/document.xml')
        const read = new DOMParser().parseFromString(xml, 'text/xml').getElementsByTagName('w:body')[0]?.textContent
        const lines = text.replaceAll(/\r\n|[\r\u2028\u2029]/gu, '\n')
        // The marks around what is isolated are ours.
        expect(read?.replaceAll(/[\n\u200E\u200F]/gu, '')).toBe(xmlText(lines).replaceAll(/[\n\t\u200E\u200F]/gu, ''))
      }),
      { numRuns: 300 },
    )
  })
})
