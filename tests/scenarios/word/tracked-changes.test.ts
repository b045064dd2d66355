import { describe, expect, it } from 'vitest'
import { compute } from '#core/changes/compute.ts'
import {
  added,
  cell,
  gone,
  HER,
  HIM,
  line,
  LISTED,
  mark,
  readTracked,
  record,
  removed,
  row,
  run,
  styled,
  table,
  TITLE,
  wordDocument,
  type Person,
} from '#tests/support/tracked-word.ts'

type Case = { body: string; base: string[]; head: string[]; people?: Person[] }

const MOVED = 'الفقرة المنقولة كلها إلى أسفل.'
const moved = (kind: 'moveFrom' | 'moveTo', text = MOVED): string =>
  `<w:${kind} ${record(HER)}>${run(text)}</w:${kind}>`
const place = (kind: 'moveFrom' | 'moveTo', edge: 'Start' | 'End'): string =>
  `<w:${kind}Range${edge} w:id="3" ${edge === 'Start' ? 'w:name="move1"' : ''}/>`
const MOVE = {
  base: [MOVED, 'ثانية.', 'ثالثة.', 'رابعة.'],
  head: ['ثانية.', 'ثالثة.', MOVED, 'رابعة.'],
}

const CASES: Record<string, Case> = {
  'the last paragraph is deleted by the mark before it': {
    body: line(run('أول فقرة.'), mark('del')) + line(removed('آخر فقرة.')),
    base: ['أول فقرة.', 'آخر فقرة.'],
    head: ['أول فقرة.'],
  },
  'the last two paragraphs are deleted': {
    body: line(run('أول فقرة.'), mark('del')) + line(removed('قبل الأخيرة.'), mark('del')) + line(removed('آخر فقرة.')),
    base: ['أول فقرة.', 'قبل الأخيرة.', 'آخر فقرة.'],
    head: ['أول فقرة.'],
  },
  'a last paragraph is inserted by the mark before it': {
    body: line(run('أول فقرة.'), mark('ins')) + line(added('فقرة جديدة.')),
    base: ['أول فقرة.'],
    head: ['أول فقرة.', 'فقرة جديدة.'],
  },
  'two people split one paragraph': {
    body: line(run('أول. '), mark('ins')) + line(run('ثان. '), mark('ins', HIM)) + line(run('ثالث.')),
    base: ['أول. ثان. ثالث.'],
    head: ['أول.', 'ثان.', 'ثالث.'],
    people: [HER, HIM],
  },
  'one person puts a paragraph in where another splits one': {
    body:
      line(run('أولى. '), mark('ins')) +
      line(added('مضافة.', HIM), mark('ins')) +
      line(removed('محذوف ') + run('ثانية.')) +
      line(run('ثالثة.')),
    base: ['أولى. محذوف ثانية.', 'ثالثة.'],
    head: ['أولى.', 'مضافة.', 'ثانية.', 'ثالثة.'],
    // The two new paragraphs are one proposal: taken apart, they would end in another order.
    people: [HER, HIM],
  },
  'items of a list are split and joined': {
    body:
      line(run('بند أول '), mark('ins'), LISTED) +
      line(run('نصفه الثاني'), '', LISTED) +
      line(run('بند ثالث'), mark('del'), LISTED) +
      line(run(' ملصق'), '', LISTED),
    base: ['list-item: بند أول نصفه الثاني', 'list-item: بند ثالث', 'list-item:  ملصق'],
    head: ['list-item: بند أول', 'list-item: نصفه الثاني', 'list-item: بند ثالث ملصق'],
  },
  'the lines of a cell are split and joined': {
    body: table(
      row([cell(line(run('أ'), mark('ins')) + line(run('ب'))), cell(line(run('ت'), mark('del')) + line(run('ث')))]),
      row([cell(line(run('ج'))), cell(line(run('ح')))]),
    ),
    base: ['table-cell: أب', 'table-cell: ت\nث', 'table-cell: ج', 'table-cell: ح'],
    head: ['table-cell: أ\nب', 'table-cell: تث', 'table-cell: ج', 'table-cell: ح'],
  },
  'a heading is split, and another joined with the text below it': {
    body:
      line(run('عنوان '), mark('ins'), styled('H2')) +
      line(run('فرعي'), '', styled('H2')) +
      line(run('عنوان ثان'), mark('del'), styled('H2')) +
      line(run(' ونصه.')),
    base: ['subhead: عنوان فرعي', 'subhead: عنوان ثان', ' ونصه.'],
    head: ['subhead: عنوان', 'subhead: فرعي', 'subhead: عنوان ثان ونصه.'],
  },
  'a deleted paragraph stands before a table': {
    body:
      line(run('باق.')) +
      line(removed('قبل الجدول.'), mark('del')) +
      table(row([cell(line(run('أ'))), cell(line(run('ب')))])),
    base: ['باق.', 'قبل الجدول.', 'table-cell: أ', 'table-cell: ب'],
    head: ['باق.', 'table-cell: أ', 'table-cell: ب'],
  },
  'one person takes a row out where another puts one in': {
    body: table(
      row([cell(line(run('أ'))), cell(line(run('ب')))]),
      row([cell(line(removed('ج'), mark('del'))), cell(line(removed('د'), mark('del')))], mark('del')),
      row(
        [cell(line(added('هـ', HIM), mark('ins', HIM))), cell(line(added('و', HIM), mark('ins', HIM)))],
        mark('ins', HIM),
      ),
    ),
    base: ['table-cell: أ', 'table-cell: ب', 'table-cell: ج', 'table-cell: د'],
    head: ['table-cell: أ', 'table-cell: ب', 'table-cell: هـ', 'table-cell: و'],
    // The rows cannot be taken one without the other: whoever wrote has them, and the other is named.
    people: [HIM],
  },
  'a column is deleted': {
    body: table(
      ...[
        ['أ', 'ب', 'ت'],
        ['ج', 'ح', 'خ'],
      ].map((letters) =>
        row(
          letters.map((letter, at) =>
            cell(line(at === 1 ? removed(letter) : run(letter)), at === 1 ? `<w:cellDel ${record(HER)}/>` : ''),
          ),
        ),
      ),
    ),
    base: ['أ', 'ب', 'ت', 'ج', 'ح', 'خ'].map((letter) => `table-cell: ${letter}`),
    head: ['أ', 'ت', 'ج', 'خ'].map((letter) => `table-cell: ${letter}`),
  },
  'a whole table is deleted': {
    body:
      line(run('قبل.')) +
      table(row([cell(line(removed('أ'), mark('del'))), cell(line(removed('ب'), mark('del')))], mark('del'))) +
      line(run('بعد.')),
    base: ['قبل.', 'table-cell: أ', 'table-cell: ب', 'بعد.'],
    head: ['قبل.', 'بعد.'],
  },
  'a paragraph moves, its places named between the paragraphs': {
    ...MOVE,
    body:
      place('moveFrom', 'Start') +
      line(moved('moveFrom'), mark('moveFrom')) +
      place('moveFrom', 'End') +
      line(run('ثانية.')) +
      line(run('ثالثة.')) +
      place('moveTo', 'Start') +
      line(moved('moveTo'), mark('moveTo')) +
      place('moveTo', 'End') +
      line(run('رابعة.')),
  },
  'a paragraph moves without a name': {
    ...MOVE,
    body:
      line(moved('moveFrom'), mark('moveFrom')) +
      line(run('ثانية.')) +
      line(run('ثالثة.')) +
      line(moved('moveTo'), mark('moveTo')) +
      line(run('رابعة.')),
  },
  'a part of a paragraph moves': {
    body:
      line(
        run('أول الجملة. ') +
          place('moveFrom', 'Start') +
          moved('moveFrom', 'جملة تنتقل. ') +
          place('moveFrom', 'End') +
          run('آخرها.'),
      ) + line(run('ثانية. ') + moved('moveTo', 'جملة تنتقل. ')),
    base: ['أول الجملة. جملة تنتقل. آخرها.', 'ثانية.'],
    head: ['أول الجملة. آخرها.', 'ثانية. جملة تنتقل.'],
  },
  'a content control wraps a paragraph whose mark is deleted, and words': {
    body:
      `<w:sdt><w:sdtContent>${line(run('أولى'), mark('del'))}</w:sdtContent></w:sdt>` +
      line(run(' ثانية ') + `<w:sdt><w:sdtContent>${added('مضاف')}</w:sdtContent></w:sdt>`),
    base: ['أولى', ' ثانية'],
    head: ['أولى ثانية مضاف'],
  },
  'the changed words stand in a text box that is written twice': {
    body: line(
      run('قبل ') +
        `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:txbx><w:txbxContent>${line(run('في الصندوق ') + added('جديد') + removed('قديم'))}</w:txbxContent></wps:txbx></w:drawing></mc:Choice>` +
        `<mc:Fallback><w:pict><w:txbxContent>${line(run('في الصندوق ') + added('جديد') + removed('قديم'))}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r>` +
        run('بعد'),
    ),
    base: ['قبل بعد', 'في الصندوق قديم'],
    head: ['قبل بعد', 'في الصندوق جديد'],
  },
  'a link is inserted and a field deleted': {
    body: line(
      run('قبل ') +
        `<w:del ${record(HER)}><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:delInstrText> HYPERLINK "https://b.example/" </w:delInstrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${gone('محذوف')}<w:r><w:fldChar w:fldCharType="end"/></w:r></w:del>` +
        `<w:hyperlink w:anchor="x">${added('رابط', HIM)}</w:hyperlink>` +
        run(' بعد'),
    ),
    base: ['قبل محذوف بعد'],
    head: ['قبل رابط بعد'],
    people: [HIM],
  },
  'what one person inserted another deleted': {
    body: line(
      run('قبل ') +
        `<w:ins ${record(HER)}>${run('جديد ')}<w:del ${record(HIM)}>${gone('ملغى ')}</w:del></w:ins>` +
        run('بعد'),
    ),
    base: ['قبل بعد'],
    head: ['قبل جديد بعد'],
  },
  'what one person split another joined again': {
    body: line(run('أول '), mark('ins') + mark('del', HIM)) + line(run('ثان.')),
    base: ['أول ثان.'],
    head: ['أول ثان.'],
    people: [],
  },
}

