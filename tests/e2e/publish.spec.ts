import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import {
  cli,
  expect,
  goTo,
  HEADLINE,
  importArticle,
  newArticle,
  openReview,
  saved,
  setPerson,
  test,
} from '../support/app.ts'
import { processTest } from '../support/app-process.ts'

const zips = (folder: string): string[] => readdirSync(folder).filter((name) => name.endsWith('.zip'))

/** Makes an approved article and opens its export screen. */
async function approvedArticle(page: Page): Promise<void> {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص.')
  await saved(page)
  await openReview(page)
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await page.getByRole('button', { name: 'اعتمدها' }).click()
  await expect(page.locator('.writing-bar')).toContainText('معتمدة')
  await page.getByRole('button', { name: 'التصدير' }).click()
  await expect(page.getByTestId('preview')).toBeVisible()
}

test('previews the page, lists what is missing, and jumps to it', async ({ window: page }) => {
  await importArticle(page)
  await page.getByRole('button', { name: 'التصدير' }).click()
  const preview = page.frameLocator('[data-testid=preview]')
  await expect(preview.locator('h1')).toHaveText(HEADLINE)
  await expect(preview.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(preview.locator('figcaption')).toContainText('صفحتها على تويتر')
  const finding = page.getByTestId('finding')
  await expect(finding).toHaveCount(3)
  await finding.filter({ hasText: 'صورة لم تُختر بعد' }).getByRole('button').click()
  await expect(page.getByTestId('editor').locator('figure')).toBeInViewport()
})

test('the preview of a dark window is not shown before it is dark', async ({ window: page }) => {
  // Whatever the system's theme is: a preview has that of the window.
  await page.emulateMedia({ colorScheme: null })
  await goTo(page, '#/settings')
  await page.locator('label:has(input[value=dark])').click()
  await importArticle(page)
  await page.evaluate(() => {
    const shown: string[] = []
    Object.assign(window, { shown })
    // Before React hears of it: until then a browser draws a white page.
    document.addEventListener(
      'load',
      ({ target }) => {
        if (target instanceof HTMLIFrameElement) shown.push(getComputedStyle(target).visibility)
      },
      { capture: true },
    )
  })
  await page.getByRole('button', { name: 'التصدير' }).click()
  await expect(page.getByTestId('preview')).toHaveAttribute('data-loaded', 'true')
  await expect(page.getByTestId('preview')).toBeVisible()
  expect(await page.evaluate(() => (window as unknown as { shown: string[] }).shown)).toEqual(['hidden'])
  await expect(page.frameLocator('[data-testid=preview]').locator('body')).toHaveCSS(
    'background-color',
    'rgb(26, 25, 23)',
  )
})

test('lists what stops an export apart from errors and warnings, and jumps to it', async ({ window: page }) => {
  await page.getByRole('button', { name: 'مقالة جديدة' }).first().click()
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.getByRole('button', { name: 'التصدير' }).click()
  const list = (name: string) => page.getByRole('list', { name }).getByRole('listitem')
  await expect(list('تمنع الاعتماد والتصدير')).toHaveText([/^لا عنوان/u])
  await expect(list('أخطاء')).toHaveText([/^لا متن/u])
  await expect(list('تنبيهات').first()).toContainText('لا عنوان شارح')
  await list('تمنع الاعتماد والتصدير').getByRole('button', { name: 'انتقل إليه' }).click()
  await expect(page.getByTestId('editor').locator('[data-block=headline]')).toBeInViewport()
})

processTest('exports an unapproved article only as a draft, which stays a draft', async ({ window: page, app }) => {
  await importArticle(page)
  const article = new URL(page.url()).hash
  await goTo(page, `${article}/publish`)
  await expect(page.getByText('لم تُعتمد المقالة بعد')).toBeVisible()
  await expect(page.getByRole('button', { name: 'صدّر الحزمة' })).toHaveCount(0)
  await page.getByLabel('الصيغة').selectOption('text')
  await expect(page.locator('.export-note')).toContainText('يقول الملف عن نفسه إنه ليس للنشر')
  await expect(page.getByRole('button', { name: 'صدّرها بهذه الصيغة مسودة' })).toBeVisible()
  await page.getByLabel('الصيغة').selectOption('package')
  await expect(page.locator('.export-note')).toContainText('تقول الحزمة عن نفسها إنها ليست للنشر')
  // No folder is chosen yet: the export goes into the home folder, whose path is shown.
  await expect(page.locator('.export-folder-path')).toHaveText(app.folder)
  await page.getByRole('button', { name: 'صدّرها مسودة' }).click()
  const path = page.getByTestId('export-path')
  await expect(path).toContainText('-v1.zip')
  await expect(page.locator('.publish-bar')).toContainText('مسودة')
  const bytes = readFileSync((await path.textContent()) ?? '')
  await expect(page.getByTestId('export-checksum')).toHaveText(createHash('sha256').update(bytes).digest('hex'))
  app.expected = /ERR_|Failed to fetch/u
  await app.kill()
  const id = article.slice('#/article/'.length)
  expect((await cli(app.store, 'export', id, '--out', app.folder)).status).toBe(1)
  expect((await cli(app.store, 'verify', join(app.folder, zips(app.folder)[0] ?? ''))).status).toBe(0)
  expect((await cli(app.store, 'show', id, '--json')).stdout).toContain('"state": "draft"')
  expect(zips(app.folder).length).toBe(1)
})

test('exports an approved article, counts the versions, and copies the path', async ({
  window: page,
  app,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await approvedArticle(page)
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(page.getByText('كُتبت الحزمة، الإصدار 1')).toBeVisible()
  await expect(page.locator('.publish-bar')).toContainText('مصدَّرة')
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(page.getByText('كُتبت الحزمة، الإصدار 2')).toBeVisible()
  await page.getByRole('button', { name: 'انسخ المسار' }).click()
  await expect(page.getByRole('button', { name: 'نُسخ' })).toBeVisible()
  const copied = await page.evaluate(() => navigator.clipboard.readText())
  expect(copied).toBe(await page.getByTestId('export-path').textContent())
  expect(zips(app.folder).length).toBe(2)
})

test('the folder is chosen by keyboard, remembered, and reported when it is gone', async ({ window: page, app }) => {
  const folder = join(app.folder, 'صادر')
  mkdirSync(folder)
  await approvedArticle(page)
  const choose = page.getByRole('button', { name: 'اختر المجلد' })
  await choose.press('Enter')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await choose.press('Enter')
  await page.getByRole('dialog').getByRole('button', { name: 'صادر' }).press('Enter')
  await expect(page.locator('.folder-path')).toHaveText(folder)
  await expect(page.getByRole('dialog')).toContainText('لا مجلدات داخله')
  await expect(page.getByRole('button', { name: 'اكتب هنا' })).toBeEnabled()
  await page.getByRole('button', { name: 'اكتب هنا' }).press('Enter')
  await expect(choose).toBeFocused()
  await page.getByRole('button', { name: 'صدّر الحزمة' }).press('Enter')
  await expect(page.getByTestId('export-path')).toContainText(folder)
  await page.reload()
  await expect(page.locator('.export-folder-path')).toHaveText(folder)
  rmSync(folder, { recursive: true })
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(page.getByRole('alert')).toContainText(`لا يوجد مجلد في «${folder}»`)
  await expect(page.getByTestId('export-path')).toHaveCount(0)
  // The dialog starts in the home folder when the remembered one is gone.
  await choose.click()
  await expect(page.locator('.folder-path')).toHaveText(app.folder)
})

test('a folder cannot be chosen while the next one is being opened', async ({ window: page, app }) => {
  mkdirSync(join(app.folder, 'صادر'))
  await approvedArticle(page)
  await page.getByRole('button', { name: 'اختر المجلد' }).click()
  const choose = page.getByRole('button', { name: 'اكتب هنا' })
  await expect(choose).toBeEnabled()
  const { promise: answered, resolve: answer } = Promise.withResolvers<void>()
  await page.route('**/call/publish.folders', async (route) => {
    await answered
    await route.continue()
  })
  await page.getByRole('dialog').getByRole('button', { name: 'صادر' }).click()
  await expect(choose).toBeDisabled()
  answer()
  await expect(page.locator('.folder-path')).toHaveText(join(app.folder, 'صادر'))
  await expect(choose).toBeEnabled()
})

test('a reporter cannot export for publication', async ({ window: page }) => {
  await approvedArticle(page)
  const article = new URL(page.url()).hash
  await setPerson(page, 'سعاد', 'صحفي')
  await goTo(page, article)
  await expect(page.getByText('التصدير للنشر للمحرر وحده.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'صدّر الحزمة' })).toBeDisabled()
})

test('writes a single format as a file, and a withdrawal as the next package', async ({ window: page, app }) => {
  await approvedArticle(page)
  const article = new URL(page.url()).hash.replace(/\/publish$/u, '')
  await page.getByLabel('الصيغة').selectOption('markdown')
  await page.getByRole('button', { name: 'صدّر بهذه الصيغة' }).click()
  await expect(page.getByText('كُتب الملف: Markdown')).toBeVisible()
  expect(readFileSync((await page.getByTestId('export-path').textContent()) ?? '', 'utf8')).toContain('# عنوان')
  await page.getByLabel('الصيغة').selectOption('package')
  await expect(page.getByTestId('next-issue')).toHaveText('تخرج الآن: نشر، الإصدار 1.')
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(page.getByTestId('next-issue')).toHaveText('تخرج الآن: تحديث، الإصدار 2.')
  await goTo(page, article)
  await page.getByLabel('ملاحظة').fill('مراجعة قانونية')
  await page.getByRole('button', { name: 'اسحبها' }).click()
  await expect(page.locator('.writing-bar')).toContainText('مسحوبة')
  await goTo(page, `${article}/publish`)
  await expect(page.getByTestId('next-issue')).toHaveText('تخرج الآن: سحب، الإصدار 2.')
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(page.getByTestId('export-path')).toContainText('-v2.zip')
  expect(zips(app.folder).length).toBe(2)
})
