import { mkdirSync, readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { setState } from '#db/tables/articles.ts'
import { getDelivery, setDelivery } from '#db/tables/deliveries.ts'
import { approved, folderDestination, waitingForFolder } from '#tests/support/sending.ts'
import { EDITOR, REPORTER, testService, type TestService } from '#tests/support/service.ts'

/** Saves the article with another slug, as its reporter. */
async function edited({ call }: TestService, id: string): Promise<void> {
  const { article, saveNumber } = await call('articles.open', { id, actor: REPORTER })
  const metadata = { ...article.metadata, slug: 'another' }
  await call('articles.save', {
    ...{ article: { ...article, metadata }, baseSaveNumber: saveNumber, caret: null, actor: REPORTER },
  })
  await call('articles.close', { id })
}

describe('what waits of an article whose approval ends', () => {
  /** An approved article that waits for a folder that is away. `back` brings the folder back and sends what is due. */
  async function waiting() {
    const test = testService()
    const sending = await waitingForFolder(test)
    const { out } = sending
    const back = async (): Promise<string[]> => {
      mkdirSync(out)
      await test.service.courier.run()
      return readdirSync(out)
    }
    return { ...test, ...sending, test, back }
  }

  it('is held when the article is returned, and is not sent when the folder is back, whoever asks for it', async () => {
    const { call, id, deliveryId, out, back, delivery, changes } = await waiting()
    changes.length = 0
    await call('review.move', { id, to: 'returned', actor: EDITOR, note: 'لا تُنشر' })
    const held = { state: 'held', problem: { code: 'not-approved', params: {} }, nextAttempt: null }
    expect(await delivery()).toMatchObject(held)
    expect(changes).toContainEqual({ type: 'delivery-changed', id, deliveryId })
    expect(await back()).toEqual([])
    const tried = await call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(tried.delivery).toMatchObject(held)
    expect(readdirSync(out)).toEqual([])
    const { events } = await call('review.history', { id })
    expect(events.slice(-2)).toMatchObject([
      { action: 'moved', from: 'approved', to: 'returned', note: 'لا تُنشر' },
      { action: 'held', from: 'returned', to: 'returned', by: 'كريم', note: 'المجلد الساخن' },
    ])
  })

  it('is held when the article is edited, by whoever edits it', async () => {
    const { test, call, id, back, delivery } = await waiting()
    await edited(test, id)
    expect(await delivery()).toMatchObject({ state: 'held', problem: { code: 'not-approved' } })
    expect(await back()).toEqual([])
    const { events } = await call('review.history', { id })
    expect(events.slice(-2)).toMatchObject([
      { action: 'reopened', by: 'سعاد' },
      { action: 'held', by: 'سعاد', note: 'المجلد الساخن' },
    ])
  })

  it('is held when another version is restored', async () => {
    const { call, id, back, delivery } = await waiting()
    const { points } = await call('history.points', { id })
    await call('history.restore', { id, hash: points.at(-1)?.hash ?? '', actor: EDITOR })
    expect(await delivery()).toMatchObject({ state: 'held', problem: { code: 'not-approved' } })
    expect(await back()).toEqual([])
  })

  it('may be sent when the same text is approved again, and gives way when another is', async () => {
    const { test, call, id, deliveryId, destinationId, back, out } = await waiting()
    await call('review.move', { id, to: 'draft', actor: EDITOR })
    await call('review.move', { id, to: 'submitted', actor: REPORTER })
    await call('review.move', { id, to: 'approved', actor: EDITOR })
    expect(await back()).toEqual([])
    const { delivery } = await call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'delivered', problem: null })
    expect(readdirSync(out)).toEqual(['عنوان-article2-v1.zip'])
    const second = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await edited(test, id)
    await call('review.move', { id, to: 'submitted', actor: REPORTER })
    await call('review.move', { id, to: 'approved', actor: EDITOR })
    const tried = await call('deliveries.retry', { deliveryId: second.deliveryId, actor: EDITOR })
    expect(tried.delivery).toMatchObject({ state: 'held', problem: { code: 'not-approved' } })
  })

  it('is cancelled when the article goes into the bin, and stays so when it is taken out', async () => {
    const { call, id, back, delivery } = await waiting()
    await call('bin.put', { id, actor: REPORTER })
    expect(await delivery()).toMatchObject({ state: 'cancelled' })
    await call('bin.takeOut', { id, actor: REPORTER })
    expect(await back()).toEqual([])
  })

  it('is not sent when the article was returned by a Midad that did not hold it', async () => {
    const { store, id, back, delivery } = await waiting()
    setState(store.db, id, 'returned', '2026-11-24T08:30:00.000Z')
    expect(await back()).toEqual([])
    expect(await delivery()).toMatchObject({ state: 'held', problem: { code: 'not-approved' } })
  })

  it('stays where it was when the step itself fails', async () => {
    const { call, id, delivery } = await waiting()
    await expect(call('review.move', { id, to: 'returned', actor: EDITOR })).rejects.toMatchObject({
      code: 'note-required',
    })
    expect(await delivery()).toMatchObject({ state: 'queued', problem: { code: 'folder-missing' } })
  })

  it('cancels what only waits to be sent, but does not take what is being sent, nor what arrived though it was changed since', async () => {
    const test = testService()
    const { call } = test
    const { destinationId } = await folderDestination(test)
    const id = await approved(test)
    await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await call('bin.put', { id, actor: EDITOR })
    expect((await call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    await call('bin.takeOut', { id, actor: EDITOR })

    const { deliveryId } = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    const { progress } = getDelivery(test.store.db, deliveryId) ?? {}
    if (progress === undefined) throw new Error('no delivery')
    setDelivery(test.store.db, deliveryId, 'sending', progress, '2026-11-24T08:30:00.000Z')
    await expect(call('bin.put', { id, actor: EDITOR })).rejects.toMatchObject({ code: 'not-deletable' })
    await call('deliveries.retry', { deliveryId, actor: EDITOR })
    await edited(test, id)
    expect((await call('articles.get', { id })).state).toBe('draft')
    await expect(call('bin.put', { id, actor: EDITOR })).rejects.toMatchObject({ code: 'not-deletable' })
  })
})

describe('the audit of a delivery', () => {
  const SECOND = { name: 'هدى', role: 'editor' } as const

  it('names who tried it again, and not who sent it', async () => {
    const test = testService()
    const { destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const { delivery } = await test.call('deliveries.retry', { deliveryId, actor: SECOND })
    expect(delivery).toMatchObject({ state: 'delivered', by: 'هدى' })
    const { events } = await test.call('review.history', { id })
    expect(events.at(-1)).toMatchObject({ action: 'exported', by: 'هدى', role: 'editor' })
  })

  it('names who cancelled it', async () => {
    const test = testService()
    const { destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.cancel', { deliveryId, actor: SECOND })
    expect((await test.call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled', by: 'هدى' }])
    const { events } = await test.call('review.history', { id })
    expect(events.at(-1)).toMatchObject({ action: 'cancelled', by: 'هدى', note: 'المجلد الساخن' })
  })
})
