import { request as httpRequest } from 'node:http'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Change } from '#core/contract/events.ts'
import type { Service } from '#electron/service/service.ts'
import type { ServedService } from './server.ts'
import { serveService } from './server.ts'

type Fake = Service & { emit(change: Change): void; released: Promise<string>; calls: unknown[][]; listeners: number }

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
let key = ''

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'midad-server-'))
  mkdirSync(join(folder, 'page'))
  writeFileSync(join(folder, 'page', 'index.html'), '<!doctype html><title>مداد</title>')
  writeFileSync(join(folder, 'secret.json'), '{"secret":true}')
  service = fakeService()
  served = await serveService({ service, staticFolder: join(folder, 'page'), goneAfterMs: 0 })
  origin = new URL(served.url).origin
  key = new URL(served.url).hash.slice('#key='.length)
})
afterEach(async () => {
  await served.close()
  rmSync(folder, { recursive: true })
})

const json = { 'content-type': 'application/json' }

async function openSession(withKey = key): Promise<{ token: string; clientId: string }> {
  const response = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify({ key: withKey }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as { token: string; clientId: string }
}

function callAs(token: string, name = 'articles.list', body = '{"search":"احمد"}'): Promise<Response> {
  return fetch(`${origin}/call/${name}`, {
    method: 'POST',
    headers: { ...json, authorization: `Bearer ${token}` },
    body,
  })
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
})

describe('sessions', () => {
  it('the printed key opens as many windows as wanted, each a client of its own', async () => {
    const [first, second] = [await openSession(), await openSession()]
    expect(first.clientId).not.toBe(second.clientId)
    expect(first.token).not.toBe(second.token)
  })

  it('a launch key opens one window only', async () => {
    const launchKey = new URL(served.launchUrl()).hash.slice('#key='.length)
    await openSession(launchKey)
    const again = await fetch(`${origin}/session`, {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ key: launchKey }),
    })
    expect(again.status).toBe(401)
  })

  it.each([
    ['{"key":"wrong"}', 401],
    ['{"key":7}', 401],
    ['[]', 401],
    ['null', 401],
    ['{', 400],
    [`"${'x'.repeat(5000)}"`, 413],
  ])('refuses %.20s', async (body, status) => {
    expect((await fetch(`${origin}/session`, { method: 'POST', headers: json, body })).status).toBe(status)
  })

  it('refuses a body that is not declared as JSON', async () => {
    const body = JSON.stringify({ key })
    const headers = { 'content-type': 'text/plain' }
    expect((await fetch(`${origin}/session`, { method: 'POST', headers, body })).status).toBe(415)
  })
})

describe('calls', () => {
  it('reach the service with the client of the token, and its answer comes back', async () => {
    const { token, clientId } = await openSession()
    const response = await callAs(token)
    expect(await response.json()).toEqual({
      ok: false,
      error: { code: 'not-found', params: { name: 'articles.list' } },
    })
    expect(service.calls).toEqual([['articles.list', { search: 'احمد' }, clientId]])
  })

  it.each(['', 'wrong', 'x'.repeat(43)])('are refused with the token «%.10s»', async (token) => {
    expect((await callAs(token)).status).toBe(401)
    expect(service.calls).toEqual([])
  })

  it('the key is not a token', async () => {
    expect((await callAs(key)).status).toBe(401)
  })

  it('are refused when the body is too large or broken', async () => {
    const { token } = await openSession()
    expect((await callAs(token, 'assets.add', `"${'x'.repeat(64 * 1024 * 1024)}"`)).status).toBe(413)
    expect((await callAs(token, 'assets.add', '{')).status).toBe(400)
    expect(service.calls).toEqual([])
  })
})

describe('events', () => {
  async function openEvents(token: string) {
    const controller = new AbortController()
    const headers = { authorization: `Bearer ${token}` }
    const response = await fetch(`${origin}/events`, { headers, signal: controller.signal })
    expect(response.status).toBe(200)
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader()
    const next = async (): Promise<unknown> => (await reader?.read())?.value
    expect(await next()).toBe('{}\n')
    return { next, drop: () => controller.abort() }
  }

  it('stream every change to every window', async () => {
    const windows = await Promise.all([
      openEvents((await openSession()).token),
      openEvents((await openSession()).token),
    ])
    service.emit({ type: 'article-released', id: 'a1' })
    const line = '{"type":"article-released","id":"a1"}\n'
    expect(await Promise.all(windows.map((window) => window.next()))).toEqual([line, line])
  })

  it('need a token', async () => {
    expect((await fetch(`${origin}/events`)).status).toBe(401)
  })

  it('a client whose stream does not come back loses its edit locks', async () => {
    const { token, clientId } = await openSession()
    const events = await openEvents(token)
    events.drop()
    expect(await service.released).toBe(clientId)
  })

  it('end when the server stops, which also stops listening to the service', async () => {
    const { next } = await openEvents((await openSession()).token)
    await served.close()
    expect(await next()).toBeUndefined()
    expect(service.listeners).toBe(0)
    served = await serveService({ service, staticFolder: folder })
  })
})
