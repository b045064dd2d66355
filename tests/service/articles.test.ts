import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { paragraph } from '#core/article/factories.ts'
import type { CallName } from '#core/contract/contract.ts'
import { openStore } from '#db/open.ts'
import { createService } from '#electron/service/service.ts'
import { counter } from '#tests/support/articles.ts'
import { EDITOR, REPORTER, testService, writtenArticle } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })

describe('articles', () => {
  it('are created empty, with their first event', async () => {
    const { call, changes } = testService()
    const { id } = await call('articles.create', { actor: REPORTER })
    const { article, state, author, saveNumber } = await call('articles.get', { id })
    expect(article.document.map(({ type }) => type)).toEqual(['headline', 'paragraph'])
    expect({ state, author, saveNumber }).toEqual({ state: 'draft', author: 'سعاد', saveNumber: 0 })
    expect((await call('review.history', { id })).events).toEqual([
      {
        at: '2026-11-24T08:01:00.000Z',
        by: 'سعاد',
        role: 'reporter',
        action: 'created',
        from: null,
        to: 'draft',
        note: '',
        revision: expect.stringMatching(/^[0-9a-f]{64}$/u),
        id: expect.stringMatching(/^[0-9a-f]{64}$/u),
        proof: 'unproven',
        signer: null,
      },
    ])
    expect(changes).toEqual([{ type: 'article-changed', id, by: 'one' }])
  })

  it('are not saved over another save than the one they are based on, and are found by their words', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'زيارة أحمد')
    const { article, saveNumber } = await test.call('articles.get', { id })
    expect(saveNumber).toBe(1)
    const save = { article, baseSaveNumber: 0, caret: null, actor: REPORTER }
    await expect(test.call('articles.save', save)).rejects.toThrow(refusal('conflict'))
    expect((await test.call('articles.list', { search: 'احمد' })).rows.map((row) => row.id)).toEqual([id])
  })

  it('count no save for an unchanged text, but keep the caret', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const { article, updatedAt } = await test.call('articles.get', { id })
    const caret = { anchor: { path: [1, 0], offset: 3 }, focus: { path: [1, 0], offset: 3 } }
    const saved = await test.call('articles.save', { article, baseSaveNumber: 1, caret, actor: REPORTER })
    expect(saved).toEqual({ saveNumber: 1, updatedAt, state: 'draft', proposals: [] })
    expect((await test.call('articles.get', { id })).caret).toEqual(caret)
  })

  it('are put into document order when a window sends them out of order', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    const { article } = await test.call('articles.get', { id })
    const document = article.document.toReversed()
    await test.call('articles.save', {
      article: { ...article, document },
      baseSaveNumber: 1,
      caret: null,
      actor: REPORTER,
    })
    const stored = await test.call('articles.get', { id })
    expect(stored.article.document.map(({ type }) => type)).toEqual(['headline', 'paragraph'])
  })

  it('have one edit lock: a second window is read-only until the first releases it', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان', 'one')
    const second = await test.call('articles.open', { id, actor: REPORTER }, 'two')
    expect(second).toMatchObject({ editable: false, readOnlyReason: 'open-elsewhere' })
    const save = { article: second.article, baseSaveNumber: 1, caret: null, actor: REPORTER }
    await expect(test.call('articles.save', save, 'two')).rejects.toThrow(refusal('locked'))
    test.service.releaseClient('one')
    expect(test.changes.at(-1)).toEqual({ type: 'article-released', id, by: null })
    expect(await test.call('articles.open', { id, actor: REPORTER }, 'two')).toMatchObject({ editable: true })
  })

  it('give the lock back when an opening may not write, and say whose it was', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان', 'one')
    await test.call('review.move', { id, to: 'submitted', actor: REPORTER }, 'one')
    await test.call('articles.open', { id, actor: REPORTER }, 'one')
    expect(test.changes.at(-1)).toEqual({ type: 'article-released', id, by: 'one' })
  })

  it('are reserved after a crash of the service for the window that had the lock, not for a reader', async () => {
    const folder = tempFolder()
    const before = testService(folder)
    const id = await writtenArticle(before, 'عنوان', 'writer')
    const other = await writtenArticle(before, 'آخر', 'writer')
    before.service.close()
    const test = testService(folder, {}, 'new', { isRestart: true })
    for (const read of [id, other]) {
      const opened = await test.call('articles.open', { id: read, actor: REPORTER }, 'reader')
      expect(opened).toMatchObject({ editable: false, readOnlyReason: 'open-elsewhere' })
    }
    const again = await test.call('articles.open', { id, actor: REPORTER, hadLock: true }, 'writer')
    expect(again).toMatchObject({ editable: true })
    const added = await test.call('articles.create', { actor: REPORTER }, 'reader')
    expect(await test.call('articles.open', { ...added, actor: REPORTER }, 'reader')).toMatchObject({ editable: true })
    test.service.endGracePeriod()
    expect(test.changes.filter(({ type }) => type === 'article-released')).toEqual([
      { type: 'article-released', id: other, by: null },
    ])
    expect(await test.call('articles.open', { id: other, actor: REPORTER }, 'reader')).toMatchObject({ editable: true })
  })

  it('may not be edited by the reporter while they are with the editor', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
    const opened = await test.call('articles.open', { id, actor: REPORTER })
    expect(opened).toMatchObject({ editable: false, readOnlyReason: 'submitted' })
    const save = { article: opened.article, baseSaveNumber: 1, caret: null, actor: REPORTER }
    await expect(test.call('articles.save', save)).rejects.toThrow(refusal('not-editable'))
    expect(await test.call('articles.open', { id, actor: EDITOR })).toMatchObject({ editable: true })
  })

  it('are reopened by an edit, and the audit keeps the approved revision', async () => {
    const test = testService()
    const id = await writtenArticle(test)
    await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
    const { event } = await test.call('review.move', { id, to: 'approved', actor: EDITOR })
    const { article } = await test.call('articles.open', { id, actor: EDITOR })
    const metadata = { ...article.metadata, section: 'سياسة' }
    const save = { article: { ...article, metadata }, baseSaveNumber: 1, caret: null, actor: EDITOR }
    expect(await test.call('articles.save', save)).toMatchObject({ state: 'draft', saveNumber: 2 })
    const { events } = await test.call('review.history', { id })
    expect(events.at(-1)).toMatchObject({ action: 'reopened', from: 'approved', to: 'draft', revision: event.revision })
  })

  it('are refused when the disk is full, keep the last save, and are saved once there is room', async () => {
    const folder = tempFolder()
    const store = openStore(join(folder, 'store'))
    const newId = counter()
    const options = { now: () => '2026-11-24T08:00:00.000Z', newId, newBlockId: newId, home: folder, keyFolder: folder }
    const service = createService({ ...options, store })
    const call = async <N extends CallName>(name: N, input: unknown) => service.call(name, input, 'one')
    const created = await call('articles.create', { actor: REPORTER })
    const id = created.ok ? created.value.id : ''
    const read = await call('articles.get', { id })
    const article = read.ok ? read.value.article : null
    const document = [...(article?.document ?? []), paragraph(newId, 'كلمة '.repeat(200_000))]
    const save = { article: { ...article, document }, baseSaveNumber: 0, caret: null, actor: REPORTER }
    const pages = store.db.get<{ count: number }>('SELECT page_count AS count FROM pragma_page_count')?.count ?? 0
    store.db.get(`PRAGMA max_page_count = ${pages + 2}`)
    expect(await call('articles.save', save)).toEqual({ ok: false, error: { code: 'store-full', params: {} } })
    expect(await call('articles.get', { id })).toMatchObject({ ok: true, value: { saveNumber: 0 } })
    store.db.get('PRAGMA max_page_count = 1000000')
    expect(await call('articles.save', save)).toMatchObject({ ok: true, value: { saveNumber: 1 } })
    service.close()
  })

  it('refuse calls and inputs that the contract does not know', async () => {
    const { service, call } = testService()
    const ask = async (name: string, input: unknown) => (await service.call(name, input, 'one')).ok
    expect(await ask('articles.delete', {})).toBe(false)
    expect(await ask('toString', {})).toBe(false)
    expect(await ask('articles.get', { id: 7 })).toBe(false)
    expect(await ask('articles.create', { templateId: 7 })).toBe(false)
    await expect(call('articles.get', { id: 'nobody' })).rejects.toThrow(refusal('not-found'))
    expect((await call('articles.list', {})).total).toBe(0)
  })
})
