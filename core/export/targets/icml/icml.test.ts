import { DOMParser } from '@xmldom/xmldom'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { counter, smallArticle } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import { fullArticle } from '../../../../tests/support/full-article.ts'
import type { Block } from '../../../article/block.ts'
import { head, list, newArticle, paragraph } from '../../../article/factories.ts'
import { blockText } from '../../../article/plain-text.ts'
import { textBlocks } from '../../../article/text-nodes.ts'
import { xmlText } from '../../xml.ts'
import { articleIcml } from './icml.ts'

const id = counter()
const images = (hash: string): string => `images/${hash.slice(0, 12)}.jpg`
const icml = (...blocks: Block[]): string =>
  articleIcml(newArticle('a', id, [head('headline', id), ...blocks]), { images, edition: EDITION })
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
  it('counts each list anew', () => {
    const xml = icml(list(id, true, ['أول', 'ثانٍ']), paragraph(id, 'نص'), list(id, true, ['ثالث']))
    expect(xml.match(/NumberingStartAt="1"/gu)?.length).toBe(2)
  })
  it('ties links to their addresses and pictures to their files', () => {
    const xml = articleIcml(fullArticle(), { images, edition: EDITION })
    const document = parse(xml)
    const names = Array.from(document.getElementsByTagName('HyperlinkTextSource'), (each) => each.getAttribute('Self'))
    expect(names.length).toBe(2)
    expect(Array.from(document.getElementsByTagName('Hyperlink'), (each) => each.getAttribute('Source'))).toEqual(names)
    expect(xml).toContain('LinkResourceURI="file:images/aaaaaaaaaaaa.jpg"')
    expect(xml).toContain('CustomAltText="وزيران"')
  })
  it('applies only styles that are there, and names nothing twice', () => {
    const document = parse(articleIcml(fullArticle(), { images, edition: EDITION }))
    const all = Array.from(document.getElementsByTagName('*'))
    const selves = all.flatMap((each) => each.getAttribute('Self') ?? [])
    expect(new Set(selves).size).toBe(selves.length)
    const applied = all.flatMap((each) => each.getAttribute('AppliedParagraphStyle') ?? [])
    expect(applied.filter((name) => !selves.includes(name))).toEqual([])
  })
  it('has every word of the article in it, each block in a paragraph of its own', () => {
    const document = parse(articleIcml(fullArticle(), { images, edition: EDITION }))
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
        const story = parse(
          articleIcml(smallArticle('a', 'ع', text), { images, edition: EDITION }),
        ).getElementsByTagName('Content')
        // InDesign's forced line break is the line separator.
        const lines = xmlText(text.replaceAll(/\r\n|[\r\n\u2028\u2029]/gu, '\u2028'))
        expect(Array.from(story, (each) => each.textContent).join('')).toBe(`ع${lines}`)
      }),
      { numRuns: 300 },
    )
  })
})
