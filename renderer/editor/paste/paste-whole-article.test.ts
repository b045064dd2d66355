import { Editor, Node } from 'slate'
import { describe, expect, it } from 'vitest'
import { figure, head, list, paragraph, subhead, table } from '#core/article/factories.ts'
import { writeFragment } from '#core/import/clipboard/fragment.ts'
import { act } from '#tests/support/act.ts'
import { counter } from '#tests/support/articles.ts'
import { openOn as open, pasted, pasteInto, place } from '#tests/support/paste-into.ts'
import { createArticleEditor, documentOf, loadDocument } from '../create-editor.ts'
import { copiedBlocks } from './copied-blocks.ts'

const id = counter('b')

const ARTICLE = [
  'ملف المياه',
  'العراق يعلن خطة لإنقاذ نهر دجلة من الجفاف',
  'خطة تمتد خمس سنوات وتشمل سدودًا صغيرة ومحطات تحلية',
  'كتب: أحمد الساعدي',
  'بغداد (رويترز) - أعلنت وزارة الموارد المائية اليوم الأحد خطة وطنية لإنقاذ نهر دجلة.',
  'وقال الوزير إن الخطة تمتد خمس سنوات وتشمل بناء سدود صغيرة.',
]

describe('a whole article pasted into an empty one', () => {
  const empty = (): Editor => {
    const editor = open('', paragraph(id))
    editor.select(place([0, 0], 0))
    return editor
  }
  const PLACED = [
    'kicker: ملف المياه',
    'headline: العراق يعلن خطة لإنقاذ نهر دجلة من الجفاف',
    'deck: خطة تمتد خمس سنوات وتشمل سدودًا صغيرة ومحطات تحلية',
    'byline: أحمد الساعدي',
    'dateline: بغداد (رويترز)',
    'paragraph: أعلنت وزارة الموارد المائية اليوم الأحد خطة وطنية لإنقاذ نهر دجلة.',
    'paragraph: وقال الوزير إن الخطة تمتد خمس سنوات وتشمل بناء سدود صغيرة.',
  ]

  it('as plain text', () => {
    const editor = empty()
    expect(pasted(editor, { text: ARTICLE.join('\n\n') })).toEqual(PLACED)
    expect(editor.selection?.focus).toEqual(Editor.end(editor, []))
  })

  it('as a page, with its marks, links, lists and subheads', () => {
    const [kicker, headline, deck, byline, lead, more] = ARTICLE
    const html = `<p>${kicker}</p><h1><b>${headline}</b></h1><p>${deck}</p><p>${byline}</p>
      <p>بغداد (<a href="https://example.org/r">رويترز</a>) - ${lead?.slice(17)}</p>
      <h2>التفاصيل</h2><ul><li>أول</li><li>ثانٍ</li></ul><p>${more}</p>`
    expect(pasted(empty(), { html, text: 'x' })).toEqual([
      ...PLACED.slice(0, 4),
      'dateline: بغداد ([رويترز](https://example.org/r))',
      PLACED[5],
      'subhead: التفاصيل',
      'list list-item: أول',
      'list list-item: ثانٍ',
      PLACED[6],
    ])
  })

  it('as a page whose headline is its h1, whatever stands before it, also from the body', () => {
    const editor = empty()
    editor.select(place([1, 0], 0))
    const html = '<p>الرئيسة</p><p>اقتصاد</p><h1>نعم</h1><p>الفقرة الأولى من الخبر.</p>'
    expect(pasted(editor, { html })).toEqual([
      'headline: نعم',
      'paragraph: الرئيسة',
      'paragraph: اقتصاد',
      'paragraph: الفقرة الأولى من الخبر.',
    ])
  })

  it('as it was cut out of Midad, with every field of the head', () => {
    const blocks = [head('kicker', id, 'ملف'), head('headline', id, 'عنوان'), head('byline', id, 'سعاد')]
    const fragment = writeFragment([...blocks, subhead(id, 'محور', 3), paragraph(id, 'نص')])
    const editor = open('', paragraph(id))
    expect(pasted(editor, { fragment, text: 'x' })).toEqual([
      'kicker: ملف',
      'headline: عنوان',
      'byline: سعاد',
      'subhead: محور',
      'paragraph: نص',
    ])
  })

  it('keeps every one of several headlines', () => {
    const lines = [
      'وزير الموارد المائية يصل إلى البصرة لافتتاح الجسر الجديد',
      'مجلس النواب يقر الموازنة العامة بعد ثلاثة أشهر من الجدل',
      'انقطاع التيار الكهربائي عن خمس محافظات جنوبية منذ الصباح',
      'المنتخب الوطني يتأهل إلى نهائي البطولة بعد فوزه على ضيفه',
    ]
    expect(pasted(empty(), { text: lines.join('\n') })).toEqual([
      `headline: ${lines[0]}`,
      ...lines.slice(1).map((line) => `paragraph: ${line}`),
    ])
  })

  it('goes to the body when it is all text', () => {
    const [, , , , , more = ''] = ARTICLE
    expect(pasted(empty(), { text: `${more}\n${more}` })).toEqual([
      'headline: ',
      `paragraph: ${more}`,
      `paragraph: ${more}`,
    ])
  })
})

describe('all that is cut and pasted back', () => {
  it('is the article that it was, with the fields of its head and its last picture', () => {
    const document = [
      head('kicker', id, 'ملف'),
      head('headline', id, 'عنوان'),
      head('byline', id, 'سعاد'),
      paragraph(id, 'نص'),
      list(id, true, ['أول', 'ثانٍ']),
      table(id, [['س', 'ص']]),
      figure(id, { caption: 'في لندن', credit: 'وكالة', alt: 'وزيران' }),
    ]
    const editor = createArticleEditor(counter('e'))
    loadDocument(editor, document)
    editor.select(Editor.range(editor, []))
    const fragment = writeFragment(copiedBlocks(editor)?.blocks ?? [])
    editor.deleteFragment()
    expect(Node.string(editor)).toBe('')
    act(editor, () => pasteInto(editor, { fragment, text: 'x' }))
    expect(documentOf(editor)).toEqual(document)
  })
})
