import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ELAPH, expect, goTo, HEADLINE, saved, test } from '../support/app.ts'

test('the real article is imported, edited, saved, reviewed, exported and verified', async ({ app, window }) => {
  const page = window
  await test.step('the empty library says what to do', async () => {
    await expect(page.getByRole('heading', { name: 'لا مقالات بعد' })).toBeVisible()
  })
  await test.step('the import shows every line with its role', async () => {
    await page.getByRole('main').getByRole('button', { name: 'استيراد نص' }).click()
    await page.getByLabel('افتح ملفًا').setInputFiles(ELAPH)
    const role = (name: string) => page.locator(`[data-testid=import-line][data-role=${name}]`)
    await expect(role('headline')).toContainText(HEADLINE)
    await expect(role('deck')).toContainText('بغداد ولندن تنسقان لانهاء الدور القتالي للتحالف في العراق')
    await expect(role('dateline')).toContainText('إيلاف من لندن')
    await expect(role('paragraph')).toHaveCount(12)
    await expect(role('subhead')).toHaveCount(2)
    await expect(role('credit')).toContainText('صفحتها على تويتر')
    await expect(role('dropped')).toHaveCount(10)
    await expect(page.getByLabel('القسم')).toHaveValue('أخبار')
    await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  })
  await test.step('the article is edited, and the page says that it is saved', async () => {
    await expect(page.getByTestId('editor')).toContainText(HEADLINE)
    await expect(page.getByTestId('word-count')).toHaveText('566 كلمة')
    await page.getByText('وكان البرلمان العراقي قد صوّت').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('جملة كتبها المحرر أحمد.')
    await expect(page.getByTestId('word-count')).toHaveText('570 كلمة')
    await saved(page)
  })
  await test.step('the reporter submits it with a note', async () => {
    await page.getByLabel('ملاحظة').fill('جاهزة للمراجعة')
    await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
    await expect(page.getByTestId('history-event').first()).toContainText('جاهزة للمراجعة')
    await expect(page.getByText('أُرسلت المقالة للمراجعة')).toBeVisible()
  })
  await test.step('an editor approves it', async () => {
    await goTo(page, '#/settings')
    await page.getByLabel('الاسم').fill('كريم')
    await page.getByRole('main').getByText('محرر', { exact: true }).click()
    await goTo(page, '#/')
    await page.getByTestId('search').fill('احمد')
    await page.getByTestId('article-row').filter({ hasText: HEADLINE }).click()
    await page.getByRole('button', { name: 'اعتمدها' }).click()
    await expect(page.getByTestId('history-event').first()).toContainText('كريم')
    await expect(page.getByTestId('history-event')).toHaveCount(3)
  })
  await test.step('the desk exports it', async () => {
    await page.getByRole('button', { name: 'التصدير' }).click()
    await expect(page.frameLocator('[data-testid=preview]').locator('h1')).toHaveText(HEADLINE)
    await expect(page.getByTestId('finding').filter({ hasText: 'صورة لم تُختر بعد' })).toBeVisible()
  })
  const folder = app.folder
  await test.step('into a folder of this machine', async () => {
    await page.getByRole('button', { name: 'اختر المجلد' }).click()
    const dialog = page.getByRole('dialog')
    for (let level = 0; level < 10; level += 1) {
      const up = dialog.getByRole('button', { name: 'المجلد الأعلى' })
      await expect(dialog.getByRole('listitem').first()).toBeVisible()
      if ((await up.count()) === 0) break
      const before = await dialog.locator('.folder-path').textContent()
      await up.click()
      await expect(dialog.locator('.folder-path')).not.toHaveText(before ?? '')
    }
    for (const part of folder.split('/').filter((name) => name !== '')) {
      await dialog.getByRole('button', { name: part, exact: true }).click()
      await expect(dialog.locator('.folder-path')).toContainText(part)
    }
    await dialog.getByRole('button', { name: 'اكتب هنا' }).click()
    await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
    await expect(page.getByTestId('export-path')).toContainText('-v1.zip')
    await expect(page.locator('.publish-bar')).toContainText('مصدَّرة')
  })
  const zip = join(folder, readdirSync(folder).find((name) => name.endsWith('.zip')) ?? '')
  await test.step('the package is sound', async () => {
    await goTo(page, '#/verify')
    await page.getByLabel('اختر الحزمة').setInputFiles(zip)
    await expect(page.getByTestId('verify-result')).toHaveAttribute('data-valid', 'true')
    await expect(page.getByTestId('verified-file')).toHaveCount(13)
    await expect(page.locator('.verify-signer')).toHaveAttribute('data-known', 'true')
  })
  await test.step('and a changed byte is reported', async () => {
    const bytes = readFileSync(zip)
    const at = bytes.indexOf('المحرر أحمد')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    const tampered = join(folder, 'tampered.zip')
    writeFileSync(tampered, bytes)
    await page.getByLabel('اختر الحزمة').setInputFiles(tampered)
    await expect(page.getByTestId('verify-result')).toHaveAttribute('data-valid', 'false')
    await expect(page.getByTestId('problem').first()).toContainText('تغيّر الملف: بصمته تخالف المسجّلة')
    await expect(page.locator('[data-testid=verified-file][data-status=changed]')).toHaveCount(1)
  })
})
