import { describe, expect, it } from 'vitest'
import { figure } from '#core/article/factories.ts'
import { setState } from '#db/tables/articles.ts'
import { counter } from '#tests/support/articles.ts'
import { jpeg } from '#tests/support/pictures.ts'
import { approved, folderDestination } from '#tests/support/sending.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

const stateOf = async ({ call }: TestService, id: string) => (await call('articles.get', { id })).state
const sectionOf = async ({ call }: TestService, id: string) =>
  (await call('articles.get', { id })).article.metadata.section

describe('steps of several articles', () => {
  it('move those that may move, and say why the others did not', async () => {
    const test = testService()
    const ready = await writtenArticle(test)
    const { id: untitled } = await test.call('articles.create', { actor: REPORTER })
    const open = await writtenArticle(test, 'عنوان', 'another window')
    const ids = [ready, untitled, open, 'nobody', ready]
    expect(await test.call('review.moveMany', { ids, to: 'submitted', actor: REPORTER })).toEqual({
      done: [ready],
      refused: [
        { id: untitled, code: 'no-headline', params: { id: untitled } },
        { id: open, code: 'locked', params: { id: open } },
        { id: 'nobody', code: 'not-found', params: { id: 'nobody' } },
      ],
    })
    expect(await stateOf(test, ready)).toBe('submitted')
  })

  it('are checked by role, note and state as single steps are', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
    const refusal = async (
      input: { to: 'approved' | 'returned' | 'published'; note?: string },
      actor = EDITOR as object,
    ) => (await test.call('review.moveMany', { ids: [id], ...input, actor: actor as typeof EDITOR })).refused[0]?.code
    expect(await refusal({ to: 'approved' }, REPORTER)).toBe('role-not-allowed')
    expect(await refusal({ to: 'returned' })).toBe('note-required')
    expect(await refusal({ to: 'published' })).toBe('illegal-move')
    expect(await refusal({ to: 'returned', note: 'أضف مصدرًا' })).toBeUndefined()
    expect((await test.call('review.history', { id })).events.at(-1)).toMatchObject({
      note: 'أضف مصدرًا',
      to: 'returned',
    })
  })

  it('put into the bin and take out again, except what has left the house', async () => {
    const test = testService()
    const [one, two] = [await writtenArticle(test), await writtenArticle(test)]
    setState(test.store.db, two, 'exported', '2026-11-24T08:00:00.000Z')
    expect(await test.call('bin.putMany', { ids: [one, two], actor: REPORTER })).toEqual({
      done: [one],
      refused: [{ id: two, code: 'not-deletable', params: { state: 'exported' } }],
    })
    expect(await test.call('bin.takeOutMany', { ids: [one], actor: REPORTER })).toEqual({ done: [one], refused: [] })
    expect(await stateOf(test, one)).toBe('draft')
  })

  it('send approved articles to one destination', async () => {
    const test = testService()
    const { destinationId } = await folderDestination(test)
    const [ready, draft] = [await approved(test), await writtenArticle(test)]
    const order = { ids: [ready, draft], destinationId }
    expect(await test.call('deliveries.sendMany', { ...order, actor: EDITOR })).toEqual({
      done: [ready],
      refused: [{ id: draft, code: 'not-approved', params: { state: 'draft' } }],
    })
    expect(
      (await test.call('deliveries.sendMany', { ...order, actor: REPORTER })).refused.map(({ code }) => code),
    ).toEqual([...['role-not-allowed', 'role-not-allowed']])
    expect((await test.call('deliveries.list', { id: null })).deliveries.map(({ articleId }) => articleId)).toEqual([
      ready,
    ])
  })

  it('are refused as a whole by a store that cannot be written', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    test.store.db.run('PRAGMA query_only = 1')
    await expect(test.call('bin.putMany', { ids: [id], actor: REPORTER })).rejects.toMatchObject({
      code: 'store-read-only',
    })
  })
})

