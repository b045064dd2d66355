import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyPackage } from '#electron/files/verify-package/verify-package.ts'
import { setState } from '#db/tables/articles.ts'
import { getDelivery, setDelivery } from '#db/tables/deliveries.ts'
import { approved, folderDestination } from '#tests/support/sending.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

describe('a delivery to a folder', () => {
  it('writes a sound package there, and records it in the audit', async () => {
    const test = testService()
    const { call } = test
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    expect(await call('deliveries.list', { id })).toMatchObject({
      deliveries: [
        { id: deliveryId, state: 'queued', action: 'publish', attempts: 0, destination: { name: 'المجلد الساخن' } },
      ],
      damaged: 0,
    })
    const { delivery } = await call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, problem: null, headline: 'عنوان' })
    expect(readdirSync(out)).toEqual(['عنوان-article2-v1.zip'])
    expect(delivery.link).toBe(join(out, 'عنوان-article2-v1.zip'))
    const report = await verifyPackage(readFileSync(join(out, 'عنوان-article2-v1.zip')))
    expect(report).toMatchObject({ valid: true, about: { version: 1, action: 'publish' } })
    expect((await call('articles.get', { id })).state).toBe('exported')
    const { events } = await call('review.history', { id })
    expect(events.at(-1)).toMatchObject({ action: 'exported', from: 'approved', to: 'exported', note: 'المجلد الساخن' })
    await expect(call('deliveries.retry', { deliveryId, actor: EDITOR })).rejects.toMatchObject({
      code: 'delivery-over',
    })
  })

  it('contains the formats of the settings, and is refused where one cannot be made', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    await test.call('settings.set', { packageFormats: ['text', 'markdown'] })
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    const { files } = await verifyPackage(readFileSync(join(out, 'عنوان-article2-v1.zip')))
    expect(files.map(({ path }) => path)).toEqual(expect.arrayContaining(['data/article.txt', 'data/article.md']))
    await test.call('settings.set', { packageFormats: ['pdf'] })
    await expect(test.call('deliveries.send', { id, destinationId, actor: EDITOR })).rejects.toMatchObject({
      code: 'no-printer',
    })
  })

  it('uses a folder for each day when the destination says so', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test, 'by-date')
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(readdirSync(join(out, '2026', '11', '24'))).toEqual(['عنوان-article2-v1.zip'])
  })

  it('waits while the folder is missing, and continues by itself', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    rmSync(out, { recursive: true })
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const { delivery } = await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'queued', problem: { code: 'folder-missing', params: { path: out } } })
    expect(Date.parse(delivery.nextAttempt ?? '')).toBeGreaterThan(Date.parse(delivery.createdAt))
    mkdirSync(out)
    await test.service.courier.run()
    const { deliveries } = await test.call('deliveries.list', { id })
    expect(deliveries).toMatchObject([{ state: 'delivered', attempts: 2, problem: null }])
  })

  it('is held when the path of its package is longer than the disk allows', async () => {
    const test = testService()
    const { call, folder } = test
    // A path of Linux has at most 4,095 bytes. The folder's has fewer, and with the name of the package more.
    const deep = join(folder, ...Array.from({ length: 16 }, () => 'a'.repeat(248)))
    const out = join(deep, 'b'.repeat(4085 - deep.length))
    mkdirSync(out, { recursive: true })
    const config = { kind: 'folder', folder: out, layout: 'flat' } as const
    const { id: destinationId } = await call('destinations.save', { id: null, name: 'العميق', config })
    const id = await approved(test)
    const { deliveryId } = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    const { delivery } = await call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'held', problem: { code: 'name-too-long', params: { path: out } } })
    expect(readdirSync(out)).toEqual([])
  })

  it('does not overwrite a file of the same name', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    writeFileSync(join(out, 'عنوان-article2-v1.zip'), 'another')
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(readdirSync(out).toSorted()).toEqual(['عنوان-article2-v1-2.zip', 'عنوان-article2-v1.zip'])
    expect(readFileSync(join(out, 'عنوان-article2-v1.zip'), 'utf8')).toBe('another')
  })

  it('is refused for a draft, for a reporter, and for the kill of an article that is not killed', async () => {
    const test = testService()
    const { call } = test
    const { destinationId } = await folderDestination(test)
    const draft = await writtenArticle(test)
    await expect(call('deliveries.send', { id: draft, destinationId, actor: EDITOR })).rejects.toMatchObject({
      code: 'not-approved',
    })
    const id = await approved(test, 'آخر')
    await expect(call('deliveries.send', { id, destinationId, actor: REPORTER })).rejects.toMatchObject({
      code: 'role-not-allowed',
    })
    await expect(call('deliveries.send', { id, destinationId, action: 'kill', actor: EDITOR })).rejects.toMatchObject({
      code: 'not-killed',
    })
  })

  it('is cancelled by a newer one of the same article, and on request', async () => {
    const test = testService()
    const { call } = test
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const first = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    const second = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await call('deliveries.cancel', { deliveryId: second.deliveryId, actor: EDITOR })
    const { deliveries } = await call('deliveries.list', { id })
    expect(deliveries.map(({ id: each, state }) => [each, state])).toEqual([
      [second.deliveryId, 'cancelled'],
      [first.deliveryId, 'cancelled'],
    ])
    await test.service.courier.run()
    expect(readdirSync(out)).toEqual([])
  })

  it('does not send an article under embargo, and is due when that ends', async () => {
    const test = testService()
    const { call } = test
    const { out, destinationId } = await folderDestination(test)
    const id = await writtenArticle(test)
    const opened = await call('articles.open', { id, actor: REPORTER })
    const metadata = { ...opened.article.metadata, embargo: '2026-11-24T12:00:00+03:00' }
    const article = { ...opened.article, metadata }
    await call('articles.save', { article, baseSaveNumber: opened.saveNumber, caret: null, actor: REPORTER })
    await call('review.move', { id, to: 'submitted', actor: REPORTER })
    await call('review.move', { id, to: 'approved', actor: EDITOR })
    await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.service.courier.run()
    expect(readdirSync(out)).toEqual([])
    expect(test.service.courier.nextDue()).toBe('2026-11-24T09:00:00.000Z')
  })

  it('is sent after a restart of the process', async () => {
    const first = testService()
    const { out, destinationId } = await folderDestination(first)
    const id = await approved(first)
    await first.call('deliveries.send', { id, destinationId, actor: EDITOR })
    first.service.close()
    const second = testService(first.folder)
    await second.service.courier.run()
    expect(readdirSync(out)).toEqual(['عنوان-article2-v1.zip'])
    expect((await second.call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'delivered' }])
  })
})

