import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, saved, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'

const menu = (page: Page) => page.getByRole('menu', { name: 'قائمة النص' })
const choose = (page: Page, name: string | RegExp) => menu(page).getByRole('menuitem', { name }).click()
const line = (page: Page, text: string) =>
  page.getByTestId('editor').locator('p', { hasText: text }).locator('[data-slate-string]').first()

/** Selects the words of a line, and clicks on them with the right button. */
async function openOn(page: Page, text: string): Promise<void> {
  await line(page, text).click({ clickCount: 3 })
  await line(page, text).click({ button: 'right' })
}

test('cuts, copies and pastes by the menu of a right click, with formatting and without', async ({
  window: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newArticle(page, 'عنوان')
  await page.keyboard.press('Control+KeyB')
  await page.keyboard.type('كلمة عريضة')
  await page.keyboard.press('Control+KeyB')
  await page.keyboard.press('Enter')
  await page.keyboard.type('سطر')
  await openOn(page, 'كلمة عريضة')
  // The selection is kept.
  await expect(menu(page).getByRole('menuitem', { name: 'انسخ' })).toBeEnabled()
  await choose(page, 'انسخ')
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Shift+F10')
  // Nothing is selected: there is nothing to cut.
  await expect(menu(page).getByRole('menuitem', { name: 'قص' })).toBeDisabled()
  await choose(page, 'الصق Ctrl')
  await expect
    .poll(() => outline(page))
    .toEqual(['headline: عنوان', ...['paragraph: *كلمة عريضة*', 'paragraph: سطر', 'paragraph: *كلمة عريضة*']])
  // Without formatting: the words take that of their place.
  await line(page, 'سطر').click()
  await page.keyboard.press('End')
  await page.keyboard.type(': ')
  await page.keyboard.press('ContextMenu')
  await choose(page, 'الصق بلا تنسيق')
  await expect.poll(async () => (await outline(page))[2]).toBe('paragraph: سطر: كلمة عريضة')
  await openOn(page, 'سطر')
  await choose(page, 'قص')
  await expect
    .poll(() => outline(page))
    .toEqual(['headline: عنوان', ...['paragraph: *كلمة عريضة*', 'paragraph: ', 'paragraph: *كلمة عريضة*']])
  // What is typed goes where the words were.
  await page.keyboard.type('بدل')
  expect((await outline(page))[2]).toBe('paragraph: بدل')
})

test('says that the browser forbids to paste, and how else to paste', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('سطر')
  await page.keyboard.press('Shift+F10')
  await choose(page, 'الصق Ctrl')
  await expect(page.getByTestId('paste-refused')).toContainText('لا يسمح المتصفح لمداد بقراءة الحافظة')
  await expect(page.getByTestId('paste-refused')).toContainText('Ctrl+V')
  await page.keyboard.type(' آخر')
  expect((await outline(page)).at(-1)).toBe('paragraph: سطر آخر')
})

test('offers a link over words, and what can be done with one over a link', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('موقع الوزارة')
  await openOn(page, 'موقع الوزارة')
  await choose(page, /^رابط/u)
  await page.getByRole('textbox', { name: 'الرابط', exact: true }).fill('https://example.org/')
  await page.keyboard.press('Enter')
  await expect.poll(async () => (await outline(page)).at(-1)).toBe('paragraph: [موقع الوزارة](https://example.org/)')
  await saved(page)
  await line(page, 'موقع').click({ button: 'right' })
  await expect(menu(page).getByRole('menuitem', { name: 'افتح' })).toBeEnabled()
  await choose(page, 'أزل الرابط')
  await expect.poll(async () => (await outline(page)).at(-1)).toBe('paragraph: موقع الوزارة')
})

test('an article that is only read offers to copy and to open its links, and nothing that changes it', async ({
  window: page,
  app,
  context,
}) => {
  await context.route('https://example.org/**', (route) => route.fulfill({ contentType: 'text/html', body: 'صفحة' }))
  await newArticle(page, 'عنوان')
  await page.keyboard.type('سطر')
  await page.keyboard.press('Enter')
  await page.keyboard.type('https://example.org/post ')
  await saved(page)
  const other = await app.open()
  await goTo(other, new URL(page.url()).hash)
  await expect(other.getByTestId('editor')).toContainText('سطر')
  await line(other, 'سطر').click({ clickCount: 3 })
  await line(other, 'سطر').click({ button: 'right' })
  await expect(menu(other).getByRole('menuitem')).toHaveText([/^انسخ/u, /^علّق/u])
  await other.keyboard.press('Escape')
  await other.getByTestId('editor').locator('.inline-link').click()
  const bar = other.getByRole('toolbar', { name: 'الرابط', exact: true })
  await expect(bar.getByRole('button')).toHaveCount(1)
  const opened = context.waitForEvent('page')
  await bar.getByRole('button', { name: 'افتح الرابط في المتصفح', exact: true }).click()
  expect((await opened).url()).toBe('https://example.org/post')
})
