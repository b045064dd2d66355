import { spawn } from 'node:child_process'
import { createSocket } from 'node:dgram'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, expect, test } from '@playwright/test'
import { newArticle, saved } from '../support/app.ts'
import { processTest } from '../support/app-process.ts'
import { sessionOf } from '../support/sealed.ts'
import { startStranger } from '../support/stranger.ts'

const top = join(import.meta.dirname, '..', '..')
const node = join(top, 'node_modules', 'node', 'bin', 'node')
const browser = process.env['MIDAD_CHROMIUM'] ?? '/usr/bin/chromium'

processTest(
  'a stranger on the port of a Midad that died gets no words, and is not believed',
  async ({ window, app }) => {
    app.expected = /ERR_|Failed to fetch|status of/u
    await newArticle(window, 'عنوان')
    await window.keyboard.type('قبل الموت')
    await saved(window)
    const { secret } = await sessionOf(window)
    await app.kill()
    const stranger = await startStranger(Number(new URL(window.url()).port))
    await window.keyboard.type(' كلمات لا يقرأها غريب')
    await expect.poll(() => stranger.answered).toBeGreaterThan(3)
    await expect(window.getByTestId('save-status')).not.toHaveAttribute('data-state', 'saved')
    await expect(window.getByTestId('editor')).toContainText('قبل الموت كلمات لا يقرأها غريب')
    const heard = stranger.heard()
    expect(heard).toContain('POST /channel')
    for (const own of ['غريب', 'قبل', secret]) expect(heard).not.toContain(own)
    await stranger.close()
  },
)

/** @returns every command line that a user of this machine can read now. */
function commandLines(): string[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/u.test(name))
    .map((pid) => {
      try {
        return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ')
      } catch {
        // It ended while the list was read.
        return ''
      }
    })
}

/** A store with a person does not ask for one first. */
const PERSON_ARGS = ['--name', 'سعاد', '--role', 'reporter']

test('the window is opened by a file of its user alone, and its key is on no command line', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'midad-window-'))
  const store = join(folder, 'store')
  // A real browser without a screen: the shell gives it the same command line as any other.
  const headless = join(folder, 'browser')
  const options = '--headless=new --disable-gpu --remote-debugging-port=0'
  writeFileSync(headless, `#!/bin/sh\nexec '${browser}' ${options} "$@"\n`)
  chmodSync(headless, 0o755)
  const midad = spawn(node, [join(top, 'electron', 'browser', 'main.ts'), '--store', store, ...PERSON_ARGS], {
    cwd: top,
    stdio: 'ignore',
    env: { ...process.env, HOME: folder, MIDAD_BROWSER: headless, DISPLAY: ':0' },
  })
  const ended = once(midad, 'exit')
  try {
    const portFile = join(store, 'window', 'DevToolsActivePort')
    await expect.poll(() => existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')).toBe(true)
    const [port] = readFileSync(portFile, 'utf8').split('\n')
    const connected = await chromium.connectOverCDP(`http://127.0.0.1:${port}`)
    const [page] = connected.contexts()[0]?.pages() ?? []
    if (page === undefined) throw new Error('The browser has no window')
    await expect(page.getByRole('navigation')).toBeVisible()
    expect(page.url()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#\/$/u)
    const file = join(store, 'window.html')
    const [key] = /#key=[\w.-]+/u.exec(readFileSync(file, 'utf8')) ?? []
    expect(key).toMatch(/^#key=[\w-]{12}\.[\da-f]{64}$/u)
    const lines = commandLines()
    expect(lines.some((line) => line.includes(`--app=file://${file}`))).toBe(true)
    expect(lines.filter((line) => line.includes('key=') && line.includes(key?.slice('#key='.length) ?? ''))).toEqual([])
    expect([statSync(file).mode & 0o777, statSync(store).mode & 0o777]).toEqual([0o600, 0o700])
    // Whoever finds the file later finds a key that opens nothing.
    const stranger = await connected.contexts()[0]?.newPage()
    await stranger?.goto(`${new URL(page.url()).origin}/${key}`)
    await expect(stranger?.getByRole('heading', { name: 'افتح مداد من عنوانه' }) ?? page.locator('none')).toBeVisible()
    // A script in the page reaches nobody else on this machine: neither by going there nor by WebRTC.
    const datagrams = createSocket('udp4')
    let packets = 0
    datagrams.on('message', () => (packets += 1))
    datagrams.bind(0, '127.0.0.1')
    await once(datagrams, 'listening')
    await page.evaluate(async (udpPort) => {
      const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${udpPort}` }] })
      connection.createDataChannel('words')
      const { promise, resolve } = Promise.withResolvers<void>()
      connection.addEventListener('icecandidate', ({ candidate }) => {
        if (candidate === null) resolve()
      })
      await connection.setLocalDescription(await connection.createOffer())
      await promise
    }, datagrams.address().port)
    expect(packets).toBe(0)
    datagrams.close()
    const other = await startStranger(0)
    await expect(page.goto(`http://127.0.0.1:${other.port}/?words`)).rejects.toThrow('ERR_PROXY_CONNECTION_FAILED')
    expect(other.answered).toBe(0)
    await other.close()
    await connected.close()
  } finally {
    midad.kill('SIGTERM')
    await ended
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
  }
})
