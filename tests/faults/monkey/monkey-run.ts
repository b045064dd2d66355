import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import type { Block } from '#core/article/block.ts'
import { runMonkey, type Failure } from '#tests/support/monkey/monkey.ts'
import { launch, openArticle } from '../kill/in-chromium.ts'
import { withFolder } from '../support/folders.ts'
import { startMidad, type Midad } from '../support/midad.ts'

/** Lets the monkey take steps in a new store and window. @returns null if nothing was broken */
export async function runSteps(path: string, seed: number, steps: readonly number[]): Promise<Failure | null> {
  return withFolder(async (base) => {
    const store = join(base, 'store')
    mkdirSync(store)
    const midad = await startMidad(store)
    const { server, browser } = await launch(path)
    try {
      return await inWindow(browser, midad, seed, steps)
    } finally {
      await server.kill()
      await midad.kill()
    }
  }, true)
}

async function inWindow(
  browser: Browser,
  midad: Midad,
  seed: number,
  steps: readonly number[],
): Promise<Failure | null> {
  const context = await browser.newContext({ locale: 'ar', viewport: { width: 1280, height: 800 } })
  const complaints: string[] = []
  const newPage = async (): Promise<Page> => {
    const page = await context.newPage()
    page.on('pageerror', (error) => complaints.push(error.stack ?? String(error)))
    page.on('console', (message) => {
      if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text())
    })
    page.on('filechooser', () => {})
    return page
  }
  const page = await newPage()
  await openArticle(page, await midad.address())
  const open = async (): Promise<Page> => {
    const other = await newPage()
    await other.goto(await midad.address())
    await other.getByRole('navigation').first().waitFor()
    return other
  }
  const stored = async (id: string): Promise<readonly Block[]> => {
    const { call } = await midad.client()
    const got = await call('articles.get', { id })
    return got.ok ? got.value.article.document : []
  }
  return runMonkey({
    page,
    seed,
    steps,
    complaints: () => complaints,
    stored,
    elsewhere: { client: () => midad.client(), open },
  })
}
