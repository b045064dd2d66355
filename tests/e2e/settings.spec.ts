import { expect, goTo, newArticle, test } from '../support/app.ts'

test('the sections of the settings are walked through by keyboard, and folded in a narrow window', async ({
  window: page,
}) => {
  await goTo(page, '#/settings')
  await page.getByRole('tab', { name: 'عام' }).focus()
  await page.keyboard.press('ArrowDown')
  // The ring is around the section in the list, not around list and settings.
  await expect(page.locator('.settings-tabs')).toHaveCSS('outline-style', 'none')
  await expect(page.getByRole('tab', { selected: true })).toHaveCSS('outline-style', 'solid')
  await expect(page.getByRole('heading', { name: 'مفتاحك' })).toBeVisible()
  expect(new URL(page.url()).hash).toBe('#/settings/people')
  await page.keyboard.press('End')
  await expect(page.getByRole('heading', { name: 'العبارات المحفوظة' })).toBeVisible()
  await page.setViewportSize({ width: 640, height: 480 })
  await expect(page.getByRole('tab')).toHaveCount(0)
  await page.getByLabel('أقسام الإعدادات').selectOption('القوالب')
  await expect(page.getByRole('button', { name: 'غيّر اسم «عاجل»' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'العبارات المحفوظة' })).toBeVisible()
})

test('a switch says what it does, is pressed by keyboard, and is in effect at once', async ({ window: page }) => {
  await goTo(page, '#/settings/typing')
  const signs = page.getByRole('switch', { name: 'علامة في أول الفقرة ثم مسافة تغيّر نوعها' })
  await expect(signs).toBeChecked()
  await signs.press('Space')
  await expect(signs).not.toBeChecked()
  await newArticle(page, 'عنوان')
  await page.keyboard.type('## نص')
  await expect(page.getByTestId('editor').locator('p')).toHaveText('## نص')
})

test('each template has a button of its own name, which renames it', async ({ window: page }) => {
  await goTo(page, '#/settings/templates')
  await page.getByRole('button', { name: 'غيّر اسم «عاجل»' }).click()
  await page.getByLabel('اسم القالب').fill(' ')
  await page.keyboard.press('Enter')
  await expect(page.getByText('اكتب اسمًا للقالب.')).toBeVisible()
  await page.getByLabel('اسم القالب').fill('خبر عاجل')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'غيّر اسم «خبر عاجل»' })).toBeVisible()
  await expect(page.getByRole('button', { name: 'غيّر اسم «عاجل»' })).toHaveCount(0)
})
