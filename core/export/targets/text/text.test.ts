import { describe, expect, it } from 'vitest'
import { counter } from '../../../../tests/support/articles.ts'
import { EDITION } from '../../../../tests/support/edition.ts'
import type { Block } from '../../../article/block.ts'
import {
  embed,
  figure,
  head,
  list,
  newArticle,
  paragraph,
  quote,
  related,
  separator,
  table,
} from '../../../article/factories.ts'
import { articlePlainText } from './text.ts'

const id = counter()
const text = (...blocks: Block[]): string =>
  articlePlainText(newArticle('a', id, [head('headline', id, 'عنوان'), ...blocks]), EDITION)

describe('articlePlainText', () => {
  it('puts a sign only where a line would be shown wrong without it', () => {
    expect(text(paragraph(id, 'نص عادي.'))).toBe('عنوان\n\nنص عادي.\n')
    expect(text(paragraph(id, 'BBC قالت'), { ...paragraph(id, 'In English.'), dir: 'ltr' })).toBe(
      'عنوان\n\n\u200FBBC قالت\n\nIn English.\n',
    )
    expect(text({ ...paragraph(id, 'عربي in English'), dir: 'ltr' })).toBe('عنوان\n\n\u200Eعربي in English\n')
    expect(text(paragraph(id, '2021'))).toBe('عنوان\n\n\u200F2021\n')
  })
  it('isolates telephones, and what the writer isolated', () => {
    expect(text(paragraph(id, 'هاتف +964 770 ولغة C++'))).toBe(
      'عنوان\n\nهاتف \u2066+964 770\u2069 ولغة \u2066C++\u2069\n',
    )
    const written = {
      ...paragraph(id),
      children: [{ type: 'ltr' as const, children: [{ text: 'Elaph' }] }, { text: ' قالت' }],
    }
    expect(text(written)).toBe('عنوان\n\n\u2066Elaph\u2069 قالت\n')
  })
  it('writes lists, quotations, tables, links and the words of pictures', () => {
    const items = list(id, true, ['أول', 'فرعي', 'ثانٍ'])
    const [first, second, third] = items.children
    if (first === undefined || second === undefined || third === undefined) throw new Error('three')
    expect(
      text(
        { ...items, children: [first, { ...second, depth: 1, ordered: false }, third] },
        quote(id, 'لن نتراجع', 'المتحدث'),
        table(id, [
          ['البلد', 'العدد'],
          ['العراق', '5'],
        ]),
        separator(id),
        figure(id, { caption: 'تعليق', credit: 'رويترز' }),
        embed(id, 'https://example.org/1', 'منشور'),
        related(id, [{ title: 'مادة', url: 'https://example.org/2' }]),
      ),
    ).toBe(
      [
        'عنوان',
        '1. أول\n  - فرعي\n2. ثانٍ',
        'لن نتراجع\n— المتحدث',
        'البلد\tالعدد\nالعراق\t5',
        '* * *',
        'تعليق\nرويترز',
        'منشور\nhttps://example.org/1',
        '- مادة\nhttps://example.org/2\n',
      ].join('\n\n'),
    )
  })
})
