import { fork, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { superviseService, type Supervised } from './supervise.ts'

const SERVICE = join(import.meta.dirname, 'service-process.ts')

type Setting = {
  start?: () => ChildProcess
  delaysMs?: readonly number[]
  windowsReconnected?: () => Promise<void>
  onUnsaved?: () => void
  onDied?: () => void
}

function setUp({ start = () => fork(SERVICE), delaysMs = [0, 0, 0], ...rest }: Setting = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'midad-supervise-'))
  const store = join(folder, 'store')
  const children: ChildProcess[] = []
  const service: Supervised = superviseService({
    ...{ store, port: 0, delaysMs, onUnsaved() {}, onDied() {} },
    ...rest,
    start() {
      const child = start()
      children.push(child)
      return child
    },
  })
  // A test that expects a refusal checks it itself; any other fails when it awaits `ready`.
  service.ready.catch(() => {})
  onTestFinished(async () => {
    await service.stop(true)
    rmSync(folder, { recursive: true })
  })
  return { store, children, service }
}

const json = { 'content-type': 'application/json' }

async function openSession(url: string): Promise<{ token: string }> {
  const { origin, hash } = new URL(url)
  const body = JSON.stringify({ key: hash.slice('#key='.length) })
  return (await fetch(`${origin}/session`, { method: 'POST', headers: json, body })).json() as Promise<{
    token: string
  }>
}

/** Requests the list of articles. @returns the HTTP status, or null when nobody answers. */
async function ask(url: string, token: string): Promise<number | null> {
  const headers = { ...json, authorization: `Bearer ${token}` }
  try {
    const response = await fetch(`${new URL(url).origin}/call/articles.list`, { method: 'POST', headers, body: '{}' })
    return response.status
  } catch {
    return null
  }
}

/** Opens a window's stream of changes. */
async function listen(url: string, token: string): Promise<{ next: () => Promise<string | undefined>; letGo(): void }> {
  const controller = new AbortController()
  const headers = { authorization: `Bearer ${token}` }
  const events = await fetch(`${new URL(url).origin}/events`, { headers, signal: controller.signal })
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader?.read())?.value).toBe('{}\n')
  return { next: async () => (await reader?.read())?.value, letGo: () => controller.abort() }
}

describe('the service', () => {
  it('is restarted after kill -9, at the same address, for the windows that were open', async () => {
    const { service, children } = setUp()
    const { url } = await service.ready
    const { token } = await openSession(url)
    expect(await ask(url, token)).toBe(200)
    children[0]?.kill('SIGKILL')
    await expect.poll(() => children.length).toBe(2)
    await expect.poll(() => ask(url, token)).toBe(200)
  })

  it('is no longer restarted when it dies at every start', async () => {
    const dying = (): ChildProcess =>
      spawn(process.execPath, ['-e', '0'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const { service, children } = setUp({ start: dying })
    await expect(service.ready).rejects.toMatchObject({ code: 'internal' })
    await service.gaveUp
    expect(children.length).toBe(4)
  })

  it('is not restarted for a store that cannot be opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'midad-foreign-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'store'))
    writeFileSync(join(folder, 'store', 'midad.db'), 'شيء آخر')
    let starts = 0
    const service = superviseService({
      ...{ store: join(folder, 'store'), port: 0, onUnsaved() {}, onDied() {} },
      start() {
        starts += 1
        return fork(SERVICE)
      },
    })
    await expect(service.ready).rejects.toMatchObject({ code: 'store-foreign' })
    await service.stop()
    expect(starts).toBe(1)
  })

  it('asks every window to save before it stops, and answers them until they have', async () => {
    const { service, store } = setUp()
    const { url } = await service.ready
    const { token } = await openSession(url)
    const headers = { authorization: `Bearer ${token}` }
    const window = await listen(url, token)
    const stopped = service.stop()
    expect(await window.next()).toBe('{"type":"closing"}\n')
    expect(await ask(url, token)).toBe(200)
    expect((await fetch(`${new URL(url).origin}/events`, { headers })).status).toBe(503)
    expect(existsSync(join(store, 'midad.open'))).toBe(true)
    window.letGo()
    await stopped
    expect(await ask(url, token)).toBeNull()
    expect(existsSync(join(store, 'midad.open'))).toBe(false)
  })

  it('that dies while the windows save is restarted, and asks them again', async () => {
    const back = Promise.withResolvers<void>()
    const { service, children } = setUp({ windowsReconnected: () => back.promise })
    const { url } = await service.ready
    const { token } = await openSession(url)
    const first = await listen(url, token)
    let isStopped = false
    const stopped = service.stop().then(() => {
      isStopped = true
    })
    expect(await first.next()).toBe('{"type":"closing"}\n')
    children[0]?.kill('SIGKILL')
    await expect.poll(() => ask(url, token)).toBe(200)
    const second = await listen(url, token)
    back.resolve()
    expect(await second.next()).toBe('{"type":"closing"}\n')
    expect([children.length, isStopped]).toEqual([2, false])
    second.letGo()
    await stopped
    expect(children.length).toBe(2)
  })

  it('that is asked to stop during a restart asks the windows afterwards', async () => {
    const back = Promise.withResolvers<void>()
    const died = Promise.withResolvers<void>()
    const { service, children } = setUp({ windowsReconnected: () => back.promise, onDied: died.resolve })
    const { url } = await service.ready
    const { token } = await openSession(url)
    children[0]?.kill('SIGKILL')
    await died.promise
    const stopped = service.stop()
    await expect.poll(() => ask(url, token)).toBe(200)
    const window = await listen(url, token)
    back.resolve()
    expect(await window.next()).toBe('{"type":"closing"}\n')
    window.letGo()
    await stopped
    expect(children.length).toBe(2)
  })

  it('that cannot be restarted for the windows to save stops only when the person says so', async () => {
    const told = Promise.withResolvers<void>()
    const { service, children } = setUp({ delaysMs: [], onUnsaved: told.resolve })
    const { url } = await service.ready
    const { token } = await openSession(url)
    const window = await listen(url, token)
    let isStopped = false
    const stopped = service.stop().then(() => {
      isStopped = true
    })
    expect(await window.next()).toBe('{"type":"closing"}\n')
    children[0]?.kill('SIGKILL')
    await told.promise
    expect(isStopped).toBe(false)
    await service.stop(true)
    await stopped
  })

  it('stops with the shell, even if that was killed', async () => {
    const { service, store, children } = setUp()
    await service.ready
    expect(existsSync(join(store, 'midad.open'))).toBe(true)
    // As happens when the shell ends.
    children[0]?.disconnect()
    await expect.poll(() => existsSync(join(store, 'midad.open'))).toBe(false)
  })
})
