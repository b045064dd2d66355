import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { startDeliveries } from '#electron/service/deliver/schedule.ts'
import { getDelivery } from '#db/tables/deliveries.ts'
import { approved, folderDestination } from '#tests/support/sending.ts'
import { EDITOR, testService } from '#tests/support/service.ts'

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
    expect(statSync(join(folder, 'keys', 'secrets.key')).mode & 0o777).toBe(0o600)
    expect(existsSync(join(store, 'secrets.key'))).toBe(false)
    expect(statSync(join(store, 'secrets.json')).mode & 0o777).toBe(0o600)
    test.service.close()
    for (const name of readdirSync(store)) {
      const path = join(store, name)
      if (statSync(path).isFile()) expect(readFileSync(path).includes('abcd EFGH 1234'), name).toBe(false)
    }
  })

  it.each(['http://one.example/blog', 'https://one.example:8443/blog', 'https://one.example/other'])(
    'do not send the secret of https://one.example/blog to %s, not even in a test',
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

  it('lose their secret when the address changes to another site', async () => {
    const { call } = testService()
    const config = { kind: 'ghost', address: 'https://one.example', sections: {} } as const
    const { id } = await call('destinations.save', { id: null, name: 'غوست', config, secret: '1234:abcd' })
    await call('destinations.save', { id, name: 'غوست', config: { ...config, address: 'https://one.example/' } })
    expect((await call('destinations.list', {})).destinations).toMatchObject([{ hasSecret: true }])
    await call('destinations.save', { id, name: 'غوست', config: { ...config, address: 'https://two.example' } })
    expect((await call('destinations.list', {})).destinations).toMatchObject([{ hasSecret: false }])
  })

  it('cancel their waiting deliveries when they are removed', async () => {
    const test = testService()
    const { destinationId, out } = await folderDestination(test)
    const id = await approved(test)
    await test.call('deliveries.send', { id, destinationId, actor: EDITOR })
    await test.call('destinations.remove', { id: destinationId, actor: EDITOR })
    await test.service.courier.run()
    expect((await test.call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled' }])
    expect(readdirSync(out)).toEqual([])
    expect(test.changes).toContainEqual({ type: 'destinations-changed' })
  })

  it('cannot be removed while a delivery is being sent, and can afterwards', async () => {
    const asked = Promise.withResolvers<void>()
    // A site that never answers; the request ends when it is aborted.
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
    await expect(call('destinations.remove', { id: destinationId, actor: EDITOR })).rejects.toMatchObject({
      code: 'destination-busy',
      params: { name: 'الموقع' },
    })
    expect((await call('destinations.list', {})).destinations).toMatchObject([{ id: destinationId, hasSecret: true }])
    expect((await call('deliveries.list', { id })).deliveries).toMatchObject([{ id: deliveryId, state: 'sending' }])
    // A cancellation breaks off a request that hangs.
    await call('deliveries.cancel', { deliveryId, actor: EDITOR })
    await sending
    expect((await call('deliveries.list', { id })).deliveries).toMatchObject([{ state: 'cancelled', problem: null }])
    await call('destinations.remove', { id: destinationId, actor: EDITOR })
    expect((await call('destinations.list', {})).destinations).toEqual([])
  })

  it('that hang do not delay deliveries to others', async () => {
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
    // A clock that is ahead: every waiting delivery is due.
    onTestFinished(startDeliveries(service, () => '2027-01-01T00:00:00.000Z'))
    await expect.poll(() => stands(deliveryId)?.progress.problem?.code).toBe('folder-missing')
    mkdirSync(out)
    await expect.poll(() => stands(deliveryId)?.state).toBe('delivered')
    expect(stands(hung.deliveryId)).toMatchObject({ state: 'sending', progress: { attempts: 1 } })
  })

  it.each([
    'ftp://example.org',
    'example.org',
    'https://a:b@example.org',
    'https://example.org/?x=1',
    'https://',
    'http://a%b',
  ])('refuse «%s» as an address', async (address) => {
    const { call } = testService()
    const config = { kind: 'ghost', address, sections: {} } as const
    await expect(call('destinations.save', { id: null, name: 'x', config })).rejects.toMatchObject({
      code: 'invalid-input',
    })
  })

  it('test whether a folder can be written to, and leave nothing there', async () => {
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
