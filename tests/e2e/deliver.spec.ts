import { mkdirSync, readdirSync, rmdirSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { cli, expect, goTo, newArticle, openReview, saved, setPerson, test, type App } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { processTest } from '../support/app-process.ts'

/** What a window reports while the service is down. */
const LOST = /Failed to load resource/u

/** @returns the address of the export screen of a new, approved article. */
async function approved(page: Page, headline: string): Promise<string> {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, headline)
  await page.keyboard.type('نص المقالة.')
  await saved(page)
  await openReview(page)
  await page.getByTestId('move-submitted').click()
  await page.getByTestId('move-approved').click()
  await expect(page.getByTestId('history-event')).toHaveCount(3)
  return `${new URL(page.url()).hash}/publish`
}

/** Adds a folder as a destination, by keyboard. @returns its path. */
async function addFolder(page: Page, app: App, name: string): Promise<string> {
  const folder = join(app.folder, 'hot')
  mkdirSync(folder)
  await goTo(page, '#/destinations')
  await page.getByRole('button', { name: 'أضف مجلدًا' }).press('Enter')
  await expect(page.getByLabel('الاسم', { exact: true })).toBeFocused()
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'اختر المجلد' })).toBeFocused()
  await page.keyboard.press('Enter')
  await page.getByRole('button', { name: 'hot' }).press('Enter')
  const choose = page.getByRole('button', { name: 'استعمل هذا المجلد' })
  await expect(page.locator('.folder-path')).toHaveText(folder)
  await expect(choose).toBeEnabled()
  await choose.press('Enter')
  // The focus returns from the dialog once the service knows the choice.
  await expect(page.getByRole('button', { name: 'اختر مجلدًا آخر' })).toBeFocused()
  await page.getByRole('button', { name: 'جرّب الاتصال' }).press('Enter')
  await expect(page.getByTestId('test-result')).toHaveAttribute('data-passed', 'true')
  await page.getByRole('button', { name: 'احفظ' }).press('Enter')
  await expect(page.getByTestId('destination')).toContainText(name)
  // The focus returns to the button that opened the form.
  await expect(page.getByRole('button', { name: 'أضف مجلدًا' })).toBeFocused()
  return folder
}

/** @returns a port on which nothing listens. */
async function silentPort(): Promise<number> {
  const server = createServer()
  const { promise, resolve } = Promise.withResolvers<number>()
  server.listen(0, '127.0.0.1', () => {
    const address = server.address()
    resolve(typeof address === 'object' && address !== null ? address.port : 0)
  })
  const port = await promise
  await new Promise((done) => server.close(done))
  return port
}

processTest(
  'an approved article is sent to a folder, and arrives as a sound package',
  async ({ window: page, app }) => {
    const publish = await approved(page, 'لجنة الموازنة ترفع تقريرها')
    const folder = await addFolder(page, app, 'مجلد النشر')
    await goTo(page, publish)
    await page.getByTestId('place').getByRole('button', { name: 'أرسل', exact: true }).press('Enter')
    await expect(page.getByTestId('delivery')).toHaveAttribute('data-state', 'delivered')
    const [name = ''] = readdirSync(folder)
    expect(name).toMatch(/-v1\.zip$/u)
    await expect(page.getByTestId('delivery-link')).toContainText(name.slice(-20))
    await goTo(page, '#/outbox')
    await expect(page.getByTestId('delivery')).toContainText('لجنة الموازنة ترفع تقريرها')
    await expect(page.getByTestId('delivery')).toContainText('مجلد النشر')
    app.expected = LOST
    await app.kill()
    expect((await cli(app.store, 'verify', join(folder, name))).status).toBe(0)
  },
)

processTest(
  'a site that does not answer is reported; the delivery waits, survives a restart and can be cancelled',
  async ({ window: page, app }) => {
    const publish = await approved(page, 'عنوان')
    await goTo(page, '#/destinations')
    await page.getByRole('button', { name: 'أضف موقع ووردبريس' }).click()
    await page.getByRole('button', { name: 'احفظ' }).click()
    for (const fault of ['اكتب اسمًا للوجهة.', 'اكتب عنوان الموقع', 'اكتب اسم الحساب', 'لا يمكن الإرسال من دونها']) {
      await expect(page.getByText(fault)).toBeVisible()
    }
    // The focus goes to the first field that is refused, in the order of the form.
    await expect(page.getByLabel('الاسم', { exact: true })).toBeFocused()
    const address = `http://127.0.0.1:${await silentPort()}`
    await page.getByLabel('الاسم', { exact: true }).fill('الموقع')
    await page.getByLabel('عنوان الموقع').fill(address)
    await page.getByRole('button', { name: 'احفظ' }).click()
    await expect(page.getByLabel('اسم الحساب')).toBeFocused()
    await page.keyboard.type('souad')
    await page.getByLabel('كلمة مرور التطبيق').fill('abcd efgh ijkl')
    await page.getByRole('button', { name: 'جرّب الاتصال' }).click()
    const found = page.getByTestId('test-result')
    await expect(found).toContainText('تعذّر الوصول إلى')
    await expect(found).toContainText('ثم جرّب الاتصال من جديد.')
    await expect(found).not.toContainText('يعيد مداد المحاولة وحده')
    await page.getByRole('button', { name: 'احفظ' }).click()
    await expect(page.getByTestId('destination')).toContainText('الموقع')

    await goTo(page, publish)
    await page.getByRole('button', { name: 'أرسل', exact: true }).click()
    const delivery = page.getByTestId('delivery')
    await expect(delivery).toContainText('تعذّر الوصول إلى')
    await expect(delivery).toContainText('المحاولة التالية')

    app.expected = LOST
    await app.kill()
    await app.start()
    const again = await app.open()
    await goTo(again, '#/outbox')
    await expect(again.getByTestId('delivery')).toHaveAttribute('data-state', 'queued')
    await again.getByRole('button', { name: 'ألغِ الإرسال' }).click()
    await expect(again.getByTestId('delivery')).toHaveAttribute('data-state', 'cancelled')

    await goTo(again, '#/destinations')
    await again.getByRole('button', { name: 'احذف «الموقع»' }).click()
    await again.getByRole('button', { name: 'احذف الوجهة' }).click()
    await expect(again.getByText('لا وجهات بعد')).toBeVisible()
  },
)

