import { describe, expect, it } from 'vitest'
import { headText } from '#core/article/plain-text.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

async function rewrite({ call }: TestService, id: string, headline: string, actor: typeof REPORTER | typeof EDITOR) {
  const { article, saveNumber } = await call('articles.open', { id, actor })
  const [head, ...rest] = article.document
  const document = [{ ...head, children: [{ text: headline }] }, ...rest] as typeof article.document
  await call('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null, actor })
}

const headline = async ({ call }: TestService, id: string): Promise<string> =>
  headText((await call('articles.get', { id })).article, 'headline')

describe('history', () => {
  it('has a point for every step, the newest first, and brings any of them back, keeping what stood there', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'أول')
    await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
    await test.call('review.move', { id, to: 'draft', actor: REPORTER })
    await rewrite(test, id, 'ثانٍ', REPORTER)
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason, to, by }) => [reason, to, by])).toEqual([
      ['moved', 'draft', 'سعاد'],
      ['created', 'draft', 'سعاد'],
    ])
    await test.call('history.restore', { id, hash: points[0]?.hash ?? '', actor: REPORTER })
    expect(await headline(test, id)).toBe('أول')
    const after = await test.call('history.points', { id })
    const before = after.points.find(({ reason }) => reason === 'before-restore')
    const kept = await test.call('history.read', { id, hash: before?.hash ?? '' })
    expect(headText(kept.article, 'headline')).toBe('ثانٍ')
    expect((await test.call('review.history', { id })).events.at(-1)).toMatchObject({ action: 'restored', to: 'draft' })
  })

  it('keeps what stood over a long pause, and what was left at closing', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'أول')
    for (const text of ['ثانٍ', 'ثالث', 'رابع', 'خامس', 'سادس']) await rewrite(test, id, text, REPORTER)
    await test.call('articles.close', { id })
    const { points } = await test.call('history.points', { id })
    expect(points.map(({ reason }) => reason)).toEqual(['closed', 'quiet', 'created'])
  })

  it('does not bring back what another article was, nor into an article that is being written elsewhere', async () => {
    const test = testService()
    const [id, other] = [await writtenArticle(test, 'أول'), await writtenArticle(test, 'غيره')]
    const { points } = await test.call('history.points', { id })
    const hash = points[0]?.hash ?? ''
    await expect(test.call('history.restore', { id: other, hash, actor: REPORTER })).rejects.toEqual(
      refusal('not-found'),
    )
    await expect(test.call('history.restore', { id, hash, actor: REPORTER }, 'two')).rejects.toEqual(refusal('locked'))
  })
})

describe('the bin', () => {
  it('takes an article out of every list, and gives it back as it was', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    await test.call('bin.put', { id, actor: REPORTER })
    expect((await test.call('articles.list', {})).rows).toEqual([])
    expect((await test.call('articles.list', { search: 'عنوان' })).rows).toEqual([])
    await expect(test.call('articles.open', { id, actor: REPORTER })).rejects.toEqual(refusal('in-the-bin'))
    expect((await test.call('bin.list', {})).rows).toMatchObject([{ id, headline: 'عنوان' }])
    await test.call('bin.takeOut', { id, actor: REPORTER })
    expect((await test.call('articles.list', {})).rows).toMatchObject([{ id, state: 'draft' }])
  })

  it('removes for good only what lies in it, with all that belongs to it', async () => {
    const test = testService()
    const [id, other] = [await writtenArticle(test, 'أول'), await writtenArticle(test, 'غيره')]
    await test.call('bin.put', { id, actor: REPORTER })
    expect(await test.call('bin.empty', { ids: [id, other] })).toEqual({ removed: 1 })
    expect((await test.call('articles.list', {})).rows).toMatchObject([{ id: other }])
    await expect(test.call('bin.takeOut', { id, actor: REPORTER })).rejects.toEqual(refusal('not-found'))
    expect((await test.call('history.points', { id })).points).toEqual([])
  })

  it('does not take what has left the house', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    for (const to of ['submitted', 'approved'] as const) await test.call('review.move', { id, to, actor: EDITOR })
    await test.call('publish.export', { id, folder: test.folder, actor: EDITOR })
    await expect(test.call('bin.put', { id, actor: EDITOR })).rejects.toEqual(refusal('not-deletable'))
  })
})