/** Saves the article with another embargo, and has it approved. */
async function embargoed(test: TestService, id: string, embargo: string): Promise<void> {
  const { call } = test
  const opened = await call('articles.open', { id, actor: REPORTER })
  const article = { ...opened.article, metadata: { ...opened.article.metadata, embargo } }
  await call('articles.save', { article, baseSaveNumber: opened.saveNumber, caret: null, actor: REPORTER })
  await call('articles.close', { id })
  await call('review.move', { id, to: 'submitted', actor: REPORTER })
  await call('review.move', { id, to: 'approved', actor: EDITOR })
}

describe('a waiting delivery', () => {
  it('is not sent before its embargo ends, even on request', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await writtenArticle(test)
    await embargoed(test, id, '2026-11-24T12:00:00+03:00')
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const { delivery } = await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'queued', attempts: 0, nextAttempt: '2026-11-24T09:00:00.000Z' })
    expect(readdirSync(out)).toEqual([])
  })

  it('is held when the embargo was moved to a later time', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await embargoed(test, id, '2026-11-25T12:00:00+03:00')
    const { delivery } = await test.call('deliveries.retry', { deliveryId, actor: EDITOR })
    expect(delivery).toMatchObject({ state: 'held', problem: { code: 'embargo-moved', params: {} } })
    expect(readdirSync(out)).toEqual([])
  })

  it('is cancelled when its article is killed, and the kill is sent instead', async () => {
    const test = testService()
    const { call } = test
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await call('deliveries.retry', { deliveryId, actor: EDITOR })
    await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await call('review.move', { id, to: 'killed', actor: EDITOR, note: 'خبر كاذب' })
    expect((await call('deliveries.list', { id })).deliveries.map(({ state }) => state)).toEqual([
      'queued',
      'cancelled',
      'delivered',
    ])
    await test.service.courier.run()
    expect(readdirSync(out)).toEqual(['عنوان-article2-v1.zip', 'عنوان-article2-v3.zip'])
    const [kill] = (await call('deliveries.list', { id })).deliveries
    expect(kill).toMatchObject({ action: 'kill', state: 'delivered' })
  })

  it('is not sent when its article was killed before the store was opened', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    setState(test.store.db, id, 'killed', '2026-11-24T08:30:00.000Z')
    await test.service.courier.run()
    expect((await test.call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    expect(readdirSync(out)).toEqual([])
  })

  it('is cancelled when a newer one was sent after a crash', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const first = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const under = getDelivery(test.store.db, first.deliveryId)
    if (under === null) throw new Error('no delivery')
    // The process ended while sending it.
    setDelivery(test.store.db, under.id, 'sending', under.progress, '2026-11-24T08:30:00.000Z')
    await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.service.courier.run()
    expect((await test.call('deliveries.list', { id })).deliveries.map(({ state }) => state)).toEqual([
      'delivered',
      'cancelled',
    ])
    expect(readdirSync(out)).toEqual(['عنوان-article2-v2.zip'])
  })

  it('stays cancelled when the process ended while sending it', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const under = getDelivery(test.store.db, deliveryId)
    if (under === null) throw new Error('no delivery')
    setDelivery(test.store.db, deliveryId, 'sending', under.progress, '2026-11-24T08:30:00.000Z')
    await test.call('deliveries.cancel', { deliveryId, actor: EDITOR })
    test.service.close()
    const second = testService(test.folder)
    await second.service.courier.run()
    expect((await second.call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    expect(readdirSync(out)).toEqual([])
  })
})

it('an article is withdrawn once it is withdrawn from its last destination', async () => {
  const test = testService()
  const { call } = test
  const { destinationId } = await folderDestination(test)
  const config = { kind: 'folder', folder: join(test.folder, 'hot'), layout: 'by-date' } as const
  const other = (await call('destinations.save', { id: null, name: 'الآخر', config })).id
  const id = await approved(test)
  const sendTo = async (to: string, action: 'publish' | 'withdraw'): Promise<void> => {
    const { deliveryId } = await call('deliveries.send', { id, destinationId: to, action, actor: EDITOR })
    await call('deliveries.retry', { deliveryId, actor: EDITOR })
  }
  await sendTo(destinationId, 'publish')
  await sendTo(other, 'publish')
  await sendTo(destinationId, 'withdraw')
  expect((await call('articles.get', { id })).state).toBe('exported')
  await sendTo(other, 'withdraw')
  expect((await call('articles.get', { id })).state).toBe('withdrawn')
})
