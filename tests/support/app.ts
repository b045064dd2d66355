import { execFile, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'

const top = join(import.meta.dirname, '..', '..')
const node = join(top, 'node_modules', 'node', 'bin', 'node')

export const ELAPH = join(top, 'tests', 'fixtures', 'elaph-article.txt')
export const HEADLINE = 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'

/** Midad over a store of its own, with the pages that were opened at it. */
export class App {
  readonly folder = mkdtempSync(join(tmpdir(), 'midad-e2e-'))
  readonly store = join(this.folder, 'store')
  /** What a page complained of: an error of ours, or something that its security policy stopped. */
  readonly complaints: string[] = []
  /** Complaints that a test provokes itself. */
  expected: RegExp | null = null
  /** What Midad said in the terminal of what went wrong. */
  said = ''
  #process: ChildProcess | null = null
  #url = ''
  readonly #context: BrowserContext

  constructor(context: BrowserContext) {
    this.#context = context
  }

  async start(): Promise<void> {
    const args = [join(top, 'electron', 'browser', 'main.ts'), '--store', this.store, '--no-window']
    const child = spawn(node, args, {
      cwd: top,
      stdio: ['ignore', 'pipe', 'pipe'],
      // A group of its own: the shell and the process of the service can then be ended together.
      detached: true,
      // Where exports go when nobody chose: never this machine's own home.
      env: { ...process.env, HOME: this.folder, LC_ALL: 'C' },
    })
    this.#process = child
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      this.said += text
    })
    for await (const line of createInterface({ input: child.stdout })) {
      const url = /^Midad: (http:\S+)$/u.exec(line)?.[1]
      if (url === undefined) continue
      this.#url = url
      return
    }
    throw new Error('Midad ended before it said its address')
  }

  /** Ends every process as the power does: nothing gets to say goodbye. */
  async kill(): Promise<void> {
    const child = this.#process
    if (child === null) return
    this.#process = null
    process.kill(-(child.pid ?? 0), 'SIGKILL')
    // The last process that held the stream is gone, and its lock with it.
    await once(child, 'close')
  }

  /** Kills the process of the service alone, and leaves the shell that watches over it. */
  killService(): void {
    const parent = String(this.#process?.pid ?? 0)
    for (const pid of readdirSync('/proc').filter((name) => /^\d+$/u.test(name))) {
      // The fields after the name, which may hold anything: state, parent.
      const fields = statOf(pid).split(') ').at(-1)?.split(' ')
      if (fields?.[1] === parent) process.kill(Number(pid), 'SIGKILL')
    }
  }

  /** Ends Midad as Ctrl+C does, and waits until it is gone. */
  async stop(): Promise<void> {
    const child = this.#process
    if (child === null) return
    this.#process = null
    child.kill('SIGTERM')
    await once(child, 'close')
  }

  /** @returns a new window, with the library in it. */
  async open(): Promise<Page> {
    const page = await this.#context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complain(message.text())
    })
    page.on('pageerror', (error) => this.#complain(String(error)))
    await page.goto(this.#url)
    await expect(page.getByRole('navigation')).toBeVisible()
    return page
  }

  #complain(text: string): void {
    // The tests' own tools look into the preview, in which nothing may run: not even they.
    if (text.startsWith("Blocked script execution in 'about:srcdoc'")) return
    if (this.expected?.test(text) !== true) this.complaints.push(text)
  }

  async end(): Promise<void> {
    await this.kill()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

/** @returns what Linux says of a process; nothing for one that has just ended. */
function statOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8')
  } catch {
    return ''
  }
}

/** A test with Midad running over a fresh store, and one window open. It fails on any complaint of a page. */
export const test = base.extend<{ app: App; window: Page }>({
  app: async ({ context }, use) => {
    const app = new App(context)
    await app.start()
    await use(app)
    await context.close()
    await app.end()
    expect(app.complaints).toEqual([])
  },
  window: async ({ app }, use) => {
    await use(await app.open())
  },
})

export { expect } from '@playwright/test'

/** Goes to a screen as a bookmark would. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((target) => {
    location.hash = target
  }, hash)
}

/** Says who works in this store. */
export async function setPerson(page: Page, name: string, role: 'صحفي' | 'محرر'): Promise<void> {
  await goTo(page, '#/settings')
  await page.getByLabel('الاسم').fill(name)
  await page.getByText(role, { exact: true }).click()
  await expect(page.getByRole('radio', { name: role })).toBeChecked()
}

/** Imports the real article as it is recognised, and waits until it can be written. */
export async function importArticle(page: Page): Promise<void> {
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(ELAPH)
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  await expect(page.getByTestId('editor')).toContainText(HEADLINE)
}

/** Makes an article with a headline and goes on to its body. */
export async function newArticle(page: Page, headline: string): Promise<void> {
  await page.getByRole('button', { name: 'مقالة جديدة' }).first().click()
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.type(headline)
  await page.keyboard.press('Enter')
}

/** Waits until what stands in the window is in the store. */
export async function saved(page: Page): Promise<void> {
  await expect(page.getByTestId('save-status')).toHaveAttribute('data-state', 'saved')
}

export type CliResult = { status: number; stdout: string; stderr: string }

/** Runs the command line over a store that no window has open. */
export function cli(store: string, ...args: string[]): Promise<CliResult> {
  const { promise, resolve } = Promise.withResolvers<CliResult>()
  execFile(
    node,
    [join(top, 'electron', 'cli', 'main.ts'), '--store', store, ...args],
    { cwd: top },
    (error, stdout, stderr) => {
      resolve({ status: error === null ? 0 : typeof error.code === 'number' ? error.code : 1, stdout, stderr })
    },
  )
  return promise
}
