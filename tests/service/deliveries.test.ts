import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { verifyPackage } from '#electron/files/verify-package.ts'
import { setState } from '#db/tables/articles.ts'
import { getDelivery, setDelivery } from '#db/tables/deliveries.ts'
import { startDeliveries } from '#electron/service/deliver/start.ts'
import { EDITOR, REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'

async function approved(test: TestService, headline = 'عنوان'): Promise<string> {
  const id = await writtenArticle(test, headline)
  await test.call('review.move', { id, to: 'submitted', actor: REPORTER })
  await test.call('review.move', { id, to: 'approved', actor: EDITOR })
  return id
}

async function folderDestination({ call, folder }: TestService, layout: 'flat' | 'by-date' = 'flat') {
  const out = join(folder, 'hot')
  mkdirSync(out, { recursive: true })
  const { id } = await call('destinations.save', {
    ...{ id: null, name: 'المجلد الساخن', config: { kind: 'folder', folder: out, layout } },
  })
  return { out, destinationId: id }
}

describe('a delivery to a folder', () => {
  it('puts a sound package there, and the audit knows of it', async () => {
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
    const { delivery } = await call('deliveries.retry', { deliveryId })
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 1, problem: null, headline: 'عنوان' })
    expect(readdirSync(out)).toEqual(['عنوان-article2-v1.zip'])
    expect(delivery.link).toBe(join(out, 'عنوان-article2-v1.zip'))
    const report = await verifyPackage(readFileSync(join(out, 'عنوان-article2-v1.zip')))
    expect(report).toMatchObject({ valid: true, about: { version: 1, action: 'publish' } })
    expect((await call('articles.get', { id })).state).toBe('exported')
    const { events } = await call('review.history', { id })
    expect(events.at(-1)).toMatchObject({ action: 'exported', from: 'approved', to: 'exported', note: 'المجلد الساخن' })
    await expect(call('deliveries.retry', { deliveryId })).rejects.toMatchObject({ code: 'delivery-over' })
  })

  it('keeps to folders of the day where it is asked to', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test, 'by-date')
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId })
    expect(readdirSync(join(out, '2026', '11', '24'))).toEqual(['عنوان-article2-v1.zip'])
  })

  it('waits while the folder is not there, and goes on by itself', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    rmSync(out, { recursive: true })
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const { delivery } = await test.call('deliveries.retry', { deliveryId })
    expect(delivery).toMatchObject({ state: 'queued', problem: { code: 'folder-missing', params: { path: out } } })
    expect(Date.parse(delivery.nextAttempt ?? '')).toBeGreaterThan(Date.parse(delivery.createdAt))
    mkdirSync(out)
    await test.service.courier.run()
    const { deliveries } = await test.call('deliveries.list', { id })
    expect(deliveries).toMatchObject([{ state: 'delivered', attempts: 2, problem: null }])
  })

  it('leaves what is in its place alone', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    writeFileSync(join(out, 'عنوان-article2-v1.zip'), 'another')
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('deliveries.retry', { deliveryId })
    expect(readdirSync(out).toSorted()).toEqual(['عنوان-article2-v1-2.zip', 'عنوان-article2-v1.zip'])
    expect(readFileSync(join(out, 'عنوان-article2-v1.zip'), 'utf8')).toBe('another')
  })

  it('is refused for what nobody approved, for a reporter, and for a kill of what is not killed', async () => {
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

  it('gives way to a newer one of the same article, and can be cancelled', async () => {
    const test = testService()
    const { call } = test
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const first = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    const second = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await call('deliveries.cancel', { deliveryId: second.deliveryId })
    const { deliveries } = await call('deliveries.list', { id })
    expect(deliveries.map(({ id: each, state }) => [each, state])).toEqual([
      [second.deliveryId, 'cancelled'],
      [first.deliveryId, 'cancelled'],
    ])
    await test.service.courier.run()
    expect(readdirSync(out)).toEqual([])
  })

  it('holds what is under embargo until that ends', async () => {
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

  it('survives the end of the process, with its bytes', async () => {
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

describe('what waits to be sent', () => {
  it('is not sent before its embargo ends, whoever asks for it', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await writtenArticle(test)
    await embargoed(test, id, '2026-11-24T12:00:00+03:00')
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const { delivery } = await test.call('deliveries.retry', { deliveryId })
    expect(delivery).toMatchObject({ state: 'queued', attempts: 0, nextAttempt: '2026-11-24T09:00:00.000Z' })
    expect(readdirSync(out)).toEqual([])
  })

  it('is held when the embargo was moved later meanwhile', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await embargoed(test, id, '2026-11-25T12:00:00+03:00')
    const { delivery } = await test.call('deliveries.retry', { deliveryId })
    expect(delivery).toMatchObject({ state: 'held', problem: { code: 'embargo-moved', params: {} } })
    expect(readdirSync(out)).toEqual([])
  })

  it('is cancelled when its article is killed', async () => {
    const test = testService()
    const { call } = test
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await call('deliveries.retry', { deliveryId })
    await call('deliveries.send', { id, destinationId, actor: EDITOR })
    await call('review.move', { id, to: 'killed', actor: EDITOR, note: 'خبر كاذب' })
    expect((await call('deliveries.list', { id })).deliveries.map(({ state }) => state)).toEqual([
      'cancelled',
      'delivered',
    ])
    await test.service.courier.run()
    expect(readdirSync(out)).toEqual(['عنوان-article2-v1.zip'])
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

  it('never overtakes what was sent after it', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const first = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const under = getDelivery(test.store.db, first.deliveryId)
    if (under === null) throw new Error('no delivery')
    // Being sent when the process ended.
    setDelivery(test.store.db, under.id, 'sending', under.progress, '2026-11-24T08:30:00.000Z')
    await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.service.courier.run()
    expect((await test.call('deliveries.list', { id })).deliveries.map(({ state }) => state)).toEqual([
      'delivered',
      'cancelled',
    ])
    expect(readdirSync(out)).toEqual(['عنوان-article2-v2.zip'])
  })

  it('stays cancelled when it was being sent and the process ended', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const id = await approved(test)
    const { deliveryId } = await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    const under = getDelivery(test.store.db, deliveryId)
    if (under === null) throw new Error('no delivery')
    setDelivery(test.store.db, deliveryId, 'sending', under.progress, '2026-11-24T08:30:00.000Z')
    await test.call('deliveries.cancel', { deliveryId })
    test.service.close()
    const second = testService(test.folder)
    await second.service.courier.run()
    expect((await second.call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    expect(readdirSync(out)).toEqual([])
  })
})

it('an article is withdrawn when the last place has given it back', async () => {
  const test = testService()
  const { call } = test
  const { destinationId } = await folderDestination(test)
  const config = { kind: 'folder', folder: join(test.folder, 'hot'), layout: 'by-date' } as const
  const other = (await call('destinations.save', { id: null, name: 'الآخر', config })).id
  const id = await approved(test)
  const sendTo = async (to: string, action: 'publish' | 'withdraw'): Promise<void> => {
    const { deliveryId } = await call('deliveries.send', { id, destinationId: to, action, actor: EDITOR })
    await call('deliveries.retry', { deliveryId })
  }
  await sendTo(destinationId, 'publish')
  await sendTo(other, 'publish')
  await sendTo(destinationId, 'withdraw')
  expect((await call('articles.get', { id })).state).toBe('exported')
  await sendTo(other, 'withdraw')
  expect((await call('articles.get', { id })).state).toBe('withdrawn')
})

describe('destinations', () => {
  it('never give a secret back, and keep it out of the database', async () => {
    const test = testService()
    const { call, folder } = test
    const config = { kind: 'wordpress', address: 'https://example.org/', account: 'desk', sections: {} } as const
    const { id } = await call('destinations.save', { id: null, name: 'الموقع', config, secret: 'abcd EFGH 1234' })
    const listed = await call('destinations.list', {})
    expect(listed).toEqual({
      destinations: [{ id, name: 'الموقع', config: { ...config, address: 'https://example.org' }, hasSecret: true }],
      vault: 'file',
    })
    const store = join(folder, 'store')
    expect(statSync(join(store, 'secrets.key')).mode & 0o777).toBe(0o600)
    expect(statSync(join(store, 'secrets.json')).mode & 0o777).toBe(0o600)
    test.service.close()
    for (const name of readdirSync(store)) {
      const path = join(store, name)
      if (statSync(path).isFile()) expect(readFileSync(path).includes('abcd EFGH 1234'), name).toBe(false)
    }
  })

  it.each(['http://one.example/blog', 'https://one.example:8443/blog', 'https://one.example/other'])(
    'lose the secret of https://one.example/blog at %s, in the test as well',
    async (address) => {
      const asked: string[] = []
      const send: typeof fetch = (_address, request) => {
        asked.push(new Headers(request?.headers).get('authorization') ?? '')
        return Promise.resolve(new Response('{}'))
      }
      const { call } = testService(undefined, { fetch: send })
      const config = { kind: 'wordpress', address: 'https://one.example/blog', account: 'a', sections: {} } as const
      const { id } = await call('destinations.save', { id: null, name: 'الموقع', config, secret: 'abcd 1234' })
      await call('destinations.test', { id, config: { ...config, address } })
      expect(asked.filter((each) => each !== '')).toEqual([])
      await call('destinations.save', { id, name: 'الموقع', config: { ...config, address } })
      expect((await call('destinations.list', {})).destinations).toMatchObject([{ hasSecret: false }])
    },
  )

  it('lose the secret when the address is another site’s', async () => {
    const { call } = testService()
    const config = { kind: 'ghost', address: 'https://one.example', sections: {} } as const
    const { id } = await call('destinations.save', { id: null, name: 'غوست', config, secret: '1234:abcd' })
    await call('destinations.save', { id, name: 'غوست', config: { ...config, address: 'https://one.example/' } })
    expect((await call('destinations.list', {})).destinations).toMatchObject([{ hasSecret: true }])
    await call('destinations.save', { id, name: 'غوست', config: { ...config, address: 'https://two.example' } })
    expect((await call('destinations.list', {})).destinations).toMatchObject([{ hasSecret: false }])
  })

  it('go with their secret, and what was on its way is cancelled', async () => {
    const test = testService()
    const { destinationId, out } = await folderDestination(test)
    const id = await approved(test)
    await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('destinations.remove', { id: destinationId })
    await test.service.courier.run()
    expect((await test.call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    expect(readdirSync(out)).toEqual([])
    expect(test.changes).toContainEqual({ type: 'destinations-changed' })
  })

  it('stay while something is being sent there, and go when that is over', async () => {
    const asked = Promise.withResolvers<void>()
    // A site that never answers, until it is no more waited for.
    const hang: typeof fetch = (_address, request) => {
      asked.resolve()
      const { promise, reject } = Promise.withResolvers<Response>()
      request?.signal?.addEventListener('abort', () => reject(new TypeError('fetch failed')))
      return promise
    }
    const test = testService(undefined, { fetch: hang })
    const { call } = test
    const config = { kind: 'wordpress', address: 'https://one.example', account: 'a', sections: {} } as const
    const { id: destinationId } = await call('destinations.save', { id: null, name: 'الموقع', config, secret: 'a b' })
    const id = await approved(test)
    const { deliveryId } = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    const sending = test.service.courier.run()
    await asked.promise
    await expect(call('destinations.remove', { id: destinationId })).rejects.toMatchObject({
      code: 'destination-busy',
      params: { name: 'الموقع' },
    })
    expect((await call('destinations.list', {})).destinations).toMatchObject([{ id: destinationId, hasSecret: true }])
    expect((await call('deliveries.list', { id })).deliveries).toMatchObject([{ id: deliveryId, state: 'sending' }])
    // A cancellation breaks off a request that hangs.
    await call('deliveries.cancel', { deliveryId })
    await sending
    expect((await call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled', problem: null }])
    await call('destinations.remove', { id: destinationId })
    expect((await call('destinations.list', {})).destinations).toEqual([])
  })

  it('that hang hold up nothing that is due elsewhere', async () => {
    const hang: typeof fetch = () => new Promise<Response>(() => {})
    const test = testService(undefined, { fetch: hang })
    const { call, service } = test
    const config = { kind: 'ghost', address: 'https://one.example', sections: {} } as const
    const ghost = await call('destinations.save', {
      id: null,
      name: 'غوست',
      config,
      secret: `${'a'.repeat(24)}:${'b'.repeat(64)}`,
    })
    const { out, destinationId } = await folderDestination(test)
    rmSync(out, { recursive: true })
    const id = await approved(test)
    const hung = await call('deliveries.send', { id, destinationId: ghost.id, actor: EDITOR })
    const { deliveryId } = await call('deliveries.send', { id, destinationId, actor: EDITOR })
    const stands = (of: string) => getDelivery(test.store.db, of)
    // Its clock is late: whatever waits is due at once.
    onTestFinished(startDeliveries(service, () => '2027-01-01T00:00:00.000Z'))
    await vi.waitFor(() => expect(stands(deliveryId)?.progress.problem?.code).toBe('folder-missing'))
    mkdirSync(out)
    await vi.waitFor(() => expect(stands(deliveryId)?.state).toBe('delivered'))
    expect(stands(hung.deliveryId)).toMatchObject({ state: 'sending', progress: { attempts: 1 } })
  })

  it.each(['ftp://example.org', 'example.org', 'https://a:b@example.org', 'https://example.org/?x=1', 'https://'])(
    'refuse «%s» as an address',
    async (address) => {
      const { call } = testService()
      const config = { kind: 'ghost', address, sections: {} } as const
      await expect(call('destinations.save', { id: null, name: 'x', config })).rejects.toMatchObject({
        code: 'invalid-input',
      })
    },
  )

  it('say of a folder whether it can be written to, and leave nothing there', async () => {
    const test = testService()
    const { out, destinationId } = await folderDestination(test)
    const config = { kind: 'folder', folder: out, layout: 'flat' } as const
    expect(await test.call('destinations.test', { id: destinationId, config })).toEqual({
      findings: [],
      site: out,
      account: '',
    })
    expect(existsSync(out) && readdirSync(out)).toEqual([])
    rmSync(out, { recursive: true })
    expect((await test.call('destinations.test', { id: null, config })).findings).toEqual([
      { code: 'folder-missing', severity: 'error', params: { path: out } },
    ])
  })
})