describe('a document with tracked changes is two texts:', () => {
  it.each(Object.entries(CASES))('%s', (_name, { body, base, head, people = [HER] }) => {
    const found = readTracked(wordDocument(TITLE + body))
    expect({ base: found.base, head: found.head, clashes: found.clashes }).toEqual({ base, head, clashes: 0 })
    expect(found.read.proposals.map(({ by }) => by)).toEqual(people)
  })

  it('in the namespaces of Strict Open XML too', () => {
    const { body, base, head } = CASES['the last two paragraphs are deleted'] as Case
    const parts = [...wordDocument(TITLE + body)].map(([path, xml]): [string, string] => [
      path,
      xml.replaceAll(
        'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
        'http://purl.oclc.org/ooxml/wordprocessingml/main',
      ),
    ])
    expect(readTracked(new Map(parts))).toMatchObject({ base, head })
  })
})

describe('words that no text has are named once:', () => {
  const undone = (text: string): string => `<w:ins ${record(HER)}><w:del ${record(HIM)}>${gone(text)}</w:del></w:ins>`
  const both = mark('ins') + mark('del', HIM)

  it('a row that one person inserted and another deleted', () => {
    const body = table(
      row([cell(line(run('أ'))), cell(line(run('ب')))]),
      row([cell(line(undone('ج'), both)), cell(line(undone('د'), both))], both),
    )
    const { base, head, read } = readTracked(wordDocument(TITLE + body))
    expect([base, head]).toEqual([
      ['table-cell: أ', 'table-cell: ب'],
      ['table-cell: أ', 'table-cell: ب'],
    ])
    expect(read.proposals).toEqual([])
    expect(read.losses).toEqual([{ code: 'tracked-changes', count: 1, examples: ['ج د'] }])
  })

  it('and not those that were moved and deleted where they went, which the text before has', () => {
    const body =
      line(moved('moveFrom', 'جملة تنتقل. ') + run('باق.')) +
      line(run('هنا ') + `<w:moveTo ${record(HER)}><w:del ${record(HIM)}>${gone('جملة تنتقل. ')}</w:del></w:moveTo>`)
    const { base, head, read } = readTracked(wordDocument(TITLE + body))
    expect([base, head]).toEqual([
      ['جملة تنتقل. باق.', 'هنا'],
      ['باق.', 'هنا'],
    ])
    expect(read.losses).toEqual([])
  })
})

