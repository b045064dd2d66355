import { describe, expect, it } from 'vitest'
import type { Article } from '../../article/article.ts'
import { articleText, blockText } from '../../article/plain-text.ts'
import { counter } from '#tests/support/articles.ts'
import { importDocx } from './docx.ts'

const NAMESPACES = [
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"',
  'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"',
  'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"',
  'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"',
  'xmlns:v="urn:schemas-microsoft-com:vml"',
  'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"',
].join(' ')

const run = (text: string, properties = ''): string => `<w:r><w:rPr>${properties}</w:rPr><w:t>${text}</w:t></w:r>`
const line = (content: string): string => `<w:p>${content}</w:p>`
const cell = (text: string, properties = ''): string => `<w:tc><w:tcPr>${properties}</w:tcPr>${line(run(text))}</w:tc>`
const control = (content: string): string => `<w:sdt><w:sdtPr/><w:sdtContent>${content}</w:sdtContent></w:sdt>`
const box = (text: string): string =>
  `<wps:wsp><wps:txbx><w:txbxContent>${line(run(text))}</w:txbxContent></wps:txbx></wps:wsp>`

/** A document with a title, a body of one's own and whatever other parts. */
function imported(body: string, parts: Readonly<Record<string, string>> = {}) {
  const document = `<w:document ${NAMESPACES}><w:body>${line(run('العنوان هنا'))}${line(run('الفقرة الأولى.'))}${body}</w:body></w:document>`
  const all = new Map([
    ['word/document.xml', document],
    ...Object.entries(parts).map(([path, xml]): [string, string] => [path, xml.replace('>', ` ${NAMESPACES}>`)]),
  ])
  const { article, losses, proposals, threads } = importDocx(all, { id: 'a', newId: counter('d') })
  const wordsOf = (each: Article): string => articleText(each).replaceAll(/\s+/gu, ' ')
  const proposed = proposals.map(({ head }) => wordsOf(head))
  return { article, text: wordsOf(article), losses, proposed, makers: proposals.map(({ by }) => by), threads }
}

const HEAD = 'العنوان هنا الفقرة الأولى.'

