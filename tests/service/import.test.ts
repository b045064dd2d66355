import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleHash } from '#core/article/canonical.ts'
import { figure } from '#core/article/factories.ts'
import { figures } from '#core/article/text-nodes.ts'
import { buildPackage } from '#core/export/package/package.ts'
import { readPictureMetadata } from '#electron/files/picture-metadata/picture-metadata.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { counter } from '#tests/support/articles.ts'
import { writeArticleFile } from '#core/article/article-file.ts'
import { headText } from '#core/article/plain-text.ts'
import { PACKAGE } from '#tests/support/edition.ts'
import { png } from '#tests/support/pictures.ts'
import { REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })
const AT = '2026-11-24T08:00:00.000Z'

describe('the file of one article', () => {
  it('is imported into another store unchanged, under its own id, with its pictures', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    const bytes = png(4, 4).toString('base64')
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes })
    const { article } = await test.call('articles.get', { id })
    const text = writeArticleFile(article, AT, [{ hash: asset.hash, name: asset.name, bytes }])
    const other = testService(tempFolder())
    expect(await other.call('import.article', { text, actor: REPORTER })).toEqual({ id, isCopy: false })
    expect((await other.call('articles.get', { id })).article).toEqual(article)
    expect((await other.call('assets.read', { hash: asset.hash })).bytes).toBe(bytes)
    expect((await other.call('history.points', { id })).points.map(({ reason }) => reason)).toEqual(['imported'])
  })

  it('becomes a copy when its id is taken', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'ما في المخزن')
    const { article } = await test.call('articles.get', { id })
    const [first, ...rest] = article.document
    const document = [{ ...first, children: [{ text: 'ما في الملف' }] }, ...rest] as typeof article.document
    const text = writeArticleFile({ ...article, document }, AT, [])
    const taken = await test.call('import.article', { text, actor: REPORTER })
    expect(taken).toEqual({ id: 'article2', isCopy: true })
    const headline = async (of: string) => headText((await test.call('articles.get', { id: of })).article, 'headline')
    expect(await headline(id)).toBe('ما في المخزن')
    expect(await headline('article2')).toBe('ما في الملف')
  })

  it('is refused when it is malformed, or when a picture does not match its hash', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await expect(test.call('import.article', { text: '{}', actor: REPORTER })).rejects.toEqual(
      refusal('article-file-invalid'),
    )
    const { article } = await test.call('articles.get', { id })
    const pictures = [{ hash: '0'.repeat(64), name: 'x.png', bytes: png(4, 4).toString('base64') }]
    const text = writeArticleFile({ ...article, id: 'other' }, AT, pictures)
    await expect(test.call('import.article', { text, actor: REPORTER })).rejects.toEqual(
      refusal('article-file-invalid'),
    )
    expect((await test.call('articles.list', {})).total).toBe(1)
  })
})

const PAGE = `<html lang="ar" dir="rtl"><body><article><h1>الحكومة تقر الموازنة</h1><p>نص <a href="javascript:x()">أول</a>.</p>
  <figure><img src="data:image/png;base64,${png(6, 4).toString('base64')}" alt="قاعة"><figcaption>القاعة</figcaption></figure>
  <img src="https://evil.example/track.png" alt="x"></article></body></html>`
const fileOf = (name: string, content: string | Uint8Array) => ({
  name,
  bytes: Buffer.from(content).toString('base64'),
})

