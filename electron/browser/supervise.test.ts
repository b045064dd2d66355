import { fork, spawn, type ChildProcess } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createChannels } from '#renderer/bridge/channel.ts'
import { bytesOf, parseJson } from '#renderer/bridge/handshake.ts'
import { connect, type Client } from '#tests/support/connect.ts'
import { LatestAddress } from '#tests/support/latest-address.ts'
import { superviseService, type Supervised } from './supervise.ts'

const SERVICE = join(import.meta.dirname, 'service-process.ts')

type Setting = {
  start?: () => ChildProcess
  delaysMs?: readonly number[]
  windowsReconnected?: () => Promise<void>
  onUnsaved?: () => void
  onDied?: () => void
  onRole?: (person: { name: string; role: string }) => void
  onSite?: (site: string) => void
  pings?: { everyMs: number; unanswered: number }
}

function setUp({ start = () => fork(SERVICE), delaysMs = [0, 0, 0], ...rest }: Setting = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'midad-supervise-'))
  const store = join(folder, 'store')
  const children: ChildProcess[] = []
  const address = new LatestAddress()
  const service: Supervised = superviseService({
    ...{
      store,
      port: 0,
      delaysMs,
      onUnsaved() {},
      onRole() {},
      onSite() {},
      onDied() {},
      onAddress: (url) => address.put(url),
    },
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
  const openWindow = async (): Promise<Client> => {
    await service.ready
    return connect(await address.take())
  }
  return { store, children, service, openWindow }
}

/** Lists the articles. @returns whether the service answered. */
async function ask({ call }: Client): Promise<boolean> {
  try {
    return (await call('articles.list', {})).ok
  } catch {
    return false
  }
}

/** Opens a window's stream of changes. */
async function listen({ session, origin }: Client): Promise<{ next: () => Promise<unknown>; letGo(): void }> {
  const channel = await createChannels(origin, session).get()
  const controller = new AbortController()
  const { number, headers, body } = await channel.seal('/events', new Uint8Array())
  const events = await fetch(`${origin}/events`, { method: 'POST', headers, body, signal: controller.signal })
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader()
  let line = -1
  const next = async (): Promise<unknown> => {
    const text = (await reader?.read())?.value ?? ''
    return parseJson(await channel.openEvent('/events', number, (line += 1), bytesOf(text.trimEnd())))
  }
  expect(await next()).toEqual({})
  return { next, letGo: () => controller.abort() }
}

describe('the service', () => {
  it('is restarted after kill -9, at the same address, for the windows that were open', async () => {
    const { children, openWindow } = setUp()
    const window = await openWindow()
    expect(await ask(window)).toBe(true)
    children[0]?.kill('SIGKILL')
    await expect.poll(() => children.length).toBe(2)
    await expect.poll(() => ask(window)).toBe(true)
  })

  it('is killed and restarted when it hangs, for the windows that were open', async () => {
    const { children, openWindow } = setUp({ pings: { everyMs: 200, unanswered: 10 } })
    const window = await openWindow()
    expect(await ask(window)).toBe(true)
    // It then runs no more, but does not end either.
    children[0]?.kill('SIGSTOP')
    await expect.poll(() => children.length).toBeGreaterThan(1)
    expect(children[0]?.signalCode).toBe('SIGKILL')
    await expect.poll(() => ask(window)).toBe(true)
  })

  it('is no longer restarted when it dies at every start', async () => {
    const dying = (): ChildProcess =>
      spawn(process.execPath, ['-e', '0'], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
    const { service, children } = setUp({ start: dying })
    await expect(service.ready).rejects.toMatchObject({ code: 'internal' })
    await service.gaveUp
    expect(children.length).toBe(4)
  })

  it('says in the shell when a window changed the role or named a site, and lets it name no folder that was not chosen', async () => {
    const said = Promise.withResolvers<unknown>()
    const named = Promise.withResolvers<string>()
    const { store, openWindow } = setUp({ onRole: said.resolve, onSite: named.resolve })
    const { call } = await openWindow()
    const folder = join(store, 'backups')
    expect(await call('store.backUp', { folder })).toEqual({
      ok: false,
      error: { code: 'folder-not-chosen', params: { path: folder } },
    })
    expect(await call('settings.set', { name: 'سعاد', role: 'editor' })).toMatchObject({ ok: true })
    expect(await said.promise).toEqual({ type: 'role', name: 'سعاد', role: 'editor' })
    const config = { kind: 'ghost', address: 'http://127.0.0.1:9/', sections: {} } as const
    expect(await call('destinations.test', { id: null, config })).toMatchObject({ ok: true })
    expect(await named.promise).toBe('http://127.0.0.1:9')
  })

  it('is not restarted for a store that cannot be opened', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'midad-foreign-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    mkdirSync(join(folder, 'store'))
    writeFileSync(join(folder, 'store', 'midad.db'), 'شيء آخر')
    let starts = 0
    const service = superviseService({
      ...{
        store: join(folder, 'store'),
        port: 0,
        onUnsaved() {},
        onRole() {},
        onSite() {},
        onDied() {},
        onAddress() {},
      },
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
    const { service, store, openWindow } = setUp()
    const window = await openWindow()
    const stream = await listen(window)
    const stopped = service.stop()
    expect(await stream.next()).toEqual({ type: 'closing' })
    expect(await ask(window)).toBe(true)
    await expect(listen(window)).rejects.toThrow()
    expect(existsSync(join(store, 'midad.open'))).toBe(true)
    stream.letGo()
    await stopped
    expect(await ask(window)).toBe(false)
    expect(existsSync(join(store, 'midad.open'))).toBe(false)
  })

  it('that dies while the windows save is restarted, and asks them again', async () => {
    const back = Promise.withResolvers<void>()
    const { service, children, openWindow } = setUp({ windowsReconnected: () => back.promise })
    const window = await openWindow()
    const first = await listen(window)
    let isStopped = false
    const stopped = service.stop().then(() => {
      isStopped = true
    })
    expect(await first.next()).toEqual({ type: 'closing' })
    children[0]?.kill('SIGKILL')
    await expect.poll(() => ask(window)).toBe(true)
    const second = await listen(window)
    back.resolve()
    expect(await second.next()).toEqual({ type: 'closing' })
    expect([children.length, isStopped]).toEqual([2, false])
    second.letGo()
    await stopped
    expect(children.length).toBe(2)
  })

  it('that is asked to stop during a restart asks the windows afterwards', async () => {
    const back = Promise.withResolvers<void>()
    const died = Promise.withResolvers<void>()
    const { service, children, openWindow } = setUp({ windowsReconnected: () => back.promise, onDied: died.resolve })
    const window = await openWindow()
    children[0]?.kill('SIGKILL')
    await died.promise
    const stopped = service.stop()
    await expect.poll(() => ask(window)).toBe(true)
    const stream = await listen(window)
    back.resolve()
    expect(await stream.next()).toEqual({ type: 'closing' })
    stream.letGo()
    await stopped
    expect(children.length).toBe(2)
  })

  it('that cannot be restarted for the windows to save stops only when the person says so', async () => {
    const told = Promise.withResolvers<void>()
    const { service, children, openWindow } = setUp({ delaysMs: [], onUnsaved: told.resolve })
    const window = await openWindow()
    const stream = await listen(window)
    let isStopped = false
    const stopped = service.stop().then(() => {
      isStopped = true
    })
    expect(await stream.next()).toEqual({ type: 'closing' })
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
