import { dirname } from 'node:path'
import { describe, expect, it } from 'vitest'
import { articleHash } from '#core/article/canonical.ts'
import { headText } from '#core/article/plain-text.ts'
import { REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

/** Writes another headline and saves it. @returns the hash of the text */
async function save({ call }: TestService, id: string, headline: string): Promise<string> {
  await call('articles.open', { id, actor: REPORTER })
  const { article, saveNumber } = await call('articles.get', { id })
  const [first, ...rest] = article.document
  const document = [{ ...first, children: [{ text: headline }] }, ...rest] as typeof article.document
  const next = { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER }
  await call('articles.save', next)
  return articleHash(next.article)
}

/** The same, and closes the article, which keeps a version. */
async function write(test: TestService, id: string, headline: string): Promise<string> {
  const hash = await save(test, id, headline)
  await test.call('articles.close', { id, actor: REPORTER })
  return hash
}

/** @returns two stores with one article, and its text in both. */
async function twoStores() {
  const test = testService()
  const id = await writtenArticle(test, 'أصل')
  await test.call('articles.close', { id, actor: REPORTER })
  const shared = await test.call('articles.get', { id })
  const other = testService(tempFolder())
  await other.call('store.restore', { path: (await test.call('store.backUp', {})).path, actor: REPORTER })
  return { test, other, id, shared }
}

describe('a backup of an article that both stores have', () => {
  it('brings versions that another store wrote meanwhile, with the version at which both parted', async () => {
    const { test, other, id, shared } = await twoStores()
    const here = await write(other, id, 'كُتب هنا')
    const there = await write(test, id, 'كُتب هناك')
    const { path } = await test.call('store.backUp', {})
    expect(await other.call('history.fork', { id, hash: here })).toEqual({ base: null })
    await other.call('store.restore', { path, actor: REPORTER })
    expect(await other.call('history.fork', { id, hash: there })).toEqual({ base: shared.article })
    expect(headText((await other.call('articles.get', { id })).article, 'headline')).toBe('كُتب هنا')
  })

  it('keeps the lines of both stores apart, whatever is written here afterwards', async () => {
    const { test, other, id, shared } = await twoStores()
    const there = await write(test, id, 'كُتب هناك')
    const { path } = await test.call('store.backUp', {})
    // Saved, and in no version yet.
    await save(other, id, 'كُتب هنا')
    await other.call('store.restore', { path, actor: REPORTER })
    expect(await other.call('history.fork', { id, hash: there })).toEqual({ base: shared.article })
    await other.call('articles.close', { id, actor: REPORTER })
    const later = await write(other, id, 'كُتب هنا بعد ذلك')
    expect(await other.call('history.fork', { id, hash: there })).toEqual({ base: shared.article })
    expect(await other.call('history.fork', { id, hash: later })).toEqual({ base: shared.article })
  })

  it('finds where both parted also when nothing was written here before', async () => {
    const { test, other, id, shared } = await twoStores()
    const there = await write(test, id, 'كُتب هناك')
    await other.call('store.restore', { path: (await test.call('store.backUp', {})).path, actor: REPORTER })
    expect(await other.call('history.fork', { id, hash: there })).toEqual({ base: null })
    await write(other, id, 'كُتب هنا')
    expect(await other.call('history.fork', { id, hash: there })).toEqual({ base: shared.article })
  })

  it('keeps what is being written, so that the lines of both stores part at the backup', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'أصل')
    // Saved, and in no version yet.
    await save(test, id, 'يُكتب')
    const shared = await test.call('articles.get', { id })
    const other = testService(tempFolder())
    await other.call('store.restore', { path: (await test.call('store.backUp', {})).path, actor: REPORTER })
    const there = await write(other, id, 'كُتب هناك')
    await save(test, id, 'كُتب هنا')
    const { path } = await other.call('store.backUp', {})
    await test.call('publish.chooseFolder', { folder: dirname(path) })
    await test.call('store.restore', { path, actor: REPORTER })
    expect(await test.call('history.fork', { id, hash: there })).toEqual({ base: shared.article })
  })

  it('keeps no version of a text twice, and is made although one article is damaged', async () => {
    const test = testService()
    const [id, damaged] = [await writtenArticle(test, 'سليم'), await writtenArticle(test, 'تالف')]
    await save(test, id, 'يُكتب')
    test.store.db.run("UPDATE articles SET headline = 'غيره', hash = 'x' WHERE id = :id", { id: damaged })
    await test.call('store.backUp', {})
    expect((await test.call('store.backUp', {})).check.damagedArticles).toEqual([{ id: damaged, headline: 'غيره' }])
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason }) => reason)).toEqual(['quiet', 'created'])
  })
})
