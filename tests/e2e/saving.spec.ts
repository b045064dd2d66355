import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { png } from '../support/pictures.ts'
import { writeFileSync } from 'node:fs'
import { expect, goTo, importArticle, newArticle, openReview, saved, slash, test } from '../support/app.ts'
import { clientOf } from '../support/connect.ts'
import { refuseCalls, sessionOf } from '../support/sealed.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { AppProcess, processTest } from '../support/app-process.ts'

/** Makes every save fail until the returned function is called. */
const failSaves = (page: Page, code: string): Promise<() => Promise<void>> => refuseCalls(page, 'articles.save', code)

/** Counts the saves that a page sends. */
function countSaves(page: Page): () => number {
  let count = 0
  page.on('request', (request) => {
    if (request.url().endsWith('/call/articles.save')) count += 1
  })
  return () => count
}

const status = (page: Page) => page.getByTestId('save-status')
/** Of the light theme. */
const [GREY, RED] = ['rgb(107, 101, 96)', 'rgb(163, 58, 44)']

test.describe('a text is sent', () => {
  /** Makes a saved article in a window whose clock stands still. @returns a count of the saves from then on. */
  async function still(page: Page): Promise<() => number> {
    await page.clock.install()
    await newArticle(page, 'عنوان')
    await page.clock.runFor(3000)
    await saved(page)
    await openReview(page)
    await page.getByTestId('editor').press('Control+End')
    // With a longer leap the page would take the service for dead.
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5000)
    return countSaves(page)
  }

  test('one second after the last key', async ({ window: page }) => {
    const saves = await still(page)
    await page.keyboard.type('كل')
    await page.clock.runFor(400)
    await page.keyboard.type('مة')
    await page.clock.runFor(990)
    expect(saves()).toBe(0)
    await expect(status(page)).toHaveAttribute('data-state', 'unsaved')
    // Typing is no reason to worry: amber and red are for what is late or failed.
    await expect(status(page)).toHaveText('يُحفظ…')
    await expect(status(page)).toHaveCSS('color', GREY)
    await expect(status(page).locator('.save-dot')).toHaveCSS('border-top-color', GREY)
    await page.clock.runFor(10)
    await saved(page)
    expect(saves()).toBe(1)
  })

  test('at most two seconds into typing without a pause', async ({ window: page }) => {
    const saves = await still(page)
    for (let key = 0; key < 16; key += 1) {
      await page.keyboard.type('ك')
      await page.clock.runFor(100)
    }
    await expect.poll(saves).toBe(1)
  })

  for (const [when, leave] of [
    ['the page loses the focus', (page: Page) => page.getByRole('tab').first().focus()],
    ['the window loses the focus', (page: Page) => page.evaluate(() => window.dispatchEvent(new Event('blur')))],
    ['another screen is opened', (page: Page) => goTo(page, '#/settings')],
    ['the article is exported', (page: Page) => page.getByRole('button', { name: 'التصدير' }).click()],
    ['it takes a step', (page: Page) => page.getByTestId('move-submitted').click()],
    ['the window is about to close', (page: Page) => page.close({ runBeforeUnload: true })],
  ] as const) {
    test(`at once when ${when}`, async ({ window: page }) => {
      const saves = await still(page)
      page.on('dialog', (dialog) => void dialog.dismiss())
      await page.keyboard.type('كلمة')
      expect(saves()).toBe(0)
      await leave(page)
      // The clock stands still, so no timer sent it.
      await expect.poll(saves).toBeGreaterThan(0)
    })
  }
})

test('a failing save is reported once and retried, and a notice says when all is saved again', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await saved(page)
  const mend = await failSaves(page, 'store-full')
  await page.evaluate(() => {
    const alerts: string[] = []
    Object.assign(window, { alerts })
    new MutationObserver((changes) => {
      for (const node of changes.flatMap(({ addedNodes }) => [...addedNodes])) {
        const alert =
          node instanceof Element ? (node.closest('[role=alert]') ?? node.querySelector('[role=alert]')) : null
        if (alert !== null) alerts.push(alert.textContent ?? '')
      }
    }).observe(document.body, { childList: true, subtree: true })
  })
  const saves = countSaves(page)
  await page.keyboard.type('نص لا يُحفظ')
  await expect(status(page)).toHaveAttribute('data-tone', 'failed')
  await expect(status(page)).toHaveCSS('color', RED)
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('امتلأ القرص')
  await expect(alert.getByRole('button', { name: 'احفظ نسخة في مكان آخر' })).toBeVisible()
  await page.keyboard.type(' ثم كلمات')
  await expect.poll(saves).toBeGreaterThan(2)
  expect(await page.evaluate(() => (window as unknown as { alerts: string[] }).alerts.length)).toBe(1)
  await mend()
  await saved(page)
  await expect(page.getByText('حُفظ الآن كل ما كتبته.')).toBeAttached()
  await page.reload()
  await expect(page.getByTestId('editor')).toContainText('نص لا يُحفظ ثم كلمات')
})

test('a store that is no longer read-only saves again by itself', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await saved(page)
  const mend = await failSaves(page, 'store-read-only')
  await page.keyboard.type('نص')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('المخزن للقراءة فقط')
  await mend()
  await saved(page)
})

