import fc from 'fast-check'
import { fromMarkdown } from 'mdast-util-from-markdown'
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table'
import { gfmTable } from 'micromark-extension-gfm-table'
import type { Nodes } from 'mdast'
import { describe, expect, it } from 'vitest'
import { counter } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import type { Block } from '../../../article/block.ts'
import { figure, head, list, newArticle, paragraph, quote, table } from '../../../article/factories.ts'
import { blockText } from '../../../article/plain-text.ts'
import { normaliseInlines } from '../../../article/normalise-inlines.ts'
import { withoutIsolates } from '../../../text/read-isolates.ts'
import { xmlText } from '../../xml.ts'
import { articleMarkdown } from './markdown.ts'

const id = counter()
const options = { edition: EDITION, images: (hash: string) => `images/${hash.slice(0, 12)}.jpg` }

/** The Markdown without its YAML head. */
function body(...blocks: Block[]): string {
  const text = articleMarkdown(newArticle('a', id, [head('headline', id, 'عنوان'), ...blocks]), options)
  return text.slice(text.indexOf('\n---\n') + 6).replace(/^# عنوان\n+/u, '')
}

function read(markdown: string): Nodes {
  return fromMarkdown(markdown, { extensions: [gfmTable()], mdastExtensions: [gfmTableFromMarkdown()] })
}

/** What a reader of Markdown sees. */
function seen(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value
  if (node.type === 'html') return node.value === '<br>' ? '\n' : ''
  return 'children' in node ? node.children.map(seen).join('') : ''
}

describe('articleMarkdown', () => {
  it('says when a block runs against the article', () => {
    expect(body({ ...paragraph(id, 'In English.'), dir: 'ltr' }, paragraph(id, 'بالعربية.'))).toBe(
      '<div dir="ltr">\n\nIn English.\n\n</div>\n\nبالعربية.\n',
    )
  })
  it('writes a table that names no columns, and a line break in a cell', () => {
    const cells = table(id, [['العراق\nبغداد', '1|2']])
    expect(body({ ...cells, header: false })).toBe(
      '|                 |      |\n| --------------- | ---- |\n| العراق<br>بغداد | 1\\|2 |\n',
    )
  })
  it('leaves out what has no words', () => {
    expect(body(paragraph(id, ' '), quote(id), list(id, true, ['', ' ']), figure(id))).toBe('')
  })
  it('keeps marks apart that touch', () => {
    const marked = {
      ...paragraph(id),
      children: [{ text: 'كلـ', bold: true as const }, { text: 'مة', italic: true as const }, { text: 'هنا' }],
    }
    expect(body(marked)).toBe('**كلـ**<em>مة</em>هنا\n')
  })
  it('has one pair of isolate characters around a number that marks divide, and an override where digits need it', () => {
    const divided = {
      ...paragraph(id),
      children: [{ text: 'هاتف ٠٧٧٠-' }, { text: '١٢٣', bold: true as const }, { text: '-٤٥٦٧ و3-1 2-0' }],
    }
    expect(body(divided)).toBe('هاتف \u2066\u202D٠٧٧٠-**١٢٣**-٤٥٦٧\u202C\u2069 و\u20663-1\u2069 \u20662-0\u2069\n')
  })
  it('leaves what the writer isolated, and a bare address, without isolate characters', () => {
    const written = { type: 'ltr' as const, children: [{ text: '3-1' }] }
    expect(body({ ...paragraph(id), children: [{ text: 'فاز ' }, written, { text: ' في https://x.org/a-1' }] })).toBe(
      'فاز <bdi dir="ltr">3-1</bdi> في https://x.org/a-1\n',
    )
  })
  it('writes addresses and handles without stray backslashes', () => {
    const link = (url: string, words: string) => ({ type: 'link' as const, url, children: [{ text: words }] })
    expect(body({ ...paragraph(id), children: [{ text: 'من @midad_app: https://example.org/a_b__c?x=1&y=2' }] })).toBe(
      'من \u2066@midad_app\u2069: https://example.org/a_b__c?x=1&y=2\n',
    )
    expect(body({ ...paragraph(id), children: [link('https://example.org/ar/خبر_(عاجل)?a=1&b=2', 'البيان')] })).toBe(
      '[البيان](https://example.org/ar/خبر_(عاجل)?a=1&b=2)\n',
    )
    expect(body({ ...paragraph(id), children: [link('https://example.org/a)b', 'البيان')] })).toBe(
      '[البيان](<https://example.org/a)b>)\n',
    )
    expect(body({ ...paragraph(id), children: [{ text: '__init__ و_هذا_ و &amp; و *نجم*' }] })).toBe(
      String.raw`\_\_init\_\_ و_هذا\_ و \&amp; و \*نجم\*` + '\n',
    )
  })
  it('is read back as it was written, whatever the text', () => {
    const flag = fc.constantFrom(
      {},
      {},
      { bold: true },
      { italic: true },
      { underline: true },
      { bold: true, italic: true },
    )
    const letters = fc.constantFrom(
      ...Array.from('ابت ab12 \n*_`~[]()!<>#+-=|&;:\\"\'./@{}'),
      ...['1.', '- ', '```', '&amp;', '<b>', '](', '\u00A0', '\u064E', '«', '»', 'https://a.example'],
    )
    const words = fc.array(letters, { minLength: 1, maxLength: 12 }).map((all) => all.join(''))
    const plain = fc.tuple(words, flag).map(([text, marks]) => ({ text, ...marks }))
    const element = fc.tuple(fc.constantFrom('ltr', 'link'), plain).map(([type, child]) => ({
      ...{ type, ...(type === 'link' ? { url: 'https://example.org/a_(b)*c' } : {}), children: [child] },
    }))
    const text = fc.oneof({ weight: 3, arbitrary: plain }, { weight: 1, arbitrary: element })
    fc.assert(
      fc.property(fc.array(text, { minLength: 1, maxLength: 4 }), (texts) => {
        const children = normaliseInlines(texts, () => false)
        const markdown = body({ ...paragraph(id), children })
        const own = xmlText(blockText({ ...paragraph(id), children }))
        expect(withoutIsolates(seen(read(markdown)))).toBe(own.trim() === '' ? '' : own.replaceAll(/^\n+|\n+$/gu, ''))
      }),
      { numRuns: 1000 },
    )
  })
})
