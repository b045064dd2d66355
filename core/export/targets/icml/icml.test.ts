import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counter, smallArticle } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import { ASSET, fullArticle } from '../../../../tests/support/full-article.ts'
import { wholeLines } from '../../../../tests/support/number-order.ts'
import type { Block } from '../../../article/block.ts'
import { figure, head, list, newArticle, paragraph } from '../../../article/factories.ts'
import { blockText } from '../../../article/plain-text.ts'
import { textBlocks } from '../../../article/text-nodes.ts'
import { partsOf } from '../../../text/isolates.ts'
import { xmlText } from '../../xml.ts'
import { articleIcml } from './icml.ts'

const id = counter()
const images = (hash: string): string => `images/${hash.slice(0, 12)}.jpg`
const options = { images, renditions: () => [], edition: EDITION }
const icml = (...blocks: Block[]): string =>
  articleIcml(newArticle('a', id, [head('headline', id), ...blocks]), options)
const parse = (xml: string) => new DOMParser().parseFromString(xml, 'text/xml')

describe('articleIcml', () => {
  it('is a story that runs from right to left, by the composer for Arabic', () => {
    const xml = icml(paragraph(id, 'نص'))
    expect(xml).toContain('StoryDirection="RightToLeftDirection"')
    expect(xml).toContain(
      'Composer="HL Composer Optyca" ParagraphDirection="RightToLeftDirection" Justification="RightAlign"',
    )
    expect(xml.split('\n').slice(0, 3)).toEqual([
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
      '<?aid style="50" type="snippet" readerVersion="6.0" featureSet="513" product="8.0(370)" ?>',
      '<?aid SnippetType="InCopyInterchange"?>',
    ])
  })
  it('turns a paragraph that runs the other way, and isolates', () => {
    const xml = icml({ ...paragraph(id, 'English'), dir: 'ltr' }, paragraph(id, 'لغة C++'))
    expect(xml).toContain(
      '<ParagraphStyleRange AppliedParagraphStyle="ParagraphStyle/Body" Justification="LeftAlign" ParagraphDirection="LeftToRightDirection">',
    )
    expect(xml).toContain(
      '<CharacterStyleRange AppliedCharacterStyle="CharacterStyle/Isolate"><Content>C++</Content></CharacterStyleRange>',
    )
  })
  /** @returns the ranges of a line: what runs from left to right in brackets, what runs the other way by attribute in braces. */
  function shown(line: Block): string {
    const xml = icml(line)
    const style = /<CharacterStyle Self="CharacterStyle\/Isolate"[^>]*CharacterDirection="LeftToRightDirection"/u
    expect(xml).toMatch(style)
    const story = parse(xml).getElementsByTagName('Story')[0]
    return Array.from(story?.getElementsByTagName('CharacterStyleRange') ?? [], (range) => {
      const direction = range.getAttribute('CharacterDirection')
      const isIsolate = range.getAttribute('AppliedCharacterStyle') === 'CharacterStyle/Isolate'
      if (direction === 'RightToLeftDirection') return `{${range.textContent}}`
      return isIsolate || direction === 'LeftToRightDirection' ? `[${range.textContent}]` : range.textContent
    }).join('')
  }
  it.each(wholeLines().filter(({ dir }) => dir === 'rtl'))(
    'isolates by direction what the page isolates: $text',
    ({ text }) => {
      const isolates = partsOf(text, 'rtl').map((part) => (part.isIsolate ? `[${part.text}]` : part.text))
      expect(shown(paragraph(id, text)).replaceAll(/[{}]/gu, '')).toBe(isolates.join(''))
    },
  )
  it('isolates every run of a number that marks and links divide', () => {
    const link = { type: 'link' as const, url: 'https://x.org/', children: [{ text: '1 أمس' }] }
    const children = [{ text: 'فاز 3' }, { text: '-', bold: true as const }, link]
    expect(shown({ ...paragraph(id), children })).toBe('فاز [3][-][1] أمس')
  })
  it('keeps neighbouring isolates in the order of their line', () => {
    expect(shown(paragraph(id, 'بين 3-1 2-0، 4-1 و5-2'))).toBe('بين [3-1]{ }[2-0]{، }[4-1] و[5-2]')
    expect(shown({ ...paragraph(id, 'أحمد 3-1 2-0'), dir: 'ltr' })).toBe('أحمد [3-1] [2-0]')
  })
  it.each([
    [1, 'top left', 'right'],
    [2, 'top right', 'left'],
    [3, 'bottom right', 'left'],
    [4, 'bottom left', 'right'],
    [5, 'top left', 'down'],
    [6, 'top right', 'down'],
    [7, 'bottom right', 'up'],
    [8, 'bottom left', 'up'],
  ] as const)(
    'shows the first stored pixel of EXIF orientation %i at the %s, and its row to the %s',
    (orientation, corner, row) => {
      const isOnSide = orientation >= 5
      // As shown; 400 by 300 points.
      const asset = { ...ASSET, width: 800, height: 600 }
      const original = { name: 'original' as const, width: 800, height: 600, bytes: Uint8Array.of(), orientation }
      const article = newArticle('a', id, [head('headline', id), figure(id, { asset })])
      const document = parse(articleIcml(article, { ...options, renditions: () => [original] }))
      const [image, bounds] = [
        document.getElementsByTagName('Image')[0],
        document.getElementsByTagName('GraphicBounds')[0],
      ]
      const width = Number(bounds?.getAttribute('Right'))
      expect([width, Number(bounds?.getAttribute('Bottom'))]).toEqual(isOnSide ? [450, 600] : [600, 450])
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = (image?.getAttribute('ItemTransform') ?? '')
        .split(' ')
        .map(Number)
      const placed = (px: number, py: number) => ({ x: a * px + c * py + e, y: b * px + d * py + f })
      const [first, end] = [placed(0, 0), placed(width, 0)]
      expect([Math.abs(first.x), Math.abs(first.y)]).toEqual([200, 150])
      expect(`${first.y < 0 ? 'top' : 'bottom'} ${first.x < 0 ? 'left' : 'right'}`).toBe(corner)
      const [dx, dy] = [end.x - first.x, end.y - first.y]
      expect(Math.abs(dx) + Math.abs(dy)).toBe(isOnSide ? 300 : 400)
      expect(dx === 0 ? (dy > 0 ? 'down' : 'up') : dx > 0 ? 'right' : 'left').toBe(row)
    },
  )
  it('counts each list anew', () => {
    const xml = icml(list(id, true, ['أول', 'ثانٍ']), paragraph(id, 'نص'), list(id, true, ['ثالث']))
    expect(xml.match(/NumberingStartAt="1"/gu)?.length).toBe(2)
  })
  it('ties links to their addresses and pictures to their files', () => {
    const xml = articleIcml(fullArticle(), options)
    const document = parse(xml)
    const names = Array.from(document.getElementsByTagName('HyperlinkTextSource'), (each) => each.getAttribute('Self'))
    expect(names.length).toBe(2)
    expect(Array.from(document.getElementsByTagName('Hyperlink'), (each) => each.getAttribute('Source'))).toEqual(names)
    expect(xml).toContain('LinkResourceURI="file:images/aaaaaaaaaaaa.jpg"')
    expect(xml).toContain('CustomAltText="وزيران"')
  })
  it('applies only styles that are there, and names nothing twice', () => {
    const document = parse(articleIcml(fullArticle(), options))
    const all = Array.from(document.getElementsByTagName('*'))
    const selves = all.flatMap((each) => each.getAttribute('Self') ?? [])
    expect(new Set(selves).size).toBe(selves.length)
    const applied = all.flatMap((each) => each.getAttribute('AppliedParagraphStyle') ?? [])
    expect(applied.filter((name) => !selves.includes(name))).toEqual([])
  })
  it('has every word of the article in it, each block in a paragraph of its own', () => {
    const document = parse(articleIcml(fullArticle(), options))
    const paragraphs = Array.from(document.getElementsByTagName('ParagraphStyleRange'), (each) => each.textContent)
    for (const block of textBlocks(fullArticle().document)) {
      if (blockText(block) !== '' && block.type !== 'hemistich') expect(paragraphs).toContain(blockText(block))
    }
    // A verse is one paragraph: InDesign's forced line break stands between its halves.
    expect(paragraphs).toContain('إذا هبّت رياح الفجر يوما\u2028تبسّم في المدى زهر الحقول')
  })
  it('is well-formed whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const story = parse(articleIcml(smallArticle('a', 'ع', text), options)).getElementsByTagName('Content')
        // InDesign's forced line break is the line separator.
        const lines = xmlText(text.replaceAll(/\r\n|[\r\n\u2028\u2029]/gu, '\u2028'))
        expect(Array.from(story, (each) => each.textContent).join('')).toBe(`ع${lines}`)
      }),
      { numRuns: 300 },
    )
  })
})
