import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, expect, type BrowserContext, type Page } from '@playwright/test'
import type { Actor } from '#core/review/states.ts'
import { connect, type Client } from './connect.ts'
import { SharedService } from './shared-service.ts'

const top = join(import.meta.dirname, '..', '..')
const node = join(top, 'node_modules', 'node', 'bin', 'node')

export const ELAPH = join(top, 'tests', 'fixtures', 'elaph-article.txt')
export const HEADLINE = 'الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'

/** Who works in a store that is served to a test, until the test changes it. */
export const PERSON: Actor = { name: 'سعاد', role: 'reporter' }

/** Midad over a store of its own, and its windows. */
export abstract class App {
  readonly folder = mkdtempSync(join(tmpdir(), 'midad-e2e-'))
  readonly store = join(this.folder, 'store')
  /** Errors and warnings in the console of a page, and what its security policy blocked. */
  readonly complaints: string[] = []
  /** Complaints that a test provokes. */
  expected: RegExp | null = null
  readonly #context: BrowserContext

  constructor(context: BrowserContext) {
    this.#context = context
  }

  /** Serves the store. */
  protected abstract serve(): Promise<void>

  /** @returns an address that opens one window. */
  protected abstract address(): Promise<string>

  /** Stops serving, and closes the store. */
  abstract stop(): Promise<void>

  async start(): Promise<void> {
    await this.serve()
  }

  /** @returns a new window, with the library in it. */
  async open(): Promise<Page> {
    const page = await this.#context.newPage()
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') this.#complain(message.text())
    })
    page.on('pageerror', (error) => this.#complain(String(error)))
    // Playwright takes file dialogs while somebody listens for them. It takes a moment to begin, and a dialog that opens
    // in that moment is lost.
    page.on('filechooser', () => {})
    await page.goto(await this.address())
    await expect(page.getByRole('navigation').or(page.locator('.first-start'))).toBeVisible()
    return page
  }

  /** @returns a program that speaks to the service as another window would. */
  async client(): Promise<Client> {
    return connect(await this.address())
  }

  #complain(text: string): void {
    // Scripts of the test tools are blocked in the preview, like all scripts.
    if (text.startsWith("Blocked script execution in 'about:srcdoc'")) return
    if (this.expected?.test(text) !== true) this.complaints.push(text)
  }

  /** Stops serving, and removes the store and all else that lies in the test's folder. */
  async end(): Promise<void> {
    await this.stop()
    rmSync(this.folder, { recursive: true, force: true })
  }
}

type Fixture<T> = (value: T) => Promise<void>

/** Runs a test with Midad started. The test fails on any complaint of a page. */
export async function useApp<A extends App>(app: A, context: BrowserContext, use: Fixture<A>): Promise<void> {
  await app.start()
  await use(app)
  await context.close()
  await app.end()
  expect(app.complaints).toEqual([])
}

/** The fixture `window`: the first window of a test. */
export async function useWindow({ app }: { app: App }, use: Fixture<Page>): Promise<void> {
  await use(await app.open())
}

class SharedApp extends App {
  readonly #service: SharedService
  readonly #person: Actor | null

  constructor(context: BrowserContext, service: SharedService, person: Actor | null) {
    super(context)
    this.#service = service
    this.#person = person
  }

  protected serve(): Promise<void> {
    return this.#service.serve(this.store, this.folder, this.#person)
  }

  protected address(): Promise<string> {
    return this.#service.address.take()
  }

  stop(): Promise<void> {
    return this.#service.end()
  }
}

/**
 * A test with Midad over a fresh store, and one window open. It fails on any complaint of a page. Its service runs in a
 * process that many tests share: what kills or signals a process takes `processTest`.
 */
export const test = base.extend<{ person: Actor | null; app: App; window: Page }, { service: SharedService }>({
  service: [
    // Playwright reads the names of the needed fixtures from these braces.
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const service = new SharedService()
      await use(service)
      await service.close()
    },
    { scope: 'worker' },
  ],
  person: [PERSON, { option: true }],
  app: async ({ context, service, person }, use) => {
    await useApp(new SharedApp(context, service, person), context, use)
  },
  window: useWindow,
})

export { expect } from '@playwright/test'

/** Opens a screen by its address. */
export async function goTo(page: Page, hash: string): Promise<void> {
  await page.evaluate((target) => {
    location.hash = target
  }, hash)
}

/** Sets name and role of the person. */
export async function setPerson(page: Page, name: string, role: 'صحفي' | 'محرر'): Promise<void> {
  await goTo(page, '#/settings')
  await page.getByLabel('الاسم').fill(name)
  await page.getByRole('radiogroup').getByText(role, { exact: true }).click()
  await expect(page.getByRole('radio', { name: role })).toBeChecked()
}

/** Imports the real article as it is recognised, and waits for the editor. */
export async function importArticle(page: Page): Promise<void> {
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(ELAPH)
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  await expect(page.getByTestId('editor')).toContainText(HEADLINE)
}

/** Makes an article with a headline, and moves the caret into its body. */
export async function newArticle(page: Page, headline: string): Promise<void> {
  await page.getByRole('button', { name: 'مقالة جديدة' }).first().click()
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.type(headline)
  await page.keyboard.press('Enter')
}

/** Shows the steps of the review beside the page. Beside a blank page another panel is shown first. */
export async function openReview(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'المراجعة' }).click()
}

/** Waits until the text of the window is saved. */
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

/** Types a slash and a name, and takes the first entry of the menu. */
export async function slash(page: Page, name: string): Promise<void> {
  await page.keyboard.type(`/${name}`)
  await expect(page.getByRole('listbox', { name: 'إدراج وتحويل' })).toBeVisible()
  await page.keyboard.press('Enter')
}
