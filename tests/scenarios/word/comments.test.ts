import { describe, expect, it } from 'vitest'
import {
  added,
  cell,
  HER,
  HIM,
  line,
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
  type Beside,
} from '#tests/support/tracked-word.ts'

const start = (id: number): string => `<w:commentRangeStart w:id="${id}"/>`
const reference = (id: number): string => `<w:r><w:commentReference w:id="${id}"/></w:r>`
const end = (id: number): string => `<w:commentRangeEnd w:id="${id}"/>${reference(id)}`
const around = (content: string, ...ids: readonly number[]): string =>
  ids.map(start).join('') + content + ids.map(end).join('')

const SENT = { [HER]: '2026-03-01T08:15:00Z', [HIM]: '2026-03-02T10:40:00Z' }
/** @param paragraph the id of its last paragraph, by which newer parts name it */
const comment = (id: number, by: typeof HER | typeof HIM, text: string, paragraph?: string): string =>
  `<w:comment w:id="${id}" w:author="${by}" w:date="${SENT[by]}"><w:p${paragraph === undefined ? '' : ` w14:paraId="${paragraph}"`}>${run(text)}</w:p></w:comment>`
const more = (paragraph: string, parent?: string, done = 0): string =>
  `<w15:commentEx w15:paraId="${paragraph}"${parent === undefined ? '' : ` w15:paraIdParent="${parent}"`} w15:done="${done}"/>`

/** @returns each thread as its quote, `resolved` and `proposed` where it is, and its messages. */
function threadsOf(body: string, beside: Beside): string[] {
  const { threads } = readTracked(wordDocument(TITLE + body, beside)).read
  return threads.map(({ anchor, proposal, isResolved, messages }) =>
    [
      anchor.on === 'words' ? `«${anchor.quote}»` : anchor.on,
      ...(proposal === null ? [] : ['proposed']),
      ...(isResolved ? ['resolved'] : []),
      ...messages.map(({ text }) => text),
    ].join(' | '),
  )
}

const ONE = { comments: comment(0, HER, 'لماذا؟') }

