import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Editor, Node } from 'slate'
import { describe, expect, it } from 'vitest'
import { figure, list, paragraph, quote, related, table, factbox } from '#core/article/factories.ts'
import { writeFragment } from '#core/import/clipboard/fragment.ts'
import { counter } from '#tests/support/articles.ts'
import { openOn as open, pasted, place } from '#tests/support/paste-into.ts'
import { documentOf } from '../create-editor.ts'

const id = counter('b')

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '../../../tests/fixtures/clipboard', `${name}.html`), 'utf8')

const caretAfter = (editor: Editor): string =>
  editor.selection === null
    ? ''
    : Editor.string(editor, { anchor: Editor.start(editor, [0]), focus: editor.selection.focus })

describe('blocks pasted into a written article', () => {
  it('over several paragraphs keep structure, marks, links and lists', () => {
    const editor = open('عنوان', paragraph(id, 'أول'), paragraph(id, 'ثان'), paragraph(id, 'بعد'))
    editor.select({ anchor: place([1, 0], 0), focus: place([2, 0], 3) })
    const html =
      '<h2>عنوان فرعي</h2><p>نص <b>عريض</b> مع <a href="https://example.org/x">رابط</a></p><ul><li>أول</li><li>ثان</li></ul>'
    expect(pasted(editor, { html })).toEqual([
      'headline: عنوان',
      'subhead: عنوان فرعي',
      'paragraph: نص *عريض* مع [رابط](https://example.org/x)',
      'list list-item: أول',
      'list list-item: ثان',
      'paragraph: بعد',
    ])
    expect(editor.selection?.focus).toEqual(place([3, 1, 0], 3))
  })

  it('into the headline give it the first line, and begin the body with the rest', () => {
    const editor = open('قديم: ', paragraph(id, 'متن'))
    editor.select(place([0, 0], 6))
    const html = '<h1>عنوان الخبر</h1><p>الفقرة الأولى من الخبر.</p><p>الفقرة الثانية.</p>'
    expect(pasted(editor, { html })).toEqual([
      'headline: قديم: عنوان الخبر',
      'paragraph: الفقرة الأولى من الخبر.',
      'paragraph: الفقرة الثانية.',
      'paragraph: متن',
    ])
    expect(editor.selection?.focus).toEqual(place([2, 0], 15))
  })

  it('into a list become items, and a subhead divides it', () => {
    const editor = open('عنوان', list(id, false, ['أول', 'آخر']))
    editor.select(place([1, 0, 0], 3))
    const html = '<p>نص <a href="https://example.org/x">رابط</a></p><ul><li>بند</li></ul>'
    expect(pasted(editor, { html })).toEqual([
      'headline: عنوان',
      'list list-item: أول',
      'list list-item: نص [رابط](https://example.org/x)',
      'list list-item: بند',
      'list list-item: آخر',
    ])
    const divided = open('عنوان', list(id, false, ['أول', 'آخر']))
    divided.select(place([1, 0, 0], 1))
    expect(pasted(divided, { html: '<h2>محور</h2><p>نص</p>' })).toEqual([
      'headline: عنوان',
      'list list-item: أ',
      'subhead: محور',
      'paragraph: نص',
      'list list-item: ول',
      'list list-item: آخر',
    ])
  })

  it('into an only, empty item take its place', () => {
    const editor = open('عنوان', list(id, false, ['']))
    expect(pasted(editor, { html: '<h2>محور</h2><p>نص</p>' })).toEqual([
      'headline: عنوان',
      'subhead: محور',
      'paragraph: نص',
    ])
  })

  it('into a quote and a factbox are their paragraphs; what has no place there goes after them', () => {
    const editor = open('عنوان', quote(id, 'قول', 'سعاد'))
    editor.select(place([1, 0, 0], 3))
    expect(pasted(editor, { html: '<p>أول <b>مهم</b></p><p>ثانٍ</p>' })).toEqual([
      'headline: عنوان',
      'quote paragraph: قول',
      'quote paragraph: أول *مهم*',
      'quote paragraph: ثانٍ',
      'quote attribution: سعاد',
    ])
    const box = open('عنوان', factbox(id, 'إطار', ['سطر']))
    box.select(place([1, 0, 0], 4))
    expect(pasted(box, { html: '<p>: مياه</p><ul><li>بند</li></ul>' })).toEqual([
      'headline: عنوان',
      'factbox factbox-title: إطار: مياه',
      'factbox list list-item: بند',
      'factbox paragraph: سطر',
    ])
    const other = open('عنوان', quote(id, 'قول', 'سعاد'))
    expect(pasted(other, { html: '<p>أول</p><hr><p>ثانٍ</p>' })).toEqual([
      'headline: عنوان',
      'quote paragraph: قول',
      'quote attribution: سعاد',
      'paragraph: أول',
      'separator',
      'paragraph: ثانٍ',
    ])
  })

  it('into a caption are joined, with their links', () => {
    const editor = open('عنوان', figure(id, { caption: 'قبل ', credit: 'وكالة' }))
    editor.select(place([1, 0, 0], 4))
    expect(pasted(editor, { html: '<p>أول <a href="https://example.org/x">رابط</a></p><p>ثانٍ</p>' })).toEqual([
      'headline: عنوان',
      'figure caption: قبل أول [رابط](https://example.org/x) ثانٍ',
      'figure credit: وكالة',
    ])
  })

  it('into related links become links, with the addresses that they have', () => {
    const editor = open('عنوان', related(id, [{ title: '', url: '' }]))
    const html = '<ul><li><a href="https://example.org/1">مادة</a></li><li>https://example.org/2</li></ul>'
    pasted(editor, { html })
    expect(documentOf(editor)[1]).toMatchObject({
      children: [
        { url: 'https://example.org/1', children: [{ text: 'مادة' }] },
        { url: 'https://example.org/2', children: [{ text: '' }] },
      ],
    })
  })

  it('as one subhead take the place of an empty paragraph, and elsewhere are only words', () => {
    const html = '<h2>محور</h2>'
    expect(pasted(open('عنوان', paragraph(id)), { html })).toEqual(['headline: عنوان', 'subhead: محور'])
    expect(pasted(open('عنوان', paragraph(id, ' آخر')), { html })).toEqual(['headline: عنوان', 'paragraph: محور آخر'])
  })

  it('as one English line into an empty paragraph bring their direction', () => {
    const editor = open('عنوان', paragraph(id))
    pasted(editor, { html: '<p>The minister said so.</p>' })
    expect(documentOf(editor)[1]).toMatchObject({ type: 'paragraph', dir: 'ltr' })
  })
})

