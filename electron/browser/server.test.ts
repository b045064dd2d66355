import { request as httpRequest } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '#core/contract/events.ts'
import { sessionSchema } from '#core/contract/sealing.ts'
import { createChannels, type Channel } from '#renderer/bridge/channel.ts'
import { bytesOf, RefusedError, shakeHands, toBytes } from '#renderer/bridge/handshake.ts'
import { keyIn } from '#renderer/bridge/session.ts'
import { connect, type Client } from '#tests/support/connect.ts'
import { serveService, type ServedService, type ServeOptions } from './server.ts'

type Fake = ServeOptions['service'] & {
  emit(change: Change): void
  released: Promise<string>
  calls: unknown[][]
  listeners: number
}

/** A service that answers every call with the call's name, and keeps who made it. */
function fakeService(): Fake {
  const listeners = new Set<(change: Change) => void>()
  const gone = Promise.withResolvers<string>()
  const calls: unknown[][] = []
  return {
    calls,
    released: gone.promise,
    get listeners() {
      return listeners.size
    },
    emit: (change) => listeners.forEach((listener) => listener(change)),
    async call(name, input, clientId) {
      calls.push([name, input, clientId])
      return { ok: false, error: { code: 'not-found', params: { name } } }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    releaseClient: (clientId) => gone.resolve(clientId),
    close() {},
  }
}

let folder = ''
let service = fakeService()
let served: ServedService
let origin = ''
let addresses: string[] = []
let untils: number[] = []
let milliseconds = 0

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'midad-server-'))
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>مداد</title>')
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  service = fakeService()
  addresses = []
  untils = []
  milliseconds = 0
  served = await serveService({
    ...{ service, staticFolder: join(folder, 'page'), goneAfterMs: 0 },
    now: () => milliseconds,
    onAddress(url, validUntil) {
      addresses.push(url)
      untils.push(validUntil)
    },
  })
  origin = `http://127.0.0.1:${served.port}`
})
afterEach(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

const json = { 'content-type': 'application/json' }

const printed = (): string => addresses.at(-1) ?? ''
const openSession = (): Promise<Client> => connect(printed())

async function openChannel(): Promise<Channel> {
  const { session } = await openSession()
  return createChannels(origin, session).get()
}

/** Sends a request with headers that `fetch` does not let a page set. */
function raw(path: string, headers: Record<string, string>, method = 'GET'): Promise<number | undefined> {
  const { promise, resolve, reject } = Promise.withResolvers<number | undefined>()
  const { hostname, port } = new URL(origin)
  httpRequest({ hostname, port, path, method, headers }, (response) => {
    response.resume()
    resolve(response.statusCode)
  })
    .once('error', reject)
    .end()
  return promise
}

describe('the page', () => {
  it('is served with a policy that allows no inline script', async () => {
    const response = await fetch(`${origin}/`)
    expect(await response.text()).toBe('<!doctype html><title>مداد</title>')
    const policy = response.headers.get('content-security-policy') ?? ''
    expect(policy).toContain("default-src 'none'; script-src 'self';")
    expect(response.headers.get('referrer-policy')).toBe('no-referrer')
    expect(response.headers.get('x-content-type-options')).toBe('nosniff')
  })

  it.each(['/../secret.json', '/%2e%2e/secret.json', '/..%2fsecret.json', '/absent.js'])('has no %s', async (path) => {
    expect(await raw(path, { host: new URL(origin).host })).toBe(404)
  })

  it('answers a HEAD without a body, and no other method', async () => {
    const head = await fetch(origin, { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '38'])
    expect((await fetch(origin, { method: 'PUT', body: 'x' })).status).toBe(405)
  })
})

describe('where a request comes from', () => {
  it.each([
    ['another host, as DNS rebinding sends', { host: 'evil.example' }],
    ['localhost, which is another origin', { host: 'localhost:80' }],
  ])('refuses %s', async (_, headers) => {
    expect(await raw('/', headers)).toBe(403)
  })

  it.each([
    ['another origin', { origin: 'http://evil.example' }],
    ['an opaque origin', { origin: 'null' }],
    ['a page of another site', { 'sec-fetch-site': 'cross-site' }],
    ['a page of another port', { 'sec-fetch-site': 'same-site' }],
  ])('refuses %s', async (_, headers) => {
    expect(await raw('/', { host: new URL(origin).host, ...headers })).toBe(403)
  })

  it('lets a person type the address, but not post from there', async () => {
    const headers = { host: new URL(origin).host, 'sec-fetch-site': 'none' }
    expect(await raw('/', headers)).toBe(200)
    expect(await raw('/session', headers, 'POST')).toBe(403)
  })

  it('lets the shell’s file open the window, and no other page hold it in a frame', async () => {
    const headers = { host: new URL(origin).host, 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' }
    expect(await raw('/', { ...headers, 'sec-fetch-dest': 'document' })).toBe(200)
    expect(await raw('/', { ...headers, 'sec-fetch-dest': 'iframe' })).toBe(403)
    expect(await raw('/session', { ...headers, 'sec-fetch-dest': 'document' }, 'POST')).toBe(403)
  })
})

describe('sessions', () => {
  it('the printed key opens one window, and then another one is printed', async () => {
    const [first, second] = [await openSession(), await openSession()]
    expect(first.session.clientId).not.toBe(second.session.clientId)
    expect(first.session.secret).not.toBe(second.session.secret)
    expect(new Set(addresses).size).toBe(3)
    await expect(connect(addresses[0] ?? '')).rejects.toThrow(RefusedError)
  })

  it('a launch key opens one window only, and no address is printed for it', async () => {
    const url = served.launchUrl()
    await connect(url)
    await expect(connect(url)).rejects.toThrow(RefusedError)
    expect(addresses.length).toBe(1)
  })

  it('a launch key is void after 30 seconds', async () => {
    const [inTime, late] = [served.launchUrl(), served.launchUrl()]
    milliseconds = 29_999
    await connect(inTime)
    milliseconds = 30_000
    await expect(connect(late)).rejects.toThrow(RefusedError)
  })

  it('a printed key is void after 15 minutes, and says so; each is valid as long', async () => {
    expect(untils).toEqual([900_000])
    milliseconds = 899_999
    await openSession()
    expect(untils).toEqual([900_000, 1_799_999])
    milliseconds = 1_799_999
    await expect(openSession()).rejects.toThrow(RefusedError)
    // Nobody gets another key by trying an old one.
    expect(addresses.length).toBe(2)
  })

  it('a duplicated tab gets a session of its own', async () => {
    const { session } = await openSession()
    const copied = { id: session.clientId, secret: session.secret }
    const own = await shakeHands(origin, '/session', copied, sessionSchema)
    expect(own.clientId).not.toBe(session.clientId)
  })

  it('neither the key nor the secret of a session is sent', async () => {
    const heard: string[] = []
    const { fetch: send } = globalThis
    globalThis.fetch = async (input, init) => {
      const response = await send(input, init)
      const body = await response.clone().text()
      heard.push(JSON.stringify([input, init?.headers, init?.body, body, [...response.headers]]))
      return response
    }
    try {
      const key = keyIn(new URL(printed()).hash)
      const { session, call } = await openSession()
      await call('articles.list', {})
      expect(heard.length).toBe(3)
      for (const secret of [key?.secret ?? '', session.secret]) {
        expect(secret).toMatch(/^[\da-f]{64}$/u)
        expect(heard.join('')).not.toContain(secret)
      }
    } finally {
      globalThis.fetch = send
    }
  })

  it.each([
    ['{"id":"abcdefghijkl","nonce":"000000000000000000000000","proof":"00000000000000000000000000000000"}', 401],
    ['{"key":7}', 401],
    ['[]', 401],
    ['null', 401],
    ['{', 400],
    [`"${'x'.repeat(5000)}"`, 413],
  ])('refuses %.20s', async (body, status) => {
    for (const path of ['/session', '/channel']) {
      // oxlint-disable-next-line no-await-in-loop
      expect((await fetch(`${origin}${path}`, { method: 'POST', headers: json, body })).status).toBe(status)
    }
  })

  it('refuses a body that is not declared as JSON', async () => {
    const headers = { 'content-type': 'text/plain' }
    expect((await fetch(`${origin}/session`, { method: 'POST', headers, body: '{}' })).status).toBe(415)
  })
})

describe('calls', () => {
  const LIST = '/call/articles.list'

  it('reach the service with the client of the channel, and its answer comes back', async () => {
    const { call, session } = await openSession()
    expect(await call('articles.list', { search: 'احمد' })).toEqual({
      ok: false,
      error: { code: 'not-found', params: { name: 'articles.list' } },
    })
    expect(service.calls).toEqual([['articles.list', { search: 'احمد' }, session.clientId]])
  })

  it.each([
    ['no channel', {}],
    ['an unknown channel', { authorization: 'Midad abcdefghijkl.1' }],
    ['a bearer token', { authorization: `Bearer ${'x'.repeat(43)}` }],
  ])('are refused with %s', async (_, headers: Record<string, string>) => {
    const sent = { 'content-type': 'application/octet-stream', ...headers }
    expect((await fetch(`${origin}${LIST}`, { method: 'POST', headers: sent, body: '{}' })).status).toBe(401)
    expect(service.calls).toEqual([])
  })

  async function post(path: string, request: { headers: Record<string, string>; body: Uint8Array<ArrayBuffer> }) {
    return (await fetch(`${origin}${path}`, { method: 'POST', headers: request.headers, body: request.body })).status
  }

  it('are refused when they are repeated, changed, or sent to another path or number', async () => {
    const channel = await openChannel()
    const request = await channel.seal(LIST, toBytes('{}'))
    const changed = request.body.slice()
    changed[0] = (changed[0] ?? 0) ^ 1
    const renumbered = request.headers['authorization']?.replace('.1', '.2') ?? ''
    expect(await post(LIST, { ...request, body: changed })).toBe(401)
    expect(await post('/call/bin.empty', request)).toBe(401)
    expect(await post(LIST, { ...request, headers: { ...request.headers, authorization: renumbered } })).toBe(401)
    expect(service.calls).toEqual([])
    expect([await post(LIST, request), await post(LIST, request)]).toEqual([200, 401])
    expect(service.calls.length).toBe(1)
  })

  it('are the same whether they are sealed at once or in the background', async () => {
    const channel = await openChannel()
    expect(await post(LIST, channel.sealNow(LIST, toBytes('{"search":"أ"}')))).toBe(200)
    expect(await post(LIST, await channel.seal(LIST, toBytes('{"search":"ب"}')))).toBe(200)
    expect(service.calls.map(([, input]) => input)).toEqual([{ search: 'أ' }, { search: 'ب' }])
  })

  it('are refused when the body is too large, and reach the service without input when it is broken', async () => {
    const { call } = await openSession()
    const bytes = 'x'.repeat(64 * 1024 * 1024)
    await expect(call('assets.add', { name: 'a', bytes })).rejects.toMatchObject({ code: 'invalid-input' })
    const channel = await openChannel()
    const [tooLarge, broken] = [new Uint8Array(64 * 1024 * 1024 + 1), await channel.seal(LIST, toBytes('{'))]
    expect(await post(LIST, { ...(await channel.seal(LIST, toBytes('{}'))), body: tooLarge })).toBe(413)
    expect(service.calls).toEqual([])
    expect(await post(LIST, broken)).toBe(200)
    expect(service.calls.map(([, input]) => input)).toEqual([undefined])
  })

  it('of a page that was loaded again are answered, and those that it had sent before as well', async () => {
    const { session } = await openSession()
    const [before, after] = [await createChannels(origin, session).get(), await createChannels(origin, session).get()]
    expect(await post(LIST, await after.seal(LIST, toBytes('{}')))).toBe(200)
    expect(await post(LIST, await before.seal(LIST, toBytes('{}')))).toBe(200)
  })
})

describe('events', () => {
  const PATH = '/events'

  async function openEvents(channel: Channel) {
    const controller = new AbortController()
    const { number, headers, body } = await channel.seal(PATH, new Uint8Array())
    const response = await fetch(`${origin}${PATH}`, { method: 'POST', headers, body, signal: controller.signal })
    expect(response.status).toBe(200)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    let line = 0
    const next = async (): Promise<string | undefined> => {
      const value = (await reader?.read())?.value
      if (value === undefined) return undefined
      const opened = await channel.openEvent(PATH, number, line, bytesOf(value.trimEnd()))
      line += 1
      return new TextDecoder().decode(opened)
    }
    expect(await next()).toBe('{}')
    return { next, drop: () => controller.abort() }
  }

  it('stream every change to every window', async () => {
    const windows = [await openEvents(await openChannel()), await openEvents(await openChannel())]
    service.emit({ type: 'article-released', id: 'a1', by: null })
    const line = '{"type":"article-released","id":"a1","by":null}'
    expect(await Promise.all(windows.map((window) => window.next()))).toEqual([line, line])
  })

  it('need a channel', async () => {
    expect((await fetch(`${origin}/events`, { method: 'POST' })).status).toBe(401)
    expect((await fetch(`${origin}/events`)).status).toBe(404)
  })

  it('a client whose stream does not come back loses its edit locks', async () => {
    const { session } = await openSession()
    const events = await openEvents(await createChannels(origin, session).get())
    events.drop()
    expect(await service.released).toBe(session.clientId)
  })

  it('end when the server stops, which also stops listening to the service', async () => {
    const { next } = await openEvents(await openChannel())
    await served.close()
    expect(await next()).toBeUndefined()
    expect(service.listeners).toBe(0)
    served = await serveService({ service, staticFolder: folder, onAddress() {} })
  })
})
