import type { Page } from '@playwright/test'
import { type App, expect, newArticle, saved } from '../support/app.ts'
import { processTest } from '../support/app-process.ts'
import { refuseCalls } from '../support/sealed.ts'

/** Writes a first line. The page may report a service that is gone. */
async function beginWriting(page: Page, app: App): Promise<void> {
  app.expected = /ERR_|Failed to fetch/u
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قبل الموت ')
  await saved(page)
}

processTest(
  'kill -9 of the service: the window goes on, reconnects and loses no word',
  async ({ window: page, app }) => {
    await beginWriting(page, app)
    for (const round of ['أول', 'ثانٍ']) {
      await page.keyboard.type(`كُتب عند ${round} `)
      app.killService()
      await page.keyboard.type(`وبعد ${round} `, { delay: 20 })
      await saved(page)
      await expect(page.locator('.writing-notices').getByRole('alert')).toBeHidden()
    }
    await page.keyboard.type('ثم الختام')
    await saved(page)
    const again = await app.open()
    await again.getByTestId('article-row').click()
    // The first window has its edit lock again.
    await expect(again.getByText('المقالة مفتوحة للكتابة في نافذة أخرى')).toBeVisible()
    await expect(again.getByTestId('editor').locator('p')).toHaveText(
      'قبل الموت كُتب عند أول وبعد أول كُتب عند ثانٍ وبعد ثانٍ ثم الختام',
    )
  },
)

processTest(
  'a reading window that reconnects first does not take the edit lock from the writing one',
  async ({ window: page, app }) => {
    await beginWriting(page, app)
    const reader = await app.open()
    await reader.getByTestId('article-row').click()
    const elsewhere = reader.getByText('المقالة مفتوحة للكتابة في نافذة أخرى')
    await expect(elsewhere).toBeVisible()
    // The writing window finds the service after the reading one has asked for the article.
    await page.route('**/events', (route) => route.abort())
    const asked = reader.waitForResponse('**/call/articles.open')
    app.killService()
    await (await asked).finished()
    await page.bringToFront()
    await page.getByTestId('editor').locator('p').click()
    await page.keyboard.press('End')
    await page.keyboard.type('وبعده')
    await page.unroute('**/events')
    await saved(page)
    await expect(page.locator('.writing-notices').getByRole('alert')).toBeHidden()
    await expect(elsewhere).toBeVisible()
    await expect(reader.getByTestId('editor').locator('p')).toHaveText('قبل الموت وبعده')
  },
)

processTest('Ctrl+C right after typing waits until the window has saved', async ({ window: page, app }) => {
  app.expected = /ERR_|Failed to fetch|status of 503/u
  await newArticle(page, 'عنوان')
  await saved(page)
  await page.keyboard.type('كلمة كُتبت قبل الإغلاق مباشرة')
  await app.stop()
  await page.close()
  await app.start()
  const again = await app.open()
  await expect(again.getByText('أُغلق مداد في المرة الماضية فجأة')).toBeHidden()
  await again.getByTestId('article-row').click()
  await expect(again.getByTestId('editor')).toContainText('كلمة كُتبت قبل الإغلاق مباشرة')
})

processTest('Ctrl+C does not end Midad while a text cannot be saved', async ({ window: page, app }) => {
  app.expected = /ERR_|Failed to fetch|status of 503/u
  await newArticle(page, 'عنوان')
  await saved(page)
  const letThrough = await refuseCalls(page, 'articles.save', 'store-full')
  await page.keyboard.type('نص عالق')
  await expect(page.getByRole('main').getByRole('alert')).toContainText('امتلأ القرص')
  const stopped = app.stop()
  await expect.poll(() => app.said).toContain('text that is not saved yet')
  await letThrough()
  await stopped
  await page.close()
  await app.start()
  const again = await app.open()
  await again.getByTestId('article-row').click()
  await expect(again.getByTestId('editor')).toContainText('نص عالق')
})
