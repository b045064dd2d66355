import type { Request } from '@playwright/test'
import { expect, HEADLINE, importArticle, newArticle, saved, test } from '../support/app.ts'
import { processTest } from '../support/app-process.ts'

test('a reload brings back every word, and the caret', async ({ window: page }) => {
  await importArticle(page)
  await page.getByText('المليشيات تهدد').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' اليوم')
  await saved(page)
  await page.reload()
  await expect(page.getByTestId('editor')).toContainText(HEADLINE)
  await page.keyboard.type(' وغدا')
  await expect(page.getByTestId('editor')).toContainText('المليشيات تهدد اليوم وغدا')
})

test('closing the window right after typing loses nothing', async ({ window: page, app }) => {
  await page.clock.install()
  await newArticle(page, 'عنوان')
  await saved(page)
  // No timer saves what is typed now, however slow the machine is: only the closing does.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5000)
  await page.keyboard.type('كلمة كُتبت قبل الإغلاق مباشرة')
  await page.close({ runBeforeUnload: false })
  const again = await app.open()
  await again.getByTestId('article-row').click()
  await expect(again.getByTestId('editor')).toContainText('كلمة كُتبت قبل الإغلاق مباشرة')
})

const isSave = (request: Request): boolean => request.url().endsWith('/call/articles.save')

processTest('kill -9 while typing loses at most the last two seconds', async ({ window: page, app }) => {
  app.expected = /ERR_|Failed to fetch|status of 401/u
  await page.clock.install()
  await newArticle(page, 'عنوان')
  await saved(page)
  // From here the test moves the page's clock: a slow machine does not change the two seconds.
  await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 5000)
  let unanswered = 0
  page.on('request', (request) => (unanswered += isSave(request) ? 1 : 0))
  page.on('requestfinished', (request) => (unanswered -= isSave(request) ? 1 : 0))
  // Typing without a pause: only the two-second rule saves.
  const words = Array.from({ length: 40 }, (_each, index) => `كلمة${index} `)
  const WORD_MS = 120
  for (const word of words) {
    await page.keyboard.type(word)
    await page.clock.runFor(WORD_MS)
    await expect.poll(() => unanswered).toBe(0)
  }
  await app.kill()
  await page.clock.resume()
  await expect(page.locator('.writing-notices').getByText('انقطع الاتصال ببرنامج مداد')).toBeVisible()
  // The last words may have been saved; what is typed after the kill cannot be.
  await page.keyboard.type('بعد النهاية')
  await expect(page.getByTestId('save-status')).not.toHaveAttribute('data-state', 'saved')
  await app.start()
  const again = await app.open()
  await again.getByTestId('article-row').click()
  const safe = words.filter((_word, index) => (words.length - index) * WORD_MS > 2000).join('')
  expect(safe.length).toBeGreaterThan(100)
  await expect(again.getByTestId('editor')).toContainText(safe.trim())
})

processTest('after a restart, a page without a session says how to open Midad', async ({ window: page, app }) => {
  app.expected = /ERR_|Failed to fetch|status of 401|no session/u
  await app.kill()
  await app.start()
  const stranger = await page.context().newPage()
  const again = await app.open()
  await stranger.goto(new URL('/', again.url()).href)
  await expect(stranger.getByRole('heading', { name: 'افتح مداد من عنوانه' })).toBeVisible()
})