describe('a Word document loses no word unsaid:', () => {
  it('keeps the cells of a table in their columns beside merged ones', () => {
    const { article, losses } = imported(
      `<w:tbl><w:tr>${cell('المقاعد', '<w:gridSpan w:val="2"/>')}${cell('عام', '<w:gridSpan w:val="x"/>')}</w:tr><w:tr>${cell('أ')}${cell('ب')}${cell('ج')}</w:tr></w:tbl>`,
    )
    const table = article.document.at(-1)
    if (table?.type !== 'table') throw new Error('no table')
    expect(table.children.map((row) => row.children.map(blockText))).toEqual([
      ['المقاعد', '', 'عام'],
      ['أ', 'ب', 'ج'],
    ])
    expect(losses).toEqual([{ code: 'merged-cells', count: 1, examples: ['المقاعد'] }])
  })

  it('rows and cells within content controls are in the table', () => {
    const rows = [`<w:tr>${cell('أ')}${control(cell('ب'))}</w:tr>`, control(`<w:tr>${cell('ج')}${cell('د')}</w:tr>`)]
    const { text, losses } = imported(`<w:tbl>${rows.join('')}</w:tbl>`)
    expect({ text, losses }).toEqual({ text: `${HEAD} أ ب ج د`, losses: [] })
  })

  it('a row that was deleted is in the text before, and not in the text that is proposed', () => {
    const { text, losses, proposed } = imported(
      `<w:tbl><w:tr>${cell('أ')}${cell('ب')}</w:tr><w:tr><w:trPr><w:del/></w:trPr>${cell('محذوف')}${cell('صف')}</w:tr></w:tbl>`,
    )
    expect(text).toBe(`${HEAD} أ ب محذوف صف`)
    expect(proposed).toEqual([`${HEAD} أ ب`])
    expect(losses).toEqual([])
  })

  it('every box of a group of drawings is read, once', () => {
    const group = `<w:drawing><wpg:wgp>${box('الصندوق الأول')}${box('الصندوق الثاني')}</wpg:wgp></w:drawing>`
    const older = `<w:pict><v:textbox><w:txbxContent>${line(run('الصندوق الأول'))}</w:txbxContent></v:textbox></w:pict>`
    const { text, losses } = imported(
      line(
        `<w:r><mc:AlternateContent><mc:Choice Requires="wpg">${group}</mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent></w:r>`,
      ),
    )
    expect({ text, losses }).toEqual({ text: `${HEAD} الصندوق الأول الصندوق الثاني`, losses: [] })
  })

  it('words that only older programs get are read, and those of a drawing are reported', () => {
    const older = `<w:pict><v:textbox><w:txbxContent>${line(run('كلام قديم'))}</w:txbxContent></v:textbox></w:pict>`
    const art = '<w:pict><v:shape><v:textpath string="كلام مرسوم"/></v:shape></w:pict>'
    const { text, losses } = imported(
      line(
        `<w:r><mc:AlternateContent><mc:Choice Requires="x"><w:drawing/></mc:Choice><mc:Fallback>${older}</mc:Fallback></mc:AlternateContent></w:r><w:r>${art}</w:r>`,
      ),
    )
    expect(text).toBe(`${HEAD} كلام قديم`)
    expect(losses).toEqual([{ code: 'drawing', count: 1, examples: ['كلام مرسوم'] }])
  })

  it('the base of ruby stays, its reading is reported', () => {
    const { text, losses } = imported(
      line(`<w:r><w:ruby><w:rt>${run('قراءة')}</w:rt><w:rubyBase>${run('أصل')}</w:rubyBase></w:ruby></w:r>`),
    )
    expect(text).toBe(`${HEAD} أصل`)
    expect(losses).toEqual([{ code: 'notes', count: 1, examples: ['قراءة'] }])
  })

  it('paragraphs within tracked changes are in one text or the other', () => {
    const gone = line('<w:r><w:delText>فقرة محذوفة</w:delText></w:r>')
    const { text, losses, proposed } = imported(
      `<w:del>${gone}</w:del><w:moveFrom>${line(run('من هنا'))}</w:moveFrom><w:ins>${line(run('فقرة جديدة'))}</w:ins><w:moveTo>${line(run('إلى هنا'))}</w:moveTo>`,
    )
    expect(text).toBe(`${HEAD} فقرة محذوفة من هنا`)
    expect(proposed).toEqual([`${HEAD} فقرة جديدة إلى هنا`])
    expect(losses).toEqual([])
  })

  it('words that one person inserted and another deleted are in no text, and reported', () => {
    const inner = `<w:del w:author="ب"><w:r><w:delText>ذهب </w:delText></w:r></w:del>`
    const { text, losses, proposed } = imported(
      line(`${run('قبل ')}<w:ins w:author="أ">${run('جديد ')}${inner}</w:ins>${run('بعد')}`),
    )
    expect(text).toBe(`${HEAD} قبل بعد`)
    expect(proposed).toEqual([`${HEAD} قبل جديد بعد`])
    expect(losses).toEqual([{ code: 'tracked-changes', count: 1, examples: ['ذهب'] }])
  })

  it.each([
    ['a deletion around an insertion', line(`<w:del w:author="ب"><w:ins w:author="أ">${run('ذهب')}</w:ins></w:del>`)],
    ['a move away around an insertion', `<w:moveFrom>${line(`<w:ins>${run('ذهب')}</w:ins>`)}</w:moveFrom>`],
    [
      'a deleted row with inserted words',
      `<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>${line(`<w:ins>${run('ذهب')}</w:ins>`)}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'an inserted row with deleted words',
      `<w:tbl><w:tr><w:trPr><w:ins/></w:trPr><w:tc>${line(`<w:del>${run('ذهب')}</w:del>`)}</w:tc></w:tr></w:tbl>`,
    ],
    [
      'an insertion around a deleted row',
      `<w:ins><w:tbl><w:tr><w:trPr><w:del/></w:trPr>${cell('ذهب')}</w:tr></w:tbl></w:ins>`,
    ],
  ])('the words of %s are in no text, and reported once', (_name, body) => {
    const { text, losses } = imported(body)
    expect(text).toBe(HEAD)
    expect(losses).toEqual([{ code: 'tracked-changes', count: 1, examples: ['ذهب'] }])
  })

  it('hidden words are reported, by the run and by the style', () => {
    const styles = `<w:styles><w:style w:type="paragraph" w:styleId="H"><w:name w:val="ملاحظة"/><w:rPr><w:vanish/></w:rPr></w:style></w:styles>`
    const { text, losses } = imported(
      `${line(run('ظاهر ') + run('مخفي', '<w:vanish/>'))}<w:p><w:pPr><w:pStyle w:val="H"/></w:pPr>${run('مخفي بنمطه')}${run('ظاهر رغمه', '<w:vanish w:val="0"/>')}</w:p>`,
      { 'word/styles.xml': styles },
    )
    expect(text).toBe(`${HEAD} ظاهر ظاهر رغمه`)
    expect(losses).toEqual([{ code: 'hidden-text', count: 2, examples: ['مخفي', 'مخفي بنمطه'] }])
  })

  it('words that Word writes with a number are reported', () => {
    const level = (format: string, text: string): string =>
      `<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>`
    const item = `<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>${run('نصها')}</w:p>`
    const lossesOf = (format: string, text: string) =>
      imported(item, { 'word/numbering.xml': `<w:numbering>${level(format, text)}</w:numbering>` }).losses
    expect(lossesOf('decimal', 'المادة %1.')).toEqual([{ code: 'other-text', count: 1, examples: ['المادة .'] }])
    expect(lossesOf('decimal', '%1.')).toEqual([])
    expect(lossesOf('bullet', 'o')).toEqual([])
  })

  it('what a field shows stays; what it is reported is no text', () => {
    const field = (kind: string): string => `<w:r><w:fldChar w:fldCharType="${kind}"/></w:r>`
    const instruction = '<w:r><w:instrText> DATE \\@ "d" </w:instrText></w:r>'
    const { text, losses } = imported(
      line(
        `${field('begin')}${instruction}${field('separate')}${run('٢٤ تشرين الثاني')}${field('end')}${run(' بعده')}`,
      ),
    )
    expect({ text, losses }).toEqual({ text: `${HEAD} ٢٤ تشرين الثاني بعده`, losses: [] })
  })

  it('a document with more people than any has is read in bounded time, those after them as one', () => {
    const change = (index: number): string =>
      line(`<w:ins w:author="شخص ${index}">${run(`كلمة${index} `)}</w:ins>${run('بقي')}`)
    const many = Array.from({ length: 60 }, (_each, index) => change(index)).join('')
    const { makers } = imported(many)
    expect(makers).toHaveLength(51)
    expect(makers.slice(-2)).toEqual(['شخص 49', ''])
  })

  it('comments without ids of their paragraphs are threads of their own, unless they are on the same words', () => {
    const comment = (id: number, text: string): string =>
      `<w:comment w:id="${id}" w:author="أ" w:date="0-00-00T00:00:00Z">${line(run(text))}</w:comment>`
    const on = (id: number, content: string): string =>
      `<w:commentRangeStart w:id="${id}"/>${content}<w:commentRangeEnd w:id="${id}"/>`
    const { threads } = imported(line(on(0, run('كلمة')) + run(' ثم ') + on(1, on(2, run('أخرى')))), {
      'word/comments.xml': `<w:comments>${comment(0, 'واحد')}${comment(1, 'اثنان')}${comment(2, 'جواب')}</w:comments>`,
    })
    expect(threads.map(({ anchor, messages }) => [anchor, messages.map(({ at, text }) => [at, text])])).toEqual([
      [expect.objectContaining({ quote: 'كلمة', before: '', after: ' ثم أخرى' }), [[null, 'واحد']]],
      [
        expect.objectContaining({ quote: 'أخرى' }),
        [
          [null, 'اثنان'],
          [null, 'جواب'],
        ],
      ],
    ])
  })

  it('notes, headers, footers, charts and unknown elements are reported', () => {
    const words = (text: string): string => line(run(text))
    const { text, losses, threads } = imported(line(`${run('نص')}<w:novelty><w:t>بدعة</w:t></w:novelty>`), {
      'word/comments.xml': `<w:comments><w:comment w:id="0">${words('من قال هذا؟')}</w:comment></w:comments>`,
      'word/footnotes.xml': `<w:footnotes><w:footnote w:id="1">${words('حاشية')}</w:footnote></w:footnotes>`,
      'word/endnotes.xml': `<w:endnotes><w:endnote w:id="1">${words('خاتمة')}</w:endnote></w:endnotes>`,
      'word/header1.xml': `<w:hdr>${words('رأس الصفحة')}</w:hdr>`,
      'word/header2.xml': `<w:hdr>${words('رأس الصفحة')}</w:hdr>`,
      'word/footer1.xml': `<w:ftr>${words('ذيل الصفحة')}</w:ftr>`,
      'word/footer2.xml': `<w:ftr>${words('1 / 6')}</w:ftr>`,
      'word/charts/chart1.xml': '<a:chart><a:t>عنوان الرسم</a:t></a:chart>',
    })
    expect(text).toBe(`${HEAD} نص`)
    expect(losses).toEqual([
      { code: 'drawing', count: 1, examples: ['عنوان الرسم'] },
      { code: 'page-furniture', count: 2, examples: ['رأس الصفحة', 'ذيل الصفحة'] },
      { code: 'notes', count: 2, examples: ['حاشية', 'خاتمة'] },
      { code: 'unknown-content', count: 1, examples: ['بدعة'] },
    ])
    const message = { by: '', at: null, text: 'من قال هذا؟' }
    expect(threads).toEqual([{ anchor: { on: 'article' }, proposal: null, isResolved: false, messages: [message] }])
  })
})
