import { describe, expect, it } from 'vitest'
import type { Block } from '../../article/block.ts'
import { blockText } from '../../article/plain-text.ts'
import { counter } from '#tests/support/articles.ts'
import { readClipboard, type Clipboard, type Pasted } from './clipboard.ts'

const read = (given: Partial<Clipboard>): Pasted =>
  readClipboard({ fragment: '', html: '', text: '', ...given }, counter('p'))

const line = (block: Block): string => `${block.type}: ${blockText(block)}`
const lines = (given: Partial<Clipboard>): string[] | undefined => read(given).page?.blocks.map(line)

describe('Markdown', () => {
  it('is detected only by unambiguous marks', () => {
    expect(lines({ text: '## عنوان\nنص' })).toEqual(['subhead: عنوان', 'paragraph: نص'])
    expect(lines({ text: '- أول\n- ثانٍ' })).toEqual(['list: أول\nثانٍ'])
    expect(lines({ text: 'انظر [هنا](https://example.org)' })).toEqual(['paragraph: انظر هنا'])
    expect(lines({ text: '- قال: نعم' })).toBeUndefined()
    expect(lines({ text: '#بغداد والنجف' })).toBeUndefined()
  })

  it('is pasted as plain text where it nests deeper than any text does', () => {
    expect(lines({ text: `${'> '.repeat(90)}عمق` })).toEqual(['quote: عمق'])
    expect(read({ text: `${'> '.repeat(500)}عمق` })).toEqual({ page: null, isTooLarge: true })
  })

  it('is read without the HTML in it', () => {
    expect(lines({ text: '## عنوان\n\n**مهم** <script>x()</script>' })).toEqual([
      'subhead: عنوان',
      'paragraph: مهم x()',
    ])
  })
})

describe('a page from the clipboard', () => {
  it('brings no word that is struck out', () => {
    const html =
      '<p>قال <span style="text-decoration:line-through">إن المشروع توقف</span> <s>ملغى</s> <del>محذوف</del> إن المشروع تقدم</p>'
    expect(lines({ html })).toEqual(['paragraph: قال إن المشروع تقدم'])
    expect(read({ html }).page?.struck).toEqual(['إن المشروع توقف ملغى محذوف'])
  })

  it.each([
    [
      'Word',
      '<p>قال <s><span lang=AR-SA>أولى</span></s> وزار <del cite="mailto:a" datetime="2026-01-01">ثانية</del></p>',
    ],
    [
      'Google Docs',
      '<p><span style="text-decoration:none">قال </span><span style="font-weight:400;text-decoration:line-through">أولى</span><span> وزار </span><span style="text-decoration:underline line-through">ثانية</span></p>',
    ],
    ['a page', '<p>قال <strike>أو<b>لى</b></strike> وزار <i style="text-decoration-line: line-through">ثانية</i></p>'],
  ])('of %s has its struck words beside it', (_program, html) => {
    expect(lines({ html })).toEqual(['paragraph: قال وزار'])
    expect(read({ html }).page?.struck).toEqual(['أولى', 'ثانية'])
  })

  it('that is struck out as a whole is not pasted as plain text', () => {
    const html = '<ul><li style="text-decoration:line-through">بند</li><li><s>آخر</s></li></ul>'
    const { page } = read({ html, text: 'بند\nآخر' })
    expect([page?.blocks, page?.struck]).toEqual([[], ['بند', 'آخر']])
  })

  it('has no struck word beside it that was hidden', () => {
    const html = '<p>نص<del hidden>أ</del></p><div style="display:none"><s>ب</s></div>'
    expect(read({ html }).page?.struck).toEqual([])
  })

  it('has its empty lines as the ends of paragraphs, and none at the edge of a line', () => {
    const html = '<div>أول<br>ثانٍ<br> <br>ثالث<br></div><ul><li>بند<br><br>آخر</li></ul>'
    expect(lines({ html })).toEqual(['paragraph: أول\nثانٍ', 'paragraph: ثالث', 'list: بند\nآخر'])
  })

  it('of Word has its notes beside it, each by itself', () => {
    const note = (words: string) => `<div style="mso-element:footnote"><p><a href="#_ftnref1">[1]</a>${words}</p></div>`
    const html = `<p>نص</p><div style="mso-element:footnote-list"><hr>${note('أولى')}${note('ثانية')}</div>`
    expect(lines({ html })).toEqual(['paragraph: نص'])
    expect(read({ html }).page?.notes).toEqual(['أولى', 'ثانية'])
  })

  it('brings pictures whose bytes it has, and the captions alone of others', () => {
    const figure = (src: string) => `<figure><img src="${src}" alt="وزيران"><figcaption>في لندن</figcaption></figure>`
    const html = figure('data:image/png;base64,iVBO') + figure('https://example.org/a.png')
    expect(lines({ html })).toEqual(['figure: في لندن', 'paragraph: في لندن'])
    expect([...(read({ html }).page?.pictures.values() ?? [])]).toEqual(['iVBO'])
  })
})