describe('cells pasted into a table', () => {
  const GRID = [
    ['البلد', 'العدد'],
    ['العراق', '3'],
  ]
  const rows = (editor: Editor): string[][] => {
    const block = documentOf(editor)[1]
    return block?.type === 'table' ? block.children.map((row) => row.children.map((cell) => Node.string(cell))) : []
  }

  it.each(['excel-cells', 'word-cells', 'libreoffice-cells', 'google-cells'])(
    'of %s fill it and let it grow',
    (name) => {
      const editor = open('عنوان', table(id, GRID))
      editor.select(place([1, 1, 0, 0], 2))
      pasted(editor, { html: fixture(name), text: 'مصر\t120\t1/8\nتونس\t80\t15/8\n' })
      expect(rows(editor)).toEqual([
        ['البلد', 'العدد', ''],
        ['مصر', '120', '1/8'],
        ['تونس', '80', '15/8'],
      ])
      expect(editor.selection?.focus).toEqual(place([1, 2, 2, 0], 4))
    },
  )

  it('as plain text, with quoted cells, fill it too', () => {
    const editor = open('عنوان', table(id, GRID))
    editor.select(place([1, 0, 1, 0], 0))
    pasted(editor, { text: 'أ\t"ب\nج ""د"""\n\tهـ\n' })
    expect(rows(editor)).toEqual([
      ['البلد', 'أ', 'ب\nج "د"'],
      ['العراق', '', 'هـ'],
    ])
  })

  it('of one column or one row stay cells', () => {
    const column = open('عنوان', table(id, GRID))
    column.select(place([1, 0, 1, 0], 0))
    pasted(column, { html: '<table><tr><td>1</td></tr><tr><td>2</td></tr><tr><td>3</td></tr></table>' })
    expect(rows(column)).toEqual([
      ['البلد', '1'],
      ['العراق', '2'],
      ['', '3'],
    ])
    const row = open('عنوان', table(id, GRID))
    pasted(row, { html: '<table><tr><td>س</td><td>ص</td></tr></table>' })
    expect(rows(row)).toEqual([
      ['س', 'ص'],
      ['العراق', '3'],
    ])
  })

  it('that are merged fill it in their own columns', () => {
    const editor = open('عنوان', table(id, GRID))
    editor.select(place([1, 0, 0, 0], 0))
    const html =
      '<table><tr><td colspan="2">المقاعد</td><td>عام</td></tr><tr><td rowspan="2">بغداد</td><td>69</td><td>2021</td></tr><tr><td>71</td><td>2025</td></tr></table>'
    pasted(editor, { html })
    expect(rows(editor)).toEqual([
      ['المقاعد', '', 'عام'],
      ['بغداد', '69', '2021'],
      ['', '71', '2025'],
    ])
  })

  it('of Midad, over selected cells, begin at the first; one cell fills them all', () => {
    const editor = open('عنوان', table(id, GRID))
    editor.select({ anchor: place([1, 1, 1, 0], 1), focus: place([1, 0, 1, 0], 0) })
    pasted(editor, { fragment: writeFragment([table(id, [['س']])]), text: 'س' })
    expect(rows(editor)).toEqual([
      ['البلد', 'س'],
      ['العراق', 'س'],
    ])
  })

  it('lines that are no cells stay in the cell', () => {
    const editor = open('عنوان', table(id, GRID))
    editor.select(place([1, 1, 1, 0], 1))
    pasted(editor, { html: '<p>أول</p><p>ثانٍ</p>' })
    expect(rows(editor)).toEqual([
      ['البلد', 'العدد'],
      ['العراق', '3أول\nثانٍ'],
    ])
  })
})

