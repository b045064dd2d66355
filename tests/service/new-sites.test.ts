import { expect, it } from 'vitest'
import type { MayReach } from '#electron/service/deliver/new-sites.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { testService, type TestService } from '#tests/support/service.ts'

const at = (address: string) => ({ kind: 'ghost', address, sections: {} }) as const

type SetUp = TestService & {
  /** The sites that the shell was asked about. */
  asked: unknown[]
  /** The hosts that were reached. */
  reached: string[]
  clock: { now: number }
}

function setUp(mayReach: MayReach, folder = tempFolder()): SetUp {
  const asked: unknown[] = []
  const reached: string[] = []
  const clock = { now: Date.UTC(2026, 10, 24, 8) }
  const send: typeof fetch = (address) => {
    reached.push(new URL(address instanceof Request ? address.url : address).host)
    return Promise.resolve(new Response('{}', { status: 404 }))
  }
  const test = testService(folder, { fetch: send }, 'destination', {
    now: () => new Date(clock.now).toISOString(),
    mayReach(site, settings, clientId) {
      asked.push([site, clientId])
      return mayReach(site, settings, clientId)
    },
  })
  return { ...test, asked, reached, clock }
}

it('a new site is not reached unless the shell’s question is answered with yes, and is not saved either', async () => {
  const { call, asked, reached } = setUp(() => false)
  const refused = { code: 'address-refused', params: { site: 'http://192.168.1.1:8080/blog' } }
  const config = at('http://192.168.1.1:8080/blog/')
  await expect(call('destinations.test', { id: null, config }, 'window-3')).rejects.toMatchObject(refused)
  await expect(call('destinations.save', { id: null, name: 'غوست', config }, 'window-3')).rejects.toMatchObject(refused)
  expect(asked).toEqual([
    ['http://192.168.1.1:8080/blog', 'window-3'],
    ['http://192.168.1.1:8080/blog', 'window-3'],
  ])
  expect(reached).toEqual([])
  expect((await call('destinations.list', {})).destinations).toEqual([])
})

it('a site is asked about once, and never again when it is saved, in whatever spelling', async () => {
  const folder = tempFolder()
  const first = setUp(async () => true, folder)
  const config = at('https://one.example/blog')
  await first.call('destinations.test', { id: null, config })
  const { id } = await first.call('destinations.save', { id: null, name: 'غوست', config })
  expect(first.asked).toEqual([['https://one.example/blog', 'one']])
  first.service.close()
  const { call, asked, reached } = setUp(() => false, folder)
  await call('destinations.test', { id, config: at('HTTPS://ONE.example:443/blog/') })
  expect(reached).toEqual(['one.example'])
  expect(asked).toEqual([])
  for (const address of ['https://one.example:8443/blog', 'https://one.example/other', 'http://one.example/blog']) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a window would
    await expect(call('destinations.test', { id, config: at(address) })).rejects.toMatchObject({
      code: 'address-refused',
    })
  }
})

it('a script cannot search the network: of new sites, 20 within an hour are reached', async () => {
  const { call, asked, reached, clock } = setUp(() => true)
  const found = (port: number) => call('destinations.test', { id: null, config: at(`http://10.0.0.1:${port}`) })
  const tooMany = { code: 'too-many-addresses', params: { site: 'http://10.0.0.1:8021' } }
  for (let port = 8001; port <= 8020; port += 1) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a window would
    await found(port)
  }
  await expect(found(8021)).rejects.toMatchObject(tooMany)
  clock.now += 3_599_000
  await expect(found(8021)).rejects.toMatchObject(tooMany)
  // What was allowed stays so, and is not counted again.
  await found(8001)
  expect([asked.length, reached.length]).toEqual([20, 21])
  clock.now += 1000
  await found(8021)
  expect(reached.at(-1)).toBe('10.0.0.1:8021')
})

it('a long address is shown with its beginning, where the host is', async () => {
  const { call, asked } = setUp(() => true)
  await call('destinations.test', { id: null, config: at(`http://10.0.0.1/${'a'.repeat(500)}`) })
  expect(asked).toEqual([[`http://10.0.0.1/${'a'.repeat(104)}…`, 'one']])
})