describe('the comments of a document are threads:', () => {
  it('a reply to a reply is a reply, and all are resolved together', () => {
    const comments = comment(0, HER, 'أول', '11') + comment(1, HIM, 'رد', '12') + comment(2, HER, 'رد الرد', '13')
    const extended = more('11', undefined, 1) + more('12', '11', 1) + more('13', '12', 1)
    const body = line(run('قبل ') + around(run('كلام'), 0, 1, 2) + run(' بعد'))
    expect(threadsOf(body, { comments, extended })).toEqual(['«كلام» | resolved | أول | رد | رد الرد'])
  })

  it('replies may come before what they answer, and have no range of their own', () => {
    const comments = comment(1, HIM, 'رد', '12') + comment(0, HER, 'أول', '11')
    const body = line(run('قبل ') + around(run('كلام'), 0) + run(' بعد'))
    expect(threadsOf(body, { comments, extended: more('12', '11') + more('11') })).toEqual(['«كلام» | أول | رد'])
  })

  it('two threads on the same words stay two in a document of Word', () => {
    const comments = comment(0, HER, 'أول', '11') + comment(1, HIM, 'غيره', '12')
    const body = line(around(run('كلام'), 0, 1))
    expect(threadsOf(body, { comments, extended: more('11') + more('12') })).toEqual(['«كلام» | أول', '«كلام» | غيره'])
  })

  it.each([
    ['of Google Docs, which never says what is a reply', {}],
    [
      'of LibreOffice, which loses it',
      { extended: more('11', undefined, 1) + more('12', undefined, 1), program: 'LibreOffice/7.4' },
    ],
  ])('comments on the same words are one thread in a document %s', (_name, beside: Beside) => {
    const comments = comment(0, HER, 'أول', '11') + comment(1, HIM, 'رد', '12') + comment(2, HIM, 'غيره', '13')
    const body = line(around(run('كلام'), 0, 1) + run(' بعد ') + around(run('كلام'), 2))
    const isResolved = 'extended' in beside ? ' | resolved' : ''
    expect(threadsOf(body, { comments, ...beside })).toEqual([`«كلام»${isResolved} | أول | رد`, '«كلام» | غيره'])
  })

  it.each([
    ['on deleted words', line(run('قبل ') + around(removed('محذوف '), 0) + run('بعد')), '«محذوف »'],
    [
      'inside a deletion',
      line(`<w:del ${record(HER)}>${start(0)}<w:r><w:delText>محذوف</w:delText></w:r>${end(0)}</w:del>${run(' بعد')}`),
      '«محذوف»',
    ],
    [
      'on words of which some go and some come',
      line(around(run('باق ') + removed('قديم') + added('جديد'), 0)),
      '«باق قديم»',
    ],
    ['on inserted words', line(run('قبل ') + around(added('جديد'), 0) + run(' بعد')), '«جديد» | proposed'],
    [
      'inside an insertion',
      line(`<w:ins ${record(HER)}>${start(0)}${run('جديد')}${end(0)}</w:ins>${run(' بعد')}`),
      '«جديد» | proposed',
    ],
    [
      'on an inserted paragraph',
      line(run('قبل.')) + line(around(added('فقرة جديدة.'), 0), mark('ins')) + line(run('بعد.')),
      '«فقرة جديدة.» | proposed',
    ],
    [
      'across paragraphs, its ends between them',
      start(0) +
        line(run('أولى.')) +
        line(run('ثانية.')) +
        '<w:commentRangeEnd w:id="0"/>' +
        line(reference(0) + run('ثالثة.')),
      '«أولى.\nثانية.»',
    ],
    [
      'across a deleted paragraph',
      line(start(0) + run('أولى.')) + line(removed('ثانية.'), mark('del')) + line(run('ثالثة') + end(0) + run('.')),
      '«أولى.\nثانية.\nثالثة»',
    ],
    [
      'across cells',
      table(
        row([cell(line(run('أ ') + start(0) + run('ب'))), cell(line(run('ت') + end(0)))]),
        row([cell(line(run('ج'))), cell(line(run('ح')))]),
      ),
      '«ب\nت»',
    ],
    [
      'on moved words',
      line(`<w:moveFrom ${record(HER)}>${run('الفقرة المنقولة.')}</w:moveFrom>`, mark('moveFrom')) +
        line(run('ثانية.')) +
        line(run('ثالثة.')) +
        line(around(`<w:moveTo ${record(HER)}>${run('الفقرة المنقولة.')}</w:moveTo>`, 0), mark('moveTo')),
      '«الفقرة المنقولة.»',
    ],
    ['at a place between words', line(run('قبل') + around('', 0) + run(' بعد')), 'block'],
    ['without a range', line(run('قبل') + reference(0)), 'block'],
    ['that nothing refers to', line(run('قبل')), 'article'],
  ])('one %s', (_name, body, expected) => {
    expect(threadsOf(body, ONE)).toEqual([`${expected} | لماذا؟`])
  })

  it('one on the headline', () => {
    const body = line(around(run('عنوان آخر'), 0), '', styled('T')) + line(run('نص'))
    const { threads } = readTracked(wordDocument(body, ONE)).read
    expect(threads).toMatchObject([{ anchor: { on: 'words', quote: 'عنوان آخر' } }])
  })

  it('a comment of several paragraphs is known by its last', () => {
    const first = `<w:comment w:id="0" w:author="${HER}"><w:p w14:paraId="21">${run('سطر')}</w:p><w:p w14:paraId="22">${run('سطر ثان')}</w:p></w:comment>`
    const extended = more('22') + more('23', '22')
    const found = threadsOf(line(around(run('كلام'), 0, 1)), { comments: first + comment(1, HIM, 'رد', '23'), extended })
    expect(found).toEqual(['«كلام» | سطر\nسطر ثان | رد'])
  })
})