test('a draft cannot be sent, nor can a reporter send', async ({ window: page, app }) => {
  await setPerson(page, 'سعاد', 'صحفي')
  await newArticle(page, 'مسودة')
  await saved(page)
  const publish = `${new URL(page.url()).hash}/publish`
  await addFolder(page, app, 'مجلد النشر')
  await goTo(page, publish)
  await expect(page.getByText('تُرسل المقالة بعد اعتمادها.')).toBeVisible()
  await expect(page.getByText('الإرسال للمحرر وحده.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'أرسل', exact: true })).toHaveCount(0)
})

for (const theme of ['فاتحة', 'داكنة']) {
  test(`axe finds nothing serious in destinations and the outbox (${theme})`, async ({ window: page, app }) => {
    const publish = await approved(page, 'عنوان')
    await goTo(page, '#/settings')
    await page.getByText(theme, { exact: true }).click()
    await goTo(page, '#/outbox')
    await expect(page.getByText('لم يُرسل شيء بعد')).toBeVisible()
    await expectAccessible(page, 'an empty outbox')
    await addFolder(page, app, 'مجلد النشر')
    await page.getByRole('button', { name: 'أضف موقع غوست' }).click()
    await page.getByRole('button', { name: 'احفظ' }).click()
    await expectAccessible(page, 'a form with faults')
    await goTo(page, publish)
    await page.getByRole('button', { name: 'أرسل', exact: true }).click()
    await expect(page.getByTestId('delivery')).toHaveAttribute('data-state', 'delivered')
    await expectAccessible(page, 'sent')
    await goTo(page, '#/outbox')
    await expect(page.getByTestId('delivery')).toBeVisible()
    await expectAccessible(page, 'the outbox')
  })
}

test('an article that is returned is not sent when the folder is back, and a withdrawal says where it still is', async ({
  window: page,
  app,
}) => {
  const publish = await approved(page, 'خبر أعيد')
  const folder = await addFolder(page, app, 'مجلد النظام')
  rmdirSync(folder)
  await goTo(page, publish)
  await page.getByRole('button', { name: 'أرسل', exact: true }).click()
  const delivery = page.getByTestId('delivery')
  await expect(delivery).toContainText('لا يوجد مجلد')

  await goTo(page, publish.replace('/publish', ''))
  await page.getByLabel('ملاحظة').fill('لا تُنشر')
  await page.getByTestId('move-returned').click()
  await expect(page.getByTestId('history-event').first()).toContainText('أوقف إرسالها')
  mkdirSync(folder)
  await goTo(page, publish)
  await expect(delivery).toHaveAttribute('data-state', 'held')
  await page.getByRole('button', { name: 'حاول الآن' }).click()
  await expect(delivery).toContainText('لم يعد النص الذي في الطابور معتمدًا')
  expect(readdirSync(folder)).toEqual([])

  await goTo(page, publish.replace('/publish', ''))
  await page.getByTestId('move-submitted').click()
  await page.getByTestId('move-approved').click()
  await expect(page.locator('.writing-bar')).toContainText('معتمدة')
  await goTo(page, publish)
  await page.getByRole('button', { name: 'أرسل', exact: true }).click()
  await expect(delivery).toHaveAttribute('data-state', 'delivered')
  rmSync(folder, { recursive: true })
  // The panel does not know yet where the article is when the button is pressed.
  const pressed = Promise.withResolvers<void>()
  await page.route('**/call/review.standing', async (route) => {
    await pressed.promise
    await route.continue()
  })
  await goTo(page, publish.replace('/publish', ''))
  await page.getByLabel('ملاحظة').fill('مصدر كاذب')
  await page.getByTestId('move-withdrawn').click()
  pressed.resolve()
  const question = page.getByRole('dialog')
  await expect(question).toContainText('أنزلها الآن من مجلد النظام')
  await question.getByRole('button', { name: 'اسحبها' }).click()
  await expect(page.locator('.review-standing')).toContainText('لم تُسحب بعد من مجلد النظام')
  await expect(page.locator('.writing-notices')).toContainText('لم تُسحب بعد من مجلد النظام')
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row')).toContainText('لم تُسحب بعد من مجلد النظام')
  mkdirSync(folder)
  await goTo(page, publish)
  await page.getByRole('button', { name: 'حاول الآن' }).click()
  await expect(page.getByTestId('still-handed')).toHaveCount(0)
  expect(readdirSync(folder)).toHaveLength(1)
})
