import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { buildPage } from '../../../build/start/build.ts'
import { browserPath, launch, openArticle } from '../kill/in-chromium.ts'
import { buildShim, createControl, NO_SHIM, shimEnv, type Refusal } from '../native/shim.ts'
import { skippedRow, type Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { startMidad } from '../support/midad.ts'

const FAULT = 'the disk refuses every call while somebody types in Chromium, then works again'

async function failUnder(executablePath: string, shim: string, error: Refusal, base: string): Promise<string[]> {
  const store = join(base, 'store')
  mkdirSync(store)
  const control = createControl(join(base, 'control'))
  const midad = await startMidad(store, shimEnv({ shim, folder: store, control }))
  const { server, browser } = await launch(executablePath)
  try {
    const page = await browser.newPage({ locale: 'ar' })
    await openArticle(page, await midad.address())
    await page.keyboard.type('قبل العطل ')
    await page.waitForSelector('[data-testid=save-status][data-state=saved]')
    control.arm('from', 1, error)
    await page.keyboard.type('أثناء العطل ')
    // The error is red, and says what to do.
    await page.waitForSelector('[data-testid=save-status][data-state=unsaved]')
    const banner = page.locator('.banner-danger').first()
    await banner.waitFor({ timeout: 20_000 })
    const losses: string[] = []
    if ((await banner.getByRole('button').count()) === 0) losses.push('the window shows no way out')
    await page.keyboard.type('بعده ')
    const { calls } = control.disarm()
    if (calls === 0) losses.push('nothing was refused')
    await page.waitForSelector('[data-testid=save-status][data-state=saved]', { timeout: 40_000 })
    const { call } = await midad.client()
    const list = await call('articles.list', { search: 'العطل' })
    const id = list.ok ? (list.value.rows[0]?.id ?? '') : ''
    const got = await call('articles.get', { id })
    const isThere = got.ok && JSON.stringify(got.value.article.document).includes('قبل العطل أثناء العطل بعده')
    if (!isThere) losses.push('the text that the window calls saved is not there')
    return losses
  } finally {
    await server.kill()
    await midad.kill()
  }
}

/** Checks what a window shows when the disk fails, once for each error. */
export async function runFailingDiskInChromium(): Promise<Row> {
  const [shim, path] = [buildShim(), browserPath()]
  if (shim === null) return skippedRow(FAULT, NO_SHIM)
  if (path === null) return skippedRow(FAULT, 'skipped: no Chromium is installed')
  await buildPage()
  const losses: string[] = []
  for (const error of ['EIO', 'ENOSPC'] as const) {
    const found = await withFolder((base) => failUnder(path, shim, error, base))
    losses.push(...found.map((words) => `${error}: ${words}`))
  }
  const notes = [
    'the window says in red that the text is not saved, offers a way out, keeps the text, and saves it later',
  ]
  return { fault: FAULT, times: 2, losses, notes }
}