describe('a pasted address', () => {
  it('links the selected words', () => {
    const editor = open('عنوان', paragraph(id, 'وفق البيان الرسمي'))
    editor.select({ anchor: place([1, 0], 17), focus: place([1, 0], 4) })
    expect(pasted(editor, { text: ' https://example.org/a?b=1 ' })).toEqual([
      'headline: عنوان',
      'paragraph: وفق [البيان الرسمي](https://example.org/a?b=1)',
    ])
    expect(caretAfter(editor)).toBe('عنوانوفق البيان الرسمي')
  })

  it('links them also when the clipboard has it as a page, or as words of Midad', () => {
    const words = () => {
      const editor = open('عنوان', paragraph(id, 'البيان'))
      editor.select({ anchor: place([1, 0], 0), focus: place([1, 0], 6) })
      return editor
    }
    const html = '<a href="https://example.org/">https://example.org/</a>'
    const linked = ['headline: عنوان', 'paragraph: [البيان](https://example.org/)']
    expect(pasted(words(), { html, text: 'https://example.org/' })).toEqual(linked)
    expect(pasted(words(), { fragment: writeFragment([paragraph(id, 'https://example.org/')]) })).toEqual(linked)
  })

  it('replaces another address, and several lines, and is only text in the head', () => {
    const editor = open('عنوان', paragraph(id, 'https://example.org/1'), paragraph(id, 'ثانٍ'))
    editor.select({ anchor: place([1, 0], 0), focus: place([1, 0], 21) })
    expect(pasted(editor, { text: 'https://example.org/2' })[1]).toBe(
      'paragraph: [https://example.org/2](https://example.org/2)',
    )
    editor.select({ anchor: Editor.start(editor, [1]), focus: place([2, 0], 4) })
    expect(pasted(editor, { text: 'https://example.org/3' }).slice(1)).toEqual([
      'paragraph: [https://example.org/3](https://example.org/3)',
    ])
    editor.select({ anchor: place([0, 0], 0), focus: place([0, 0], 5) })
    expect(pasted(editor, { text: 'https://example.org/4' })[0]).toBe('headline: https://example.org/4')
  })

  it('at the caret is a link of its own', () => {
    const editor = open('عنوان', paragraph(id, 'انظر '))
    editor.select(place([1, 0], 5))
    expect(pasted(editor, { text: 'www.example.org' })[1]).toBe(
      'paragraph: انظر [www.example.org](https://www.example.org)',
    )
  })
})
