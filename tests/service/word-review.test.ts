import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { Block } from '#core/article/block.ts'
import { blockText } from '#core/article/plain-text.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { readLine } from '#core/changes/line.ts'
import { anchorOf } from '#core/review/anchor-words.ts'
import { indexNext } from '#db/search/indexer.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { inDocument } from '#tests/support/office.ts'
import { EDITOR, REPORTER, testService, writtenArticle } from '#tests/support/service.ts'
import { readWord, wordFixture, wordParts } from '#tests/support/word-file.ts'

const file = (name: string) => ({ name, bytes: Buffer.from(wordFixture(name)).toString('base64') })

describe('a reviewed Word document', () => {
  it('becomes an article with the proposals and threads of those who made them', async () => {
    const test = testService()
    const found = await test.call('import.recognise', file('c03-threads.docx'))
    expect(found).toMatchObject({
      articles: [
        {
          known: null,
          similar: null,
          review: {
            proposals: [
              { by: 'هادي الراوي', changes: 1, isUntracked: false },
              { by: 'سلمى العبيدي', changes: 1, isUntracked: false },
              { by: 'رامي حداد', changes: 1, isUntracked: false },
              { by: 'Nour Khalil', changes: 1, isUntracked: false },
            ],
            ...{ threads: 7, messages: 10 },
          },
        },
      ],
    })
    const choices = [{ index: 0, as: 'new' as const }]
    const { ids } = await test.call('import.take', { ...file('c03-threads.docx'), choices, actor: EDITOR })
    const id = ids[0] ?? ''
    const { article } = await test.call('articles.get', { id })
    const lines = textBlocks(article.document).map(({ children }) => readLine(children).text)
    expect(lines).toContain('ولا تتوفر أرقام رسمية عن الحوادث.')
    expect(lines).not.toContain('وستضاف إنارة شمسية الشهر المقبل.')
    const { proposals } = await test.call('proposals.list', { id })
    expect(proposals.map(({ by, createdAt }) => [by, createdAt])).toEqual([
      ['هادي الراوي', '2026-03-01T10:40:00.000Z'],
      ['سلمى العبيدي', '2026-03-01T08:15:00.000Z'],
      ['رامي حداد', '2026-03-02T12:30:00.000Z'],
      ['Nour Khalil', '2026-03-02T07:05:00.000Z'],
    ])
    const { threads } = await test.call('threads.list', { id })
    expect(threads).toHaveLength(7)
    expect(threads[0]).toMatchObject({
      anchor: { on: 'words', quote: 'افتتح محافظ بابل جسرا جديدا' },
      resolved: null,
      messages: [
        { by: 'سلمى العبيدي', at: '2026-03-01T08:15:00.000Z', text: 'من حضر الافتتاح؟' },
        { by: 'هادي الراوي', at: '2026-03-01T11:00:00.000Z', text: 'المحافظ ونائبه، راجع الصور' },
        { by: 'سلمى العبيدي', at: '2026-03-01T11:20:00.000Z', text: 'شكرا، سأضيفهما' },
      ],
    })
    expect(threads[1]?.resolved).toMatchObject({ by: EDITOR.name })
    // Words that are only proposed are not in the article: the thread is at their block, about the proposal.
    expect(threads[6]).toMatchObject({ anchor: { on: 'block' }, proposal: proposals[3]?.id })
  })
})
/** The bytes of a Word document, its text changed. @param lost which parts another program dropped */
async function changed(path: string, change: (xml: string) => string, lost: RegExp = /^$/u): Promise<string> {
  const { files } = await readZip(readFileSync(path), { isForeign: true })
  const parts = [...files].flatMap(([name, bytes]) =>
    bytes === null || lost.test(name) ? [] : [{ path: name, bytes }],
  )
  return Buffer.from(await writeZip(inDocument(parts, change))).toString('base64')
}

const withoutBookmarks = (xml: string): string => xml.replaceAll(/<w:bookmark(?:Start|End) [^>]*>/gu, '')

