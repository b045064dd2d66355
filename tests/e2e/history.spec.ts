import type { Locator, Page } from '@playwright/test'
import { expect, goTo, newArticle, openReview, saved, setPerson, test } from '../support/app.ts'
import { processTest } from '../support/app-process.ts'
import { damageTexts } from '../support/damage.ts'

const editor = (page: Page): Locator => page.getByTestId('editor')
const points = (page: Page): Locator => page.getByTestId('timeline-point')
const comparison = (page: Page): Locator => page.getByTestId('comparison')
const blocks = (page: Page): Locator => comparison(page).getByTestId('compared-block')
const changed = (page: Page, change: string): Locator => comparison(page).locator(`[data-change=${change}]`)

/** Writes three paragraphs, submits the article and takes it back: two versions with the same text. */
async function write(page: Page): Promise<void> {
  await setPerson(page, 'سعاد', 'صحفي')
  await newArticle(page, 'عنوان الخبر')
  await page.keyboard.type('قالَ الوزيرُ أمس إن القرار نهائي.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('فقرة ثانية تُحذف.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('فقرة ثالثة تبقى.')
  await saved(page)
  await openReview(page)
  await page.getByTestId('move-submitted').press('Enter')
  // Now the article has been reopened, and its buttons stay.
  await expect(page.getByText('أُرسلت المقالة للمراجعة')).toBeVisible()
  await page.getByTestId('move-draft').press('Enter')
  await expect(page.getByTestId('history-event')).toHaveCount(3)
  await expect(editor(page)).toHaveAttribute('contenteditable', 'true')
}

/** Rewrites the first paragraph, deletes the second, and adds one at the end. */
async function rewrite(page: Page): Promise<void> {
  await editor(page).getByText('قالَ الوزيرُ').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.type('قالَ الوزراءُ أمس إن القرار نهائي.')
  await editor(page).getByText('فقرة ثانية').click()
  await page.keyboard.press('Control+Shift+Backspace')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('فقرة رابعة جديدة.')
  await saved(page)
}

/** Compares the submitted version with the current article, by keyboard. */
async function compare(page: Page): Promise<void> {
  await page.getByRole('tab', { name: 'المراجعة' }).focus()
  // Right to left: the next tab lies to the left.
  for (let press = 0; press < 3; press += 1) await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('tab', { name: 'الإصدارات' })).toHaveAttribute('aria-selected', 'true')
  await points(page).filter({ hasText: 'عند الانتقال إلى «مرسلة»' }).getByRole('button').press('Enter')
  await expect(page.getByRole('heading', { name: 'مقارنة إصدارين' })).toBeFocused()
}

const CHANGED = ['عنوان الخبر', 'قالَ الوزراءُ أمس إن القرار نهائي.', 'فقرة ثالثة تبقى.', 'فقرة رابعة جديدة.']
const WRITTEN = ['عنوان الخبر', 'قالَ الوزيرُ أمس إن القرار نهائي.', 'فقرة ثانية تُحذف.', 'فقرة ثالثة تبقى.']
const texts = (page: Page): Promise<string[]> => editor(page).locator('[data-block]').allInnerTexts()

test('versions are listed by day, and a comparison marks whole words, for screen readers too', async ({
  window: page,
}) => {
  await write(page)
  await rewrite(page)
  await compare(page)
  await expect(page.getByRole('region', { name: /\d{4}/u }).getByRole('heading', { name: 'اليوم' })).toBeVisible()
  await expect(points(page).locator('.timeline-reason')).toHaveText([
    'عند الانتقال إلى «مسودة»',
    'عند الانتقال إلى «مرسلة»من',
    'عند إنشائها',
  ])
  await expect(points(page).nth(1)).toContainText('سعاد')
  await expect(points(page).nth(1)).toHaveAttribute('data-state', 'submitted')

  await expect(blocks(page).filter({ hasText: 'تعديل' })).toHaveCount(1)
  const edited = changed(page, 'changed')
  await expect(edited.locator('del')).toHaveText(' محذوف: الوزيرُ نهاية المحذوف. ')
  await expect(edited.locator('ins')).toHaveText(' مضاف: الوزراءُ نهاية المضاف. ')
  await expect(edited.locator('del')).toHaveCSS('text-decoration-line', 'line-through')
  await expect(edited.locator('ins')).toHaveCSS('text-decoration-line', 'underline')
  await expect(edited.locator('.compared-text')).toHaveCSS('direction', 'rtl')
  await expect(changed(page, 'removed')).toContainText('فقرة ثانية تُحذف.')
  await expect(changed(page, 'added')).toContainText('فقرة رابعة جديدة.')

  await page.getByRole('radio', { name: 'جنبًا إلى جنب' }).press('Space')
  const sides = changed(page, 'changed').locator('.compared-text')
  await expect(sides.first()).toHaveText('قالَ  محذوف: الوزيرُ نهاية المحذوف.  أمس إن القرار نهائي.')
  await expect(sides.last()).toHaveText('قالَ  مضاف: الوزراءُ نهاية المضاف.  أمس إن القرار نهائي.')
  // The older version is on the right.
  const [before, after] = [await sides.first().boundingBox(), await sides.last().boundingBox()]
  expect(before?.x).toBeGreaterThan(after?.x ?? Infinity)

  await page.keyboard.press('Escape')
  await expect(comparison(page)).toHaveCount(0)
  await expect(points(page).nth(1).getByRole('button')).toBeFocused()
})

