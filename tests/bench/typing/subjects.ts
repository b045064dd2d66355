import { spawn, type ChildProcess } from 'node:child_process'
import { createReadStream, mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { tmpdir } from 'node:os'
import { extname, join, normalize } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, CDPSession, Page } from 'playwright-core'
import { connect } from '../../support/connect.ts'
import { LatestAddress } from '../../support/latest-address.ts'
import { arabicParagraphs } from '../arabic-text.ts'
import { seedReview } from './seed-review.ts'

const top = join(import.meta.dirname, '..', '..', '..')

/** Midad where the keys go into a proposal, with open changes and threads beside them. */
export const PROPOSING = 'midad, proposing'

/** An editor in its own window. */
export type Subject = { name: string; page: Page; cdp: CDPSession; letters: () => Promise<number>; loadMs: number }

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' }

/** Serves the built page of the bare editors. */
export async function serveBare(): Promise<{ url: string; server: Server }> {
  const server = createServer((request, response) => {
    const path = normalize(new URL(request.url ?? '/', 'http://localhost').pathname)
    response.setHeader('content-type', TYPES[extname(path)] ?? 'text/plain')
    createReadStream(join(top, 'dist', 'bench', path))
      .on('error', () => response.writeHead(404).end())
      .pipe(response)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return { url: `http://127.0.0.1:${address.port}/index.html`, server }
}

/** Records when the text was first painted, since the start of the navigation, and every task over 50 ms. */
function watch(selector: string): void {
  const seen = window as unknown as { benchPaint?: number; benchLong: number[] }
  seen.benchLong = []
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) seen.benchLong.push(duration)
  }).observe({ type: 'longtask', buffered: true })
  const look = (): void => {
    if (document.querySelector(selector) === null) {
      requestAnimationFrame(look)
      return
    }
    requestAnimationFrame(() => {
      const channel = new MessageChannel()
      channel.port1.addEventListener('message', () => {
        seen.benchPaint = performance.now()
      })
      channel.port1.start()
      channel.port2.postMessage(null)
    })
  }
  requestAnimationFrame(look)
}

async function painted(page: Page): Promise<number> {
  const handle = await page.waitForFunction(() => (window as unknown as { benchPaint?: number }).benchPaint, null, {
    timeout: 120_000,
  })
  return Number(await handle.jsonValue())
}

/** Opens a bare editor with this many words. */
export async function openBare(browser: Browser, url: string, kind: string, words: number): Promise<Subject> {
  const page = await browser.newPage()
  await page.addInitScript(watch, '#editor p')
  await page.goto(`${url}?kind=${kind}&words=${words}`)
  const loadMs = await painted(page)
  const cdp = await page.context().newCDPSession(page)
  return { name: kind, page, cdp, loadMs, letters: () => page.evaluate(() => window.benchLength?.() ?? -1) }
}

/** The whole of Midad over its own store. */
export class MidadSubject {
  readonly #folder = mkdtempSync(join(tmpdir(), 'midad-bench-'))
  #process: ChildProcess | null = null

  /** @param isProposing whether the keys go into a proposal, with open changes and threads beside them */
  async open(browser: Browser, words: number, isProposing = false): Promise<Subject> {
    const child = spawn(
      process.execPath,
      [
        join(top, 'electron', 'browser', 'main.ts'),
        ...['--store', join(this.#folder, 'store'), '--name', 'سعاد', '--no-window'],
      ],
      { cwd: top, stdio: ['ignore', 'pipe', 'inherit'], env: { ...process.env, HOME: this.#folder } },
    )
    this.#process = child
    const address = new LatestAddress()
    createInterface({ input: child.stdout }).on('line', (line) => {
      const url = /^Midad: (http:\S+)$/u.exec(line)?.[1]
      if (url !== undefined) address.put(url)
    })
    const page = await browser.newPage()
    await page.addInitScript(watch, '[data-testid=editor] [data-block=paragraph]')
    await page.goto(await address.take())
    await page.getByRole('button', { name: 'مقالة جديدة' }).first().click()
    await page.getByTestId('editor').waitFor()
    await page.keyboard.press('Enter')
    await fill(page, words)
    await page.waitForSelector('[data-testid=save-status][data-state=saved]')
    if (isProposing) await seedReview(await connect(await address.take()), articleIn(page.url()))
    // A new window, as a writer opens one in the morning.
    await page.reload()
    const loadMs = await painted(page)
    if (isProposing) {
      await page.getByText('اقتراح', { exact: true }).click()
      await page.waitForSelector('[data-testid=editor] .drawn-words')
    }
    const cdp = await page.context().newCDPSession(page)
    return { name: isProposing ? PROPOSING : 'midad', page, cdp, loadMs, letters: () => page.evaluate(lettersOfMidad) }
  }

  end(): void {
    this.#process?.kill('SIGKILL')
    rmSync(this.#folder, { recursive: true, force: true })
  }
}

/** @returns the id of the article that a window shows */
function articleIn(url: string): string {
  return decodeURIComponent(new URL(url).hash.split('/')[2] ?? '')
}

function lettersOfMidad(): number {
  const lines = document.querySelectorAll('[data-testid=editor] [data-slate-string]')
  return [...lines].reduce((sum, { textContent }) => sum + textContent.length, 0)
}

/** Pastes the text as Midad's own blocks: fast, and through the rules of the editor. */
async function fill(page: Page, words: number): Promise<void> {
  const blocks = arabicParagraphs(words).map(({ before, underlined, after }, index) => ({
    type: 'paragraph',
    id: `p${index}`,
    dir: 'rtl',
    children: [{ text: before }, { text: underlined, underline: true }, { text: after }],
  }))
  await page.getByTestId('editor').evaluate(
    (editor, fragment) => {
      const data = new DataTransfer()
      data.setData('application/x-midad-blocks', fragment)
      const event = { inputType: 'insertFromPaste', dataTransfer: data, bubbles: true, cancelable: true }
      editor.dispatchEvent(new InputEvent('beforeinput', event))
    },
    JSON.stringify({ midad: 1, blocks }),
  )
}
