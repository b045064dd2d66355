import { describe, expect, it } from 'vitest'
import { writeArticleFile } from '#core/article/article-file.ts'
import { headText } from '#core/article/plain-text.ts'
import { png } from '#tests/support/pictures.ts'
import { REPORTER, testService, writtenArticle } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })
const AT = '2026-11-24T08:00:00.000Z'

describe('the file of one article', () => {
  it('comes into another store as it was, under its own id, with its pictures', async () => {
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

  it('never takes the place of what is there', async () => {
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

  it('is refused when it is none, or when a picture in it is another one', async () => {
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
