import { cpSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, HEADLINE, importArticle, newArticle, saved, test } from '../support/app.ts'
import { processTest } from '../support/app-process.ts'
import { damageTexts, losePicture, wipePage } from '../support/damage.ts'

const openStore = async (page: Page): Promise<void> => {
  await page.getByRole('link', { name: 'سلامة المخزن' }).click()
  await expect(page.getByRole('heading', { name: 'سلامة المخزن' })).toBeVisible()
}
const backUp = async (page: Page): Promise<void> => {
  await page.getByTestId('back-up').click()
  await expect(page.getByTestId('back-up')).not.toHaveAttribute('data-busy')
}
const verdict = (page: Page) => page.getByTestId('store-verdict')

test('a backup is made and checked, also into a chosen folder, and those of other stores are marked', async ({
  window: page,
  app,
}) => {
  await importArticle(page)
  await openStore(page)
  await backUp(page)
  await expect(verdict(page)).toHaveAttribute('data-state', 'sound')
  await expect(verdict(page)).toContainText('كل ما في المخزن سليم')
  await expect(page.getByTestId('audit')).toContainText('السجل كامل ومتصل')
  await expect(page.getByTestId('backup')).toHaveCount(1)
  await expect(page.getByTestId('backup')).toContainText('مقالة واحدة')
  const stick = join(app.folder, 'usb')
  mkdirSync(stick)
  await page.getByRole('button', { name: 'اختر مجلدًا' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'usb', exact: true }).click()
  await expect(dialog.locator('.folder-path')).toHaveText(stick)
  await dialog.getByRole('button', { name: 'انسخ إلى هنا' }).click()
  await expect(page.getByTestId('backup-folder')).toHaveText(stick)
  await backUp(page)
  await expect(page.getByTestId('backup').filter({ hasText: join(stick, 'midad-backups') })).toHaveCount(1)
  const own = join(stick, 'midad-backups')
  const [id = ''] = readdirSync(own)
  await expect(page.getByText('من مخزن آخر')).toHaveCount(0)
  cpSync(join(own, id), join(own, '0123456789ab'), { recursive: true })
  await page.reload()
  const others = page.getByTestId('backup').filter({ hasText: 'من مخزن آخر' })
  await expect(others).toHaveCount(1)
  await expect(others).toContainText('0123456789ab')
})

test('a damaged article is found, and restored from its last sound version', async ({ window: page, app }) => {
  await importArticle(page)
  await saved(page)
  const article = new URL(page.url()).hash
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row')).toHaveCount(1)
  await openStore(page)
  // The backup made after opening may have read the texts before the damage; the next one finds it.
  damageTexts(app.store, 'تراس', 'تراش')
  await backUp(page)
  await expect(verdict(page)).toHaveAttribute('data-state', 'damaged')
  await expect(page.getByText('في المخزن تلف، وهو في النسخة الأخيرة أيضًا')).toBeVisible()
  const damaged = page.getByTestId('damaged-article')
  await expect(damaged).toContainText(HEADLINE)
  await damaged.getByRole('button', { name: 'اعرض ما بقي منها سليمًا' }).click()
  await damaged.getByTestId('bring-back').first().click()
  await expect(page.getByText('استُعيدت مقالة واحدة.')).toBeVisible()
  await expect(damaged).toHaveCount(0)
  await goTo(page, article)
  await expect(page.getByTestId('editor').locator('h1')).toHaveText(HEADLINE)
})

test('a restore from a path refuses a missing backup, and lists the pictures that the backup lacks', async ({
  window: page,
  app,
}) => {
  await newArticle(page, 'في النسخة')
  await saved(page)
  losePicture(app.store, 'صورة ضائعة.jpg')
  await openStore(page)
  await backUp(page)
  await expect(page.getByTestId('backup')).toHaveCount(1)
  const path = (await page.getByTestId('backup').locator('.store-path').textContent()) ?? ''
  expect(path.startsWith(app.store)).toBe(true)
  await page.getByRole('button', { name: 'استعد من نسخة في مكان آخر' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox').fill('/nowhere/midad.db')
  await dialog.getByRole('button', { name: 'استعد ما ينقص' }).click()
  await expect(dialog.getByRole('alert')).toContainText('لا نسخة احتياطية في «/nowhere/midad.db»')
  await dialog.getByRole('textbox').fill(path)
  await dialog.getByRole('button', { name: 'استعد ما ينقص' }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByTestId('recovery')).toContainText('لا مقالات')
  await expect(page.getByTestId('recovery')).toContainText('صور لم توجد سليمة')
  await expect(page.getByTestId('recovery')).toContainText('صورة ضائعة.jpg')
})

processTest('a crash is reported once, at the next start', async ({ window: page, app }) => {
  app.expected = /ERR_|Failed to fetch|status of 401/u
  await newArticle(page, 'عنوان')
  await saved(page)
  await app.kill()
  await page.close()
  await app.start()
  const again = await app.open()
  const words = again.getByText('أُغلق مداد في المرة الماضية فجأة')
  await expect(words).toBeVisible()
  await again.getByTestId('article-row').click()
  await expect(again.getByTestId('editor')).toBeVisible()
  await expect(words).toBeHidden()
  await goTo(again, '#/')
  await again.getByRole('button', { name: 'أغلق', exact: true }).click()
  await expect(words).toBeHidden()
  await app.stop()
  await again.close()
  await app.start()
  const calm = await app.open()
  await expect(calm.getByTestId('article-row')).toBeVisible()
  await expect(calm.getByText('أُغلق مداد في المرة الماضية فجأة')).toBeHidden()
})

processTest(
  'after a loss, Midad opens on the screen of the store, which lists the loss',
  async ({ window: page, app }) => {
    app.expected = /ERR_|Failed to fetch|status of 401/u
    await newArticle(page, 'خبر قديم')
    await page.keyboard.type('وبعده نص')
    await saved(page)
    await app.stop()
    await page.close()
    damageTexts(app.store, 'وبعده', 'وقبله')
    wipePage(app.store)
    await app.start()
    const again = await app.open()
    await expect(again.getByRole('heading', { name: 'سلامة المخزن' })).toBeVisible()
    const report = again.getByTestId('recovery')
    await expect(report).toContainText('كان ملف المخزن تالفًا')
    await expect(report).toContainText('عادت كما كانت في وقت سابق')
    await goTo(again, '#/')
    await expect(again.getByTestId('article-row')).toHaveCount(1)
    await again.reload()
    await expect(again.getByTestId('article-row')).toHaveCount(1)
  },
)