test('a phone number in a comparison runs left to right, and only the focused element has an outline', async ({
  window: page,
}) => {
  await write(page)
  await editor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('عند الرقم +964 770 123.')
  await saved(page)
  await compare(page)
  const telephone = changed(page, 'added').locator('bdi')
  await expect(telephone).toHaveText('+964 770 123')
  await expect(telephone).toHaveCSS('direction', 'ltr')
  await page.keyboard.press('Escape')
  await expect(points(page).nth(1).getByRole('button')).toBeFocused()
  await expect(points(page).nth(1).getByRole('button')).toHaveCSS('outline-style', 'solid')
  await expect(page.locator('.inspector-sides')).toHaveCSS('outline-style', 'none')
})

test('a version is restored with its details, and Ctrl+Z undoes both', async ({ window: page }) => {
  await write(page)
  await rewrite(page)
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await page.getByRole('combobox', { name: 'القسم' }).fill('سياسة')
  await saved(page)
  await compare(page)
  await expect(comparison(page).getByTestId('compared-field')).toHaveText(['القسملا شيءسياسة'])
  await page.getByRole('button', { name: /^أعد المقالة إلى إصدار \d/u }).press('Enter')
  await expect(comparison(page)).toHaveCount(0)
  await expect(editor(page)).toBeFocused()
  expect(await texts(page)).toEqual(WRITTEN)
  await expect(page.getByText('أُعيد الإصدار القديم.')).toBeVisible()
  await saved(page)
  // The replaced text is a version of its own.
  await expect(points(page).filter({ hasText: 'قبل استعادة إصدار' })).toContainText('سعاد')
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await expect(page.getByRole('combobox', { name: 'القسم' })).toHaveValue('')

  await editor(page).focus()
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => texts(page)).toEqual(CHANGED)
  await expect(page.getByRole('combobox', { name: 'القسم' })).toHaveValue('سياسة')
  await expect(page.getByText('أُعيد الإصدار القديم.')).toHaveCount(0)
  await page.keyboard.press('Control+Shift+KeyZ')
  await expect.poll(() => texts(page)).toEqual(WRITTEN)
  await expect(page.getByText('أُعيد الإصدار القديم.')).toBeVisible()
  await page.getByRole('button', { name: 'تراجع' }).and(page.locator('.banner *')).press('Enter')
  await expect.poll(() => texts(page)).toEqual(CHANGED)
  await saved(page)
  await page.reload()
  await expect(editor(page)).toContainText('فقرة رابعة جديدة.')
})

test('single blocks are restored to their places, and each is undone from the comparison', async ({ window: page }) => {
  await write(page)
  await rewrite(page)
  await compare(page)
  await page.getByRole('button', { name: 'أعِده كما كان (فقرة · حذف)' }).press('Enter')
  await expect(comparison(page).getByRole('status')).toContainText('أُعيد كما كان في الإصدار القديم.')
  await expect(changed(page, 'removed')).toHaveCount(0)
  expect(await texts(page)).toEqual([CHANGED[0], CHANGED[1], 'فقرة ثانية تُحذف.', CHANGED[2], CHANGED[3]])
  const next = page.getByRole('button', { name: 'أعِده كما كان (فقرة · تعديل)' })
  await expect(next).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(changed(page, 'changed')).toHaveCount(0)
  expect((await texts(page))[1]).toBe(WRITTEN[1])
  // Nothing is left to restore: the focus moves to the heading, so that the keys of the comparison still work.
  await expect(page.getByRole('heading', { name: 'مقارنة إصدارين' })).toBeFocused()
  await page.keyboard.press('Control+KeyZ')
  await expect(changed(page, 'changed')).toHaveCount(1)
  await page.keyboard.press('Control+KeyZ')
  await expect(changed(page, 'removed')).toHaveCount(1)
  await page.keyboard.press('Escape')
  expect(await texts(page)).toEqual(CHANGED)
  // The editor is writable again.
  await editor(page).focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' وتُكتب.')
  await saved(page)
})