describe('a tracked change', () => {
  const changesOf = (body: string, program?: string) => {
    const { read } = readTracked(wordDocument(TITLE + body, program === undefined ? {} : { program }))
    return read.proposals.map(({ by, at, others, head }) => ({ by, at, others, changes: compute(read.article, head) }))
  }

  it('keeps the moved paragraph when its words were edited where it went', () => {
    const body =
      line(place('moveFrom', 'Start') + moved('moveFrom') + place('moveFrom', 'End'), mark('moveFrom')) +
      line(run('ثانية.')) +
      line(run('ثالثة.')) +
      line(
        `${place('moveTo', 'Start')}${moved('moveTo', 'الفقرة المنقولة ')}${added('برمتها ')}${moved('moveTo', 'إلى أسفل.')}${place('moveTo', 'End')}`,
        mark('moveTo'),
      ) +
      line(run('رابعة.'))
    expect(changesOf(body).flatMap(({ changes }) => changes.map(({ kind }) => kind))).toEqual(['text', 'move'])
  })

  it('of the kind of a paragraph has its author, and an empty record is a plain paragraph', () => {
    const body = `<w:p><w:pPr>${styled('H2')}<w:bidi/><w:pPrChange ${record(HIM)}><w:pPr/></w:pPrChange></w:pPr>${run('صار عنوانا')}</w:p>`
    expect(changesOf(body)).toMatchObject([
      { by: HIM, at: '2026-03-02T10:40:00.000Z', changes: [{ field: 'type', value: 'subhead' }, { field: 'level' }] },
    ])
    // LibreOffice leaves out what the paragraph was: nothing is known of it.
    expect(changesOf(body, 'LibreOffice/7.4.7.2$Linux_X86_64')).toEqual([])
  })

  it('of marks takes an empty record for no marks', () => {
    const body = line(
      run('كلام ') +
        run('عريض', `<w:b/><w:rPrChange ${record(HER)}><w:rPr/></w:rPrChange>`) +
        run('مائل', `<w:i/><w:rPrChange ${record(HER)}/>`),
    )
    expect(changesOf(body)).toMatchObject([
      {
        by: HER,
        changes: [
          { name: 'mark:bold', value: true },
          { name: 'mark:italic', value: true },
        ],
      },
    ])
  })

  it('has no time where its date is none', () => {
    const body = line(
      run('أولى ') + `<w:ins w:id="0" w:author="${HER}" w:date="0-00-00T00:00:00Z">${run('مضاف')}</w:ins>`,
    )
    expect(changesOf(body)).toMatchObject([{ by: HER, at: null }])
  })

  it('names who else had a part in what cannot be taken apart', () => {
    const body = line(run('بلغت ') + removed('120') + added('134', HIM) + run(' راكبا.'))
    expect(changesOf(body)).toMatchObject([{ by: HIM, others: [HER] }])
  })

  it('in a note is reported as both of its texts, for an article has no notes', () => {
    const footnotes = `<w:footnote w:id="2">${line(run('حاشية ') + added('جديدة') + removed('قديمة'))}</w:footnote>`
    const { read } = readTracked(wordDocument(TITLE + line(run('نص')), { footnotes }))
    expect(read.losses).toEqual([{ code: 'notes', count: 2, examples: ['حاشية قديمة', 'حاشية جديدة'] }])
  })

  it('makes no change of a block that only has its place', () => {
    const picture =
      '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"/></w:drawing></w:r>'
    const body = line(picture) + line(run('شرح ') + removed('قديم') + added('جديد'), '', styled('C')) + line(run('نص'))
    expect(changesOf(body).flatMap(({ changes }) => changes.map(({ kind }) => kind))).toEqual(['text'])
  })
})