test('a window with unsaved text asks before it closes', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await saved(page)
  await failSaves(page, 'store-full')
  await page.keyboard.type('نص')
  await expect(page.getByRole('main').getByRole('alert')).toBeVisible()
  const asked = page.waitForEvent('dialog')
  await page.close({ runBeforeUnload: true })
  const dialog = await asked
  expect(dialog.type()).toBe('beforeunload')
  await dialog.dismiss()
  await expect(page.getByTestId('editor')).toContainText('نص')
})

test('unsaved text of an article that was left is held, reported, and saved later', async ({ window: page }) => {
  await newArticle(page, 'خبر عالق')
  await saved(page)
  const mend = await failSaves(page, 'store-full')
  await page.keyboard.type('كلمات لم تُحفظ')
  await goTo(page, '#/')
  const held = page.getByRole('alert').filter({ hasText: 'لم تُحفظ «خبر عالق» بعد' })
  await expect(held).toContainText('امتلأ القرص')
  await held.getByRole('button', { name: 'عد إليها' }).click()
  await expect(page.getByTestId('editor')).toContainText('كلمات لم تُحفظ')
  await page.getByTestId('editor').locator('p').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' وغيرها')
  await goTo(page, '#/')
  await expect(held).toBeVisible()
  await mend()
  await expect(held).toBeHidden()
  await page.getByTestId('article-row').click()
  await expect(page.getByTestId('editor')).toContainText('كلمات لم تُحفظ وغيرها')
})

processTest(
  'a copy can be saved while the service is dead, and another store imports it whole',
  async ({ window: page, app, context }) => {
    app.expected = /ERR_|Failed to fetch/u
    const picture = join(app.folder, 'صورة.png')
    writeFileSync(picture, png(12, 8))
    await newArticle(page, 'خبر: «بغداد»')
    await slash(page, 'مكان صورة')
    await page.getByTestId('editor').locator('figure').getByLabel('اختر صورة من جهازك').setInputFiles(picture)
    await expect(page.getByTestId('editor').locator('figure img')).toBeVisible()
    await saved(page)
    await page.getByRole('tab', { name: 'التفاصيل' }).click()
    await page.getByRole('combobox', { name: 'القسم' }).fill('سياسة')
    await saved(page)
    const id = new URL(page.url()).hash.split('/')[2] ?? ''
    await app.kill()
    await page.getByTestId('editor').locator('h1').click()
    await page.keyboard.press('End')
    await page.keyboard.type(' اليوم')
    await expect(page.locator('.writing-notices').getByText('انقطع الاتصال ببرنامج مداد')).toBeVisible()
    const downloading = page.waitForEvent('download')
    await page.getByTestId('save-copy').click()
    const download = await downloading
    expect(download.suggestedFilename()).toBe('خبر «بغداد» اليوم.midad.json')
    const file = join(app.folder, 'copy.midad.json')
    await download.saveAs(file)

    const other = new AppProcess(context)
    other.expected = app.expected
    await other.start()
    const there = await other.open()
    await goTo(there, '#/import')
    await there.getByLabel('افتح ملفًا').setInputFiles(file)
    await there.getByRole('button', { name: 'أنشئ المسودة' }).click()
    await expect(there.getByTestId('editor').locator('h1')).toHaveText('خبر: «بغداد» اليوم')
    expect(new URL(there.url()).hash).toBe(`#/article/${id}`)
    await expect(there.getByTestId('editor').locator('figure img')).toBeVisible()
    await there.getByRole('tab', { name: 'التفاصيل' }).click()
    await expect(there.getByRole('combobox', { name: 'القسم' })).toHaveValue('سياسة')
    await there.close()
    await other.end()
    expect(other.complaints).toEqual([])
  },
)

test('a conflict keeps both texts: ours in the article, the other among the versions', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('النص الأول')
  await saved(page)
  const id = new URL(page.url()).hash.split('/')[2] ?? ''
  // Saves through the window's own session without its knowledge, as a restore would.
  const { call } = clientOf(await sessionOf(page), new URL(page.url()).origin)
  const { article, saveNumber } = resultOrThrow(await call('articles.get', { id }))
  const [head, body] = article.document
  const document = [head, { ...body, children: [{ text: 'نص من مكان آخر' }] }] as typeof article.document
  resultOrThrow(
    await call('articles.save', { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null }),
  )
  await page.keyboard.type(' وتتمته')
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toContainText('في المخزن نص آخر لهذه المقالة')
  await alert.getByRole('button', { name: 'احفظ نصي، وأبقِ الآخر في الإصدارات' }).click()
  await saved(page)
  await page.reload()
  await expect(page.getByTestId('editor')).toContainText('النص الأول وتتمته')
  await page.getByRole('tab', { name: 'الإصدارات' }).click()
  await page.getByTestId('timeline-point').first().getByRole('button').click()
  await expect(page.getByTestId('comparison').locator('[data-change=changed]')).toContainText('نص من مكان آخر')
})

test('deep in a long article, a failed save is in sight, and the line does not move', async ({ window: page }) => {
  await importArticle(page)
  await saved(page)
  const line = page.getByText('وكان البرلمان العراقي قد صوّت')
  await line.click()
  await page.keyboard.press('End')
  const before = await line.boundingBox()
  await failSaves(page, 'store-full')
  await page.keyboard.type('.')
  const alert = page.getByRole('main').getByRole('alert')
  await expect(alert).toBeInViewport({ ratio: 1 })
  await expect(alert).toContainText('امتلأ القرص')
  expect((await line.boundingBox())?.y).toBe(before?.y)
})