test('any two versions can be compared, and those with the same text do not differ', async ({ window: page }) => {
  await write(page)
  await compare(page)
  await page.getByLabel('إلى', { exact: true }).selectOption({ index: 1 })
  await expect(comparison(page).getByText('لا فرق بين الإصدارين.')).toBeVisible()
  await expect(points(page).first().getByRole('button')).toContainText('إلى')
  await expect(blocks(page)).toHaveCount(0)
  await page.getByRole('button', { name: '4 مواضع لم تتغيّر' }).press('Enter')
  await expect(blocks(page)).toHaveCount(4)
  await page.getByLabel('من', { exact: true }).selectOption({ index: 2 })
  await expect(changed(page, 'added')).toHaveCount(2)
  await page.getByRole('button', { name: 'النص كله' }).press('Enter')
  await expect(blocks(page)).toHaveCount(4)
})

test('the versions of a read-only article are compared, and cannot be restored', async ({ window: page }) => {
  await write(page)
  await openReview(page)
  await page.getByTestId('move-submitted').press('Enter')
  await expect(page.getByTestId('history-event')).toHaveCount(4)
  await page.getByRole('tab', { name: 'الإصدارات' }).click()
  await points(page).last().getByRole('button').press('Enter')
  await expect(changed(page, 'changed').or(changed(page, 'added')).first()).toBeVisible()
  await expect(page.getByRole('button', { name: 'أعد المقالة إلى إصدار' })).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'أعِده كما كان' })).toHaveCount(0)
})

test('a comparison in a second window stays as it is while the first window writes', async ({ window: page, app }) => {
  await write(page)
  const other = await app.open()
  await goTo(other, new URL(page.url()).hash)
  await other.getByRole('tab', { name: 'الإصدارات' }).click()
  await points(other).last().getByRole('button').press('Enter')
  await expect(changed(other, 'added')).toHaveCount(2)
  await other.getByRole('radio', { name: 'جنبًا إلى جنب' }).press('Space')
  await editor(page).click()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' كُتبت الآن.')
  await saved(page)
  // The second window gets this event too.
  await page.getByTestId('move-submitted').press('Enter')
  await expect(points(other).filter({ hasText: 'عند الانتقال إلى «مرسلة»' })).toHaveCount(2)
  await expect(other.getByRole('radio', { name: 'جنبًا إلى جنب' })).toBeChecked()
  await expect(comparison(other)).not.toContainText('كُتبت الآن.')
  await other.getByRole('radio', { name: 'جنبًا إلى جنب' }).press('Escape')
  await expect(editor(other)).toContainText('كُتبت الآن.')
  await expect(other.getByRole('tab', { name: 'الإصدارات' })).toHaveAttribute('aria-selected', 'true')
})

processTest('nothing is restored while the current text cannot be kept', async ({ window: page, app }) => {
  app.expected = /Failed to load resource|ERR_CONNECTION_REFUSED/u
  await write(page)
  await rewrite(page)
  await compare(page)
  await expect(changed(page, 'removed')).toHaveCount(1)
  await app.kill()
  await page.getByTestId('restore-whole').press('Enter')
  await expect(comparison(page).getByRole('status')).toContainText('انقطع الاتصال ببرنامج مداد.')
  await page.keyboard.press('Escape')
  expect(await texts(page)).toEqual(CHANGED)
})

test('a damaged article is restored from its last sound version', async ({ window: page, app }) => {
  await write(page)
  const { hash } = new URL(page.url())
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row')).toHaveCount(1)
  damageTexts(app.store, 'ثالثة', 'ثالثه')
  await goTo(page, hash)
  await page.getByRole('button', { name: 'الإصدارات' }).press('Enter')
  await expect(page.getByText('تلف المحفوظ من هذه المقالة')).toBeVisible()
  await points(page).first().getByRole('button').press('Enter')
  await expect(blocks(page)).toHaveText(WRITTEN)
  await page.getByTestId('restore-whole').press('Enter')
  await expect(editor(page)).toHaveAttribute('contenteditable', 'true')
  expect(await texts(page)).toEqual(WRITTEN)
})

test('the palette opens the versions, and closing an article keeps one', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص.')
  await saved(page)
  const { hash } = new URL(page.url())
  await page.getByRole('button', { name: 'المكتبة' }).click()
  await expect(page.getByTestId('article-row')).toHaveCount(1)
  await goTo(page, hash)
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('versions')
  await page.keyboard.press('Enter')
  await expect(points(page).locator('.timeline-reason')).toHaveText(['عند إغلاقها', 'عند إنشائها'])
})