describe('a file with structure', () => {
  it('is previewed with its losses, and imported with its pictures', async () => {
    const test = testService()
    const file = fileOf('page.html', PAGE)
    const found = await test.call('import.recognise', file)
    expect(found).toMatchObject({
      kind: 'articles',
      format: 'html',
      articles: [{ headline: 'الحكومة تقر الموازنة', pictures: 1, known: null }],
    })
    if (found.kind !== 'articles') throw new Error('lines')
    expect(found.articles[0]?.losses).toEqual([
      { code: 'remote-picture', count: 1, examples: ['https://evil.example/track.png'] },
      { code: 'unsafe-link', count: 1, examples: ['أول javascript:x()'] },
    ])
    expect((await test.call('articles.list', {})).total).toBe(0)
    const { ids } = await test.call('import.take', { ...file, choices: [{ index: 0, as: 'new' }], actor: REPORTER })
    const { article, state } = await test.call('articles.get', { id: ids[0] ?? '' })
    expect(state).toBe('draft')
    const shown = article.document.find(({ type }) => type === 'figure')
    expect(shown).toMatchObject({ asset: { mediaType: 'image/png', width: 6, height: 4 }, alt: 'قاعة' })
    const hash = shown?.type === 'figure' ? (shown.asset?.hash ?? '') : ''
    expect((await test.call('assets.read', { hash })).bytes).toBe(png(6, 4).toString('base64'))
  })

  it('is refused when it is damaged, of another format, or without an article', async () => {
    const { call } = testService()
    const cases: [string, string | Uint8Array, string][] = [
      ['a.docx', Buffer.from('504b030414000600', 'hex'), 'import-damaged'],
      ['a.zip', await writeZip([{ path: 'x.txt', bytes: Buffer.from('نص') }]), 'import-unsupported'],
      ['a.docx', await writeZip([{ path: 'word/document.xml', bytes: Buffer.from('<w:x') }]), 'import-damaged'],
      ['a.html', '<html><body><script>x()</script></body></html>', 'import-empty'],
      ['a.json', '{"uri":"urn:x","pubStatus":"canceled","headlines":[]}', 'import-without-body'],
      ['a.xml', '<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/"><itemMeta></newsItem>', 'import-damaged'],
      ['a.xml', `<!DOCTYPE x [<!ENTITY a "b">]><newsItem>&a;</newsItem>`, 'import-unsupported'],
    ]
    for (const [name, content, code] of cases) {
      await expect(call('import.recognise', fileOf(name, content)), name).rejects.toEqual(refusal(code))
    }
  })
})

describe('a file that names its pictures', () => {
  const page =
    '<html><body><article><h1>عنوان</h1><p>نص.</p><img src="images/a%20b.png" alt="قاعة"></article></body></html>'
  const found = async (test: TestService, file: ReturnType<typeof fileOf>) => {
    const answer = await test.call('import.recognise', file)
    if (answer.kind !== 'articles') throw new Error('lines')
    return answer
  }

  it('is imported with them from a zip of its folder, and other files in it are reported', async () => {
    const test = testService()
    const zip = await writeZip([
      { path: 'خبر/page.html', bytes: Buffer.from(page) },
      { path: 'خبر/images/a b.png', bytes: png(6, 4) },
      { path: 'خبر/ملاحظة.txt', bytes: Buffer.from('للمحرر') },
      { path: '__MACOSX/x', bytes: Buffer.from('x') },
    ])
    const file = fileOf('خبر.zip', zip)
    expect(await found(test, file)).toMatchObject({
      format: 'html',
      articles: [{ headline: 'عنوان', pictures: 1, losses: [{ code: 'other-items', examples: ['خبر/ملاحظة.txt'] }] }],
    })
    const { ids } = await test.call('import.take', { ...file, choices: [{ index: 0, as: 'new' }], actor: REPORTER })
    const [picture] = figures((await test.call('articles.get', { id: ids[0] ?? '' })).article.document)
    const { bytes } = await test.call('assets.read', { hash: picture?.asset?.hash ?? '' })
    expect(bytes).toBe(png(6, 4).toString('base64'))
  })

  it('is read alone without them, and reports them as missing', async () => {
    expect((await found(testService(), fileOf('page.html', page))).articles[0]).toMatchObject({
      pictures: 0,
      losses: [{ code: 'picture-not-here', count: 1, examples: ['images/a%20b.png'] }],
    })
  })
})