describe('the section of several articles', () => {
  it('is written as the house writes it, and ends no approval', async () => {
    const test = testService()
    await test.call('settings.set', { role: 'editor' })
    await test.call('settings.set', { sections: [{ name: 'السياسة' }] })
    const [draft, approvedId] = [await writtenArticle(test), await approved(test)]
    const ids = [draft, approvedId]
    expect(await test.call('articles.setSection', { ids, section: 'سياسه', actor: REPORTER })).toEqual({
      done: [draft],
      refused: [{ id: approvedId, code: 'would-move', params: { from: 'approved', to: 'draft' } }],
    })
    expect([await sectionOf(test, draft), await sectionOf(test, approvedId)]).toEqual(['السياسة', ''])
    expect(await stateOf(test, approvedId)).toBe('approved')
    const again = await test.call('articles.setSection', { ids: [draft], section: 'السياسة', actor: REPORTER })
    expect(again).toEqual({ done: [draft], refused: [] })
  })

  it('stands on a list that only an editor changes', async () => {
    const test = testService()
    const sections = [{ name: 'رياضة', spellings: [] }]
    await expect(test.call('settings.set', { sections })).rejects.toMatchObject({ code: 'role-not-allowed' })
    await test.call('settings.set', { role: 'editor' })
    expect(await test.call('settings.set', { sections })).toMatchObject({ sections })
  })
})

describe('a duplicate', () => {
  it('is a draft of its own with a mark in its headline, the same pictures and no history', async () => {
    const test = testService()
    const { call } = test
    const id = await writtenArticle(test, 'خبر')
    const { asset } = await call('assets.add', { name: 'x.jpg', bytes: jpeg().toString('base64') })
    const opened = await call('articles.open', { id, actor: REPORTER })
    const picture = figure(counter('f'), { asset })
    const article = { ...opened.article, document: [...opened.article.document, picture] }
    article.metadata.section = 'سياسة'
    await call('articles.save', { article, baseSaveNumber: opened.saveNumber, caret: null, actor: REPORTER })
    await call('review.move', { id, to: 'submitted', actor: REPORTER, note: 'جاهزة' })

    const { id: copyId } = await call('articles.duplicate', { id, actor: EDITOR })
    const copy = await call('articles.get', { id: copyId })
    const original = await call('articles.get', { id })
    expect(copy).toMatchObject({ state: 'draft', author: 'كريم', article: { metadata: { section: 'سياسة' } } })
    expect(copy.article.document[0]?.children).toEqual([{ text: 'خبر (نسخة)' }])
    const pictures = (each: typeof copy) =>
      each.article.document.flatMap((block) => (block.type === 'figure' ? [block.asset] : []))
    expect(pictures(copy)).toEqual(pictures(original))
    const ids = (each: typeof copy) => each.article.document.map((block) => block.id)
    expect(ids(copy).filter((own) => ids(original).includes(own))).toEqual([])
    expect((await call('review.history', { id: copyId })).events.map(({ action }) => action)).toEqual(['created'])
    // The original is as it was.
    expect(original).toMatchObject({ state: 'submitted' })
  })

  it('of an untitled article is called a copy', async () => {
    const { call } = testService()
    const { id } = await call('articles.create', { actor: REPORTER })
    const { id: copyId } = await call('articles.duplicate', { id, actor: REPORTER })
    const { article } = await call('articles.get', { id: copyId })
    expect(article.document[0]?.children).toEqual([{ text: 'نسخة' }])
  })
})

describe('a goal', () => {
  it('is kept beside the text: it is no edit, and the article stays approved', async () => {
    const test = testService()
    const id = await approved(test)
    const before = await test.call('articles.get', { id })
    const goal = { unit: 'lines', amount: 40, column: 30 } as const
    await test.call('articles.setGoal', { id, goal })
    expect(await test.call('articles.get', { id })).toEqual({ ...before, goal })
    await test.call('articles.setGoal', { id, goal: null })
    expect(await test.call('articles.get', { id })).toEqual(before)
  })
})

describe('a thumbnail', () => {
  it('is a small WebP of a stored picture', async () => {
    const { call } = testService()
    const { asset } = await call('assets.add', { name: 'x.jpg', bytes: jpeg().toString('base64') })
    const made = await call('assets.thumbnail', { hash: asset.hash })
    const bytes = Buffer.from(made?.bytes ?? '', 'base64')
    expect([bytes.subarray(0, 4).toString(), bytes.subarray(8, 12).toString()]).toEqual(['RIFF', 'WEBP'])
    expect(await call('assets.thumbnail', { hash: asset.hash })).toEqual(made)
    await expect(call('assets.thumbnail', { hash: 'a'.repeat(64) })).rejects.toMatchObject({ code: 'asset-missing' })
  })
})