/** @returns a line with one word in place of another. */
function replaced(block: Block, word: string, by: string): Block {
  const text = blockText(block)
  return text.includes(word) ? ({ ...block, children: [{ text: text.replace(word, by) }] } as Block) : block
}

describe('a document that went out', () => {
  const INSERTED =
    '<w:ins w:id="900" w:author="المحامي" w:date="2026-03-04T09:00:00Z"><w:r><w:t> وموثق</w:t></w:r></w:ins>'

  async function sentOut() {
    const test = testService()
    const id = await writtenArticle(test, 'الوزير يصل إلى بغداد')
    const { path } = await test.call('publish.exportFile', {
      ...{ id, format: 'docx', folder: test.folder, draft: true, actor: EDITOR },
    })
    const { article } = await test.call('articles.get', { id })
    const line = textBlocks(article.document).at(-1)
    const words = readLine(line?.children ?? []).text
    return { test, id, path, words }
  }

  it('comes back as proposals of who changed it, on the revision from which it was written', async () => {
    const { test, id, path, words } = await sentOut()
    const bytes = await changed(path, (xml) => xml.replace(`${words}</w:t></w:r>`, `${words}</w:t></w:r>${INSERTED}`))
    const back = { name: 'رد المحامي.docx', bytes }
    const found = await test.call('import.recognise', back)
    expect(found).toMatchObject({
      articles: [
        {
          known: { id, isReturned: true },
          review: { proposals: [{ by: 'المحامي', changes: 1, isUntracked: false }], threads: 0 },
        },
      ],
    })
    const choices = [{ index: 0, as: 'proposals' as const }]
    expect(await test.call('import.take', { ...back, choices, actor: EDITOR })).toEqual({ ids: [id] })
    const { article } = await test.call('articles.get', { id })
    const { proposals } = await test.call('proposals.list', { id })
    expect(proposals).toMatchObject([{ by: 'المحامي', createdAt: '2026-03-04T09:00:00.000Z', base: article }])
    const head = proposals[0]?.head
    expect(head?.metadata).toEqual(article.metadata)
    expect(textBlocks(head?.document ?? []).map(({ children }) => readLine(children).text)).toEqual(
      textBlocks(article.document).map(({ children }) => readLine(children).text.replace(words, `${words} وموثق`)),
    )
    const { events } = await test.call('review.history', { id })
    expect(events.at(-1)).toMatchObject({ action: 'review-taken', by: EDITOR.name, note: 'رد المحامي.docx' })
  })

  it('names what was changed without tracking, and proposes it too', async () => {
    const { test, id, path, words } = await sentOut()
    const bytes = await changed(path, (xml) => xml.replace(`${words}</w:t>`, `${words} سرا</w:t>`))
    const back = { name: 'رد.docx', bytes }
    expect(await test.call('import.recognise', back)).toMatchObject({
      articles: [{ review: { proposals: [{ by: '', changes: 1, isUntracked: true }] } }],
    })
    await test.call('import.take', { ...back, choices: [{ index: 0, as: 'proposals' }], actor: EDITOR })
    const { proposals } = await test.call('proposals.list', { id })
    expect(proposals).toMatchObject([{ by: 'شخص غير معروف', note: 'من مستند Word، وفيه تغييرات لم تُتتبَّع' }])
  })

  it('that nobody changed proposes nothing', async () => {
    const { test, path } = await sentOut()
    const back = { name: 'رد.docx', bytes: await changed(path, (xml) => xml) }
    const found = await test.call('import.recognise', back)
    expect(found).toMatchObject({ articles: [{ review: null }] })
  })

  it('with proposals and comments brings back only what is new', async () => {
    const { test, id } = await sentOut()
    const { article, saveNumber } = await test.call('articles.get', { id })
    const words = { block: article.document[1]?.id ?? '' }
    const anchor = anchorOf(article, { ...words, at: 0 }, { ...words, at: 2 })
    const begin = { id, saveNumber, anchor: anchor ?? { on: 'article' as const }, text: 'أهو النص؟', actor: REPORTER }
    await test.call('threads.begin', begin)
    const head = { ...article, document: article.document.map((block) => replaced(block, 'المقالة', 'الخبر')) }
    const proposal = { id, proposalId: 'p', base: article, head, baseSaveNumber: null, actor: EDITOR }
    await test.call('proposals.save', proposal)
    const { path } = await test.call('publish.exportFile', {
      ...{ id, format: 'docx', folder: test.folder, draft: true, withReview: true, actor: EDITOR },
    })
    const bytes = await changed(path, (xml) => xml.replace('بغداد</w:t></w:r>', `بغداد</w:t></w:r>${INSERTED}`))
    await test.call('import.take', { name: 'رد.docx', bytes, choices: [{ index: 0, as: 'proposals' }], actor: EDITOR })
    const { proposals } = await test.call('proposals.list', { id })
    expect(proposals.map(({ by, head: { document } }) => [by, document.map((block) => blockText(block))])).toEqual([
      [EDITOR.name, ['الوزير يصل إلى بغداد', 'نص الخبر.']],
      ['المحامي', ['الوزير يصل إلى بغداد وموثق', 'نص المقالة.']],
    ])
    const { threads } = await test.call('threads.list', { id })
    expect(threads.map(({ messages }) => messages.map(({ by, text }) => [by, text]))).toEqual([
      [[REPORTER.name, 'أهو النص؟']],
    ])
  })

  it.each([
    ['docProps/custom.xml', /^docProps\/custom\.xml$/u, (xml: string) => xml],
    ['its custom XML part', /^customXml\//u, (xml: string) => xml],
    ['its bookmarks', /^$/u, withoutBookmarks],
    ['all but its bookmarks and docProps/custom.xml', /^(?:customXml|docProps\/core)/u, (xml: string) => xml],
  ])('is known again without %s', async (_name, lost, change) => {
    const { test, id, path, words } = await sentOut()
    const bytes = await changed(
      path,
      (xml) => change(xml).replace(`${words}</w:t></w:r>`, `${words}</w:t></w:r>${INSERTED}`),
      lost,
    )
    const back = { name: 'رد.docx', bytes }
    expect(await test.call('import.recognise', back)).toMatchObject({
      articles: [{ known: { id, isReturned: true }, review: { proposals: [{ by: 'المحامي', changes: 1 }] } }],
    })
    await test.call('import.take', { ...back, choices: [{ index: 0, as: 'proposals' }], actor: EDITOR })
    const { article } = await test.call('articles.get', { id })
    const { proposals } = await test.call('proposals.list', { id })
    expect(proposals).toMatchObject([{ by: 'المحامي', base: article }])
    expect(proposals[0]?.head.document.map((block) => block.id)).toEqual(article.document.map((block) => block.id))
  })

  it('under the name of who saved it last proposes what was not tracked', async () => {
    const { test, id, path, words } = await sentOut()
    const bytes = await changed(path, (xml) => xml.replace(`${words}</w:t>`, `${words} سرا</w:t>`))
    const { files } = await readZip(Buffer.from(bytes, 'base64'), { isForeign: true })
    const parts = [...files].flatMap(([name, data]) => {
      if (data === null) return []
      const saved = new TextDecoder()
        .decode(data)
        .replace('</cp:core', '<cp:lastModifiedBy>مراسل البصرة</cp:lastModifiedBy></cp:core')
      return [{ path: name, bytes: name === 'docProps/core.xml' ? Buffer.from(saved) : data }]
    })
    const back = { name: 'رد.docx', bytes: Buffer.from(await writeZip(parts)).toString('base64') }
    expect(await test.call('import.recognise', back)).toMatchObject({
      articles: [{ review: { proposals: [{ by: 'مراسل البصرة', changes: 1, isUntracked: true }] } }],
    })
    await test.call('import.take', { ...back, choices: [{ index: 0, as: 'proposals' }], actor: EDITOR })
    const { proposals } = await test.call('proposals.list', { id })
    expect(proposals).toMatchObject([{ by: 'مراسل البصرة', note: 'من مستند Word، وفيه تغييرات لم تُتتبَّع' }])
  })

  it('names what somebody wrote into the warning above it, which is no part of the article', async () => {
    const { test, path } = await sentOut()
    const found = async (change: (xml: string) => string) => {
      const back = { name: 'رد.docx', bytes: await changed(path, change) }
      const { articles } = (await test.call('import.recognise', back)) as { articles: { losses: unknown }[] }
      return articles.map(({ losses }) => losses)
    }
    expect(await found((xml) => xml)).toEqual([[]])
    const tracked = (xml: string): string =>
      xml.replace('وليست للنشر.</w:t></w:r>', `وليست للنشر.</w:t></w:r>${INSERTED}`)
    const silently = (xml: string): string => xml.replace('وليست للنشر', 'واسألوا المحامي')
    expect([await found(tracked), await found(silently)]).toEqual([
      [[{ code: 'other-text', count: 1, examples: ['مسودة لم تُعتمد، وليست للنشر. وموثق'] }]],
      [[{ code: 'other-text', count: 1, examples: ['مسودة لم تُعتمد، واسألوا المحامي.'] }]],
    ])
  })

  it('whose identity is lost is near to an article', async () => {
    const { test, id, path, words } = await sentOut()
    const bytes = await changed(
      path,
      (xml) => withoutBookmarks(xml).replace(`${words}</w:t></w:r>`, `${words}</w:t></w:r>${INSERTED}`),
      /custom/iu,
    )
    const back = { name: 'رد.docx', bytes }
    indexNext(test.store.db, 10)
    expect(await test.call('import.recognise', back)).toMatchObject({
      articles: [{ known: null, similar: { id, headline: 'الوزير يصل إلى بغداد' } }],
    })
    await test.call('import.take', { ...back, choices: [{ index: 0, as: 'proposals' }], actor: EDITOR })
    const { article } = await test.call('articles.get', { id })
    const { proposals } = await test.call('proposals.list', { id })
    expect(proposals).toMatchObject([{ by: 'المحامي', base: article }])
  })

  it('is refused as proposals when it is near to nothing', async () => {
    const test = testService()
    const order = { ...file('a01-words.docx'), choices: [{ index: 0, as: 'proposals' as const }], actor: EDITOR }
    await expect(test.call('import.take', order)).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

describe('a Word document with the review', () => {
  it('carries proposals and threads only when asked, and only in Word', async () => {
    const test = testService()
    const choices = [{ index: 0, as: 'new' as const }]
    const { ids } = await test.call('import.take', { ...file('c03-threads.docx'), choices, actor: EDITOR })
    const order = { id: ids[0] ?? '', folder: test.folder, draft: true, actor: EDITOR }
    const partsOf = async (path: string): Promise<Map<string, string>> => wordParts(readFileSync(path))
    const plain = await partsOf((await test.call('publish.exportFile', { ...order, format: 'docx' })).path)
    expect(plain.has('word/comments.xml')).toBe(false)
    expect(plain.get('word/document.xml')).not.toMatch(/<w:(?:ins|del|commentRangeStart) /u)
    const full = await test.call('publish.exportFile', { ...order, format: 'docx', withReview: true })
    expect(full.leftOut).toEqual([])
    const read = await readWord(readFileSync(full.path))
    const first = await readWord(wordFixture('c03-threads.docx'))
    expect(read.proposals.map(({ by, at }) => [by, at])).toEqual(first.proposals.map(({ by, at }) => [by, at]))
    const about = (imported: typeof read): unknown[] =>
      imported.threads.map(({ anchor, proposal, messages, isResolved }) => ({
        ...{ messages, isResolved, isProposed: proposal !== null },
        quote: anchor.on === 'words' ? anchor.quote : anchor.on,
      }))
    // The last thread is on a word that is only proposed.
    expect(about(read)).toEqual(about(first))
    expect(about(read).at(-1)).toMatchObject({ isProposed: true, quote: 'شمسية' })
    await expect(test.call('publish.exportFile', { ...order, format: 'html', withReview: true })).rejects.toMatchObject(
      { code: 'invalid-input' },
    )
  })
})