describe('a package', () => {
  async function packaged(test: TestService): Promise<{ id: string; file: ReturnType<typeof fileOf> }> {
    const id = await writtenArticle(test, 'خبر في حزمة')
    const { asset } = await test.call('assets.add', fileOf('صورة.png', png(40, 30)))
    const { article } = await test.call('articles.get', { id })
    const newId = counter('figure')
    const picture = figure(newId, { asset, alt: 'وصف', caption: 'تعليق', credit: 'رويترز' })
    const actor = REPORTER
    const next = { ...article, document: [...article.document, picture] }
    await test.call('articles.save', { article: next, baseSaveNumber: 1, caret: null, actor })
    const { path } = await test.call('publish.export', { id, folder: test.folder, draft: true, actor })
    return { id, file: fileOf('p.zip', readFileSync(path)) }
  }
  const known = async (test: TestService, file: ReturnType<typeof fileOf>) => {
    const found = await test.call('import.recognise', file)
    if (found.kind !== 'articles') throw new Error('lines')
    return found.articles[0]?.known
  }

  it('is recognised in the store that it came from, and imported again only as a copy', async () => {
    const test = testService()
    const { id, file } = await packaged(test)
    expect(await known(test, file)).toMatchObject({ id, headline: 'خبر في حزمة', isSame: true, isReplaceable: true })
    const order = { ...file, actor: REPORTER }
    await expect(test.call('import.take', { ...order, choices: [{ index: 0, as: 'new' }] })).rejects.toEqual(
      refusal('conflict'),
    )
    const before = await test.call('articles.get', { id })
    const { ids } = await test.call('import.take', { ...order, choices: [{ index: 0, as: 'copy' }] })
    expect(ids).toEqual(['article2'])
    const copy = (await test.call('articles.get', { id: 'article2' })).article
    const taken = new Set(before.article.document.map((block) => block.id))
    expect(copy.document.some((block) => taken.has(block.id))).toBe(false)
    expect(copy.document.map(({ type }) => type)).toEqual(before.article.document.map(({ type }) => type))
    expect((await test.call('articles.get', { id })).saveNumber).toBe(before.saveNumber)
  })

  it('replaces the text of the article; the old text stays in the history', async () => {
    const test = testService()
    const { id, file } = await packaged(test)
    const { article, saveNumber } = await test.call('articles.get', { id })
    const [first, ...rest] = article.document
    const document = [{ ...first, children: [{ text: 'غُيّر هنا' }] }, ...rest] as typeof article.document
    await test.call('articles.save', {
      article: { ...article, document },
      baseSaveNumber: saveNumber,
      caret: null,
      actor: REPORTER,
    })
    expect(await known(test, file)).toMatchObject({ isSame: false, merge: 'kept' })
    await test.call('import.take', { ...file, choices: [{ index: 0, as: 'revision' }], actor: REPORTER })
    const now = await test.call('articles.get', { id })
    expect(now.article).toEqual(article)
    const { points } = await test.call('history.points', { id })
    const before = points.find(({ reason }) => reason === 'before-restore')
    const kept = await test.call('history.read', { id, hash: before?.hash ?? '' })
    expect(headText(kept.article, 'headline')).toBe('غُيّر هنا')
    expect((await test.call('articles.list', {})).total).toBe(1)
  })

  it('is imported into another store under its own id, and its pictures keep caption and credit', async () => {
    const { id, file } = await packaged(testService())
    const other = testService(tempFolder())
    expect(await known(other, file)).toBeNull()
    const take = { ...file, choices: [{ index: 0, as: 'new' as const }], actor: REPORTER }
    expect((await other.call('import.take', take)).ids).toEqual([id])
    const { article } = await other.call('articles.get', { id })
    const [picture] = figures(article.document)
    const { bytes } = await other.call('assets.read', { hash: picture?.asset?.hash ?? '' })
    expect(readPictureMetadata(Buffer.from(bytes, 'base64'))).toMatchObject({ caption: 'تعليق', credit: 'رويترز' })
    expect(await known(other, file)).toMatchObject({ id, isReplaceable: true })
  })

  it('of another store is merged with the package as base that both have, and its version counts', async () => {
    const test = testService()
    const { id, file } = await packaged(test)
    const other = testService(tempFolder())
    await other.call('import.take', { ...file, choices: [{ index: 0, as: 'new' }], actor: REPORTER })
    const there = await other.call('articles.get', { id })
    const [first, ...rest] = there.article.document
    const document = [{ ...first, children: [{ text: 'غُيّر هناك' }] }, ...rest] as typeof there.article.document
    const next = { article: { ...there.article, document }, baseSaveNumber: there.saveNumber }
    await other.call('articles.save', { ...next, caret: null, actor: REPORTER })
    const sent = await other.call('publish.export', { id, folder: other.folder, draft: true, actor: REPORTER })
    const back = fileOf('v2.zip', readFileSync(sent.path))

    expect(await known(test, back)).toMatchObject({ isSame: false, merge: 'possible' })
    const before = await test.call('history.points', { id })
    const { base, theirs } = await test.call('import.sides', { ...back, index: 0 })
    expect(base).toEqual((await test.call('articles.get', { id })).article)
    expect(headText(theirs, 'headline')).toBe('غُيّر هناك')
    // The picture went through two exports, and is the same picture.
    expect(figures(there.article.document)[0]?.asset).not.toEqual(figures(base.document)[0]?.asset)
    expect(figures(theirs.document)).toEqual(figures(base.document))
    // Nothing is stored until a person merges.
    expect(await test.call('history.points', { id })).toEqual(before)
    await test.call('import.keep', { ...back, index: 0, actor: REPORTER })
    const { points } = await test.call('history.points', { id })
    expect(points[0]).toMatchObject({ reason: 'imported', hash: articleHash(theirs) })
    const export3 = await test.call('publish.export', { id, folder: test.folder, draft: true, actor: REPORTER })
    expect(export3.version).toBe(3)
  })

  it('that a window saved elsewhere is merged with the text that it had last saved', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const { article } = await test.call('articles.get', { id })
    const [first, ...rest] = article.document
    const document = [{ ...first, children: [{ text: 'لم يُحفظ' }] }, ...rest] as typeof article.document
    const written = { ...article, document }
    const file = fileOf('a.midad.json', writeArticleFile(written, AT, [], article))
    expect(await known(test, file)).toMatchObject({ merge: 'possible' })
    expect(await test.call('import.sides', { ...file, index: 0 })).toEqual({ id, base: article, theirs: written })
    const foreign = fileOf('a.midad.json', writeArticleFile(written, AT, [], { ...article, id: 'other' }))
    expect(await known(test, foreign)).toMatchObject({ merge: 'no-base' })
  })

  it('that names nothing which is here is not merged', async () => {
    const test = testService()
    const { id } = await packaged(test)
    const { article } = await test.call('articles.get', { id })
    const stranger = { ...article, document: article.document.slice(0, 1) }
    const bytes = await writeZip(buildPackage({ ...PACKAGE, article: stranger, ancestors: ['0'.repeat(64)] }))
    const file = fileOf('p.zip', Buffer.from(bytes))
    expect(await known(test, file)).toMatchObject({ isReplaceable: true, merge: 'no-base' })
    await expect(test.call('import.sides', { ...file, index: 0 })).rejects.toEqual(refusal('invalid-input'))
  })

  it('is refused when it is not sound', async () => {
    const test = testService()
    const { file } = await packaged(test)
    const bytes = Buffer.from(file.bytes, 'base64')
    bytes[bytes.indexOf('تعليق')] = 0x41
    await expect(test.call('import.recognise', fileOf('p.zip', bytes))).rejects.toEqual(refusal('package-unsound'))
  })

  it('of an article in the bin is imported only as a copy', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'في السلة')
    const text = writeArticleFile((await test.call('articles.get', { id })).article, AT, [])
    await test.call('articles.close', { id })
    await test.call('bin.put', { id, actor: REPORTER })
    const file = fileOf('a.midad.json', text)
    expect(await known(test, file)).toMatchObject({ isInBin: true, isReplaceable: false })
    const take = (as: 'revision' | 'copy') =>
      test.call('import.take', { ...file, choices: [{ index: 0, as }], actor: REPORTER })
    await expect(take('revision')).rejects.toEqual(refusal('in-the-bin'))
    expect((await take('copy')).ids.length).toBe(1)
  })
})
