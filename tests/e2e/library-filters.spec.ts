import type { Page } from '@playwright/test'
import { expect, goTo, test as base } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { fillStore } from '../support/fill-store.ts'

/** `full` is a window over sixty articles, an hour apart: three authors, four sections, three states. */
const test = base.extend<{ full: Page }>({
  full: async ({ app }, use) => {
    await app.stop()
    fillStore(app.store, 60, new Date())
    await app.start()
    const page = await app.open()
    await expect(page.getByTestId('article-row').first()).toBeVisible()
    await use(page)
  },
})

const status = (page: Page) => page.locator('.library [role=status]').last()
const filter = (page: Page, name: string) => page.getByTestId('filter').filter({ hasText: name })
const saved = (page: Page) => page.getByTestId('saved-searches')

test('filters by author, section, pictures and time by keyboard; removes one filter, or all at once', async ({
  full: page,
}) => {
  await expect(status(page)).toHaveText('60 مقالة')
  await filter(page, 'الكاتب').getByRole('button').press('Enter')
  await expect(page.getByRole('menuitemradio', { name: 'كل الكتّاب' })).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(filter(page, 'الكاتب').getByRole('button').first()).toBeFocused()
  await expect(status(page)).toHaveText('20 مقالة')

  await filter(page, 'القسم').getByRole('button').press('Enter')
  await page.getByRole('menuitemradio', { name: 'رياضة' }).press('Enter')
  await expect(filter(page, 'القسم: رياضة')).toBeVisible()
  await expect(status(page)).toHaveText('5 مقالات')

  await page.getByRole('button', { name: /^أزل «الكاتب/u }).press('Enter')
  await expect(filter(page, 'الكاتب').getByRole('button')).toBeFocused()
  await expect(status(page)).toHaveText('15 مقالة')

  await page.getByRole('button', { name: 'أزل المرشّحات' }).press('Enter')
  await expect(status(page)).toHaveText('60 مقالة')
  await expect(page.getByRole('button', { name: 'تنتظرني' })).toBeFocused()

  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'لا شيء هنا' })).toBeVisible()
  await page.getByRole('button', { name: 'تنتظرني', pressed: true }).press('Enter')
  await expect(status(page)).toHaveText('60 مقالة')

  await filter(page, 'الصور').getByRole('button').press('Enter')
  await page.getByRole('menuitemradio', { name: 'بصورة' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'لا شيء هنا' })).toBeVisible()
  await page.getByRole('button', { name: 'اعرض كل المقالات' }).press('Enter')
  await expect(status(page)).toHaveText('60 مقالة')

  await filter(page, 'آخر تعديل').getByRole('button').press('Enter')
  await page.getByRole('radio', { name: 'أي وقت' }).press('ArrowLeft')
  await expect(page.getByRole('radio', { name: 'اليوم' })).toBeChecked()
  await page.keyboard.press('Escape')
  await expect(filter(page, 'آخر تعديل: اليوم')).toBeVisible()
  await expect(status(page)).not.toHaveText('60 مقالة')
})

test('filters by kind, urgency and embargo', async ({ full: page, app }) => {
  const { call } = await app.client()
  const details = [
    { kind: 'تحليل', urgency: 1, embargo: '2099-01-01T00:00:00.000Z' },
    { kind: 'تحليل', urgency: 5, embargo: '2020-01-01T00:00:00.000Z' },
  ]
  for (const [index, detail] of details.entries()) {
    // Drafts are the third, the sixth…
    const got = await call('articles.get', { id: `a${3 * (index + 1)}` })
    if (!got.ok) throw new Error(got.error.code)
    const { article, saveNumber: baseSaveNumber } = got.value
    const changed = { ...article, metadata: { ...article.metadata, ...detail } }
    expect(await call('articles.save', { article: changed, baseSaveNumber, caret: null })).toMatchObject({
      ok: true,
    })
  }
  const choose = async (name: string, choice: string): Promise<void> => {
    await filter(page, name).getByRole('button').first().press('Enter')
    await page.getByRole('menuitemradio', { name: choice, exact: true }).press('Enter')
  }
  await choose('النوع', 'تحليل')
  await expect(status(page)).toHaveText('مقالتان')
  await choose('الأهمية', '5')
  await expect(status(page)).toHaveText('مقالة واحدة')
  await choose('حظر النشر', 'محظورة الآن')
  await expect(page.getByRole('heading', { name: 'لا شيء هنا' })).toBeVisible()
  await choose('حظر النشر', 'انتهى حظرها')
  await expect(status(page)).toHaveText('مقالة واحدة')
  await page.getByRole('button', { name: 'أزل المرشّحات' }).press('Enter')
  await choose('حظر النشر', 'بلا حظر')
  await expect(status(page)).toHaveText('58 مقالة')
})

test('filters by a range of days', async ({ full: page }) => {
  await filter(page, 'آخر تعديل').getByRole('button').press('Enter')
  for (const [label, day] of [
    ['من يوم', '01012019'],
    ['إلى يوم', '02012019'],
  ] as const) {
    await page.getByRole('group', { name: label }).getByRole('spinbutton').first().focus()
    await page.keyboard.type(day)
  }
  await page.keyboard.press('Escape')
  await expect(filter(page, 'آخر تعديل: من 1 يناير 2019 إلى 2 يناير 2019')).toBeVisible()
  await expect(page.getByRole('heading', { name: 'لا شيء هنا' })).toBeVisible()
})

test('finds one of many authors by letters in any spelling', async ({ app }) => {
  await app.stop()
  fillStore(app.store, 60, new Date(), ['أحمد', 'إبراهيم', 'آمنة', 'سعاد', 'كريم', 'منى', 'هدى', 'يوسف', 'ليلى'])
  await app.start()
  const page = await app.open()
  await filter(page, 'الكاتب').getByRole('button').press('Enter')
  await expect(page.getByRole('searchbox', { name: 'ابحث عن اسم' })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  // Nine degrees, which are no names to search for.
  await filter(page, 'الأهمية').getByRole('button').press('Enter')
  const any = page.getByRole('menuitemradio', { name: 'أي أهمية' })
  await expect(any).toBeFocused()
  await expect(any.locator('.lucide-check')).toHaveCount(1)
  expect(await any.evaluate((item) => getComputedStyle(item, '::after').content)).toBe('none')
  await page.keyboard.press('Escape')
  await filter(page, 'الكاتب').getByRole('button').press('Enter')
  await expect(page.getByRole('searchbox', { name: 'ابحث عن اسم' })).toBeFocused()
  await page.keyboard.type('امنه')
  await expect(page.getByRole('menuitemradio')).toHaveText(['آمنة'])
  await page.keyboard.press('Enter')
  await expect(filter(page, 'الكاتب: آمنة')).toBeVisible()
  await expect(page.getByTestId('article-row').first()).toContainText('آمنة')
})

test('a search is saved, asked again, renamed, deleted and brought back, by keyboard', async ({ full: page, app }) => {
  await expect(saved(page)).toHaveCount(0)
  await page.getByTestId('search').fill('الجلسة')
  await page.getByRole('radio', { name: 'معتمدة' }).press('Space')
  await filter(page, 'القسم').getByRole('button').press('Enter')
  await page.getByRole('menuitemradio', { name: 'ثقافة' }).press('Enter')
  await expect(status(page)).toHaveText('5 مقالات')
  await page.getByRole('button', { name: 'احفظ البحث' }).press('Enter')
  await expect(page.getByLabel('اسم البحث')).toHaveValue('الجلسة، معتمدة، ثقافة')
  await page.keyboard.press('Control+a')
  await page.keyboard.type('ثقافة للنشر')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('button', { name: 'احفظ البحث' })).toHaveCount(0)

  // Another window has it too.
  await page.getByRole('button', { name: 'أزل المرشّحات' }).press('Enter')
  await page.getByTestId('search').fill('')
  await expect(status(page)).toHaveText('60 مقالة')
  const other = await app.open()
  await saved(other).press('Enter')
  await expect(other.getByRole('dialog').getByRole('row', { name: 'ثقافة للنشر' })).toBeFocused()
  await other.keyboard.press('Enter')
  await expect(status(other)).toHaveText('5 مقالات')
  await expect(other.getByTestId('search')).toHaveValue('الجلسة')
  await expect(other.getByRole('radio', { name: 'معتمدة' })).toBeChecked()
  await expect(filter(other, 'القسم: ثقافة')).toBeVisible()

  await saved(other).press('Enter')
  await other.getByRole('button', { name: 'غيّر اسم «ثقافة للنشر»' }).press('Enter')
  await other.getByLabel('اسم البحث').fill('ثقافة')
  await other.keyboard.press('Enter')
  await expect(other.getByRole('dialog')).toHaveCount(0)
  await saved(other).press('Enter')
  await other.getByRole('button', { name: 'احذف «ثقافة»' }).press('Enter')
  await expect(other.getByText('حُذف «ثقافة».')).toBeVisible()
  await expect(other.getByText('لا بحث محفوظًا.')).toBeVisible()
  await other.getByRole('button', { name: 'تراجع' }).press('Enter')
  await expect(other.getByRole('dialog').getByRole('row', { name: 'ثقافة' })).toBeVisible()
})

test('search and filters stay while an article is open, and after the back button', async ({ full: page }) => {
  await page.getByTestId('search').fill('الجلسة')
  await filter(page, 'القسم').getByRole('button').press('Enter')
  await page.getByRole('menuitemradio', { name: 'رياضة' }).press('Enter')
  await expect(status(page)).toHaveText('15 مقالة')
  await page.getByTestId('article-row').nth(2).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeVisible()
  await page.goBack()
  await expect(page.getByTestId('article-row').nth(2)).toBeFocused()
  await expect(page.getByTestId('search')).toHaveValue('الجلسة')
  await expect(filter(page, 'القسم: رياضة')).toBeVisible()
  await expect(status(page)).toHaveText('15 مقالة')
  await expect(page.getByTestId('article-row').first().locator('mark').last()).toHaveText('الجلسة')
})

for (const theme of ['فاتحة', 'داكنة']) {
  test(`axe finds nothing serious in the library's filters, searches and rows (${theme})`, async ({ full: page }) => {
    const check = (what: string): Promise<void> => expectAccessible(page, what)
    await goTo(page, '#/settings')
    await page.getByText(theme, { exact: true }).click()
    await goTo(page, '#/')
    await page.getByTestId('search').fill('الجلسة')
    await expect(page.locator('mark').first()).toBeVisible()
    await check('a search')
    await page.getByRole('button', { name: 'احفظ البحث' }).press('Enter')
    await check('saving it')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await saved(page).press('Enter')
    await expect(page.getByRole('dialog').getByRole('row', { name: 'الجلسة' })).toBeFocused()
    await check('the saved ones')
    await page.keyboard.press('Escape')
    await filter(page, 'القسم').getByRole('button').press('Enter')
    await expect(page.getByRole('menuitemradio').first()).toBeFocused()
    await check('the sections')
    await page.getByRole('menuitemradio', { name: 'رياضة' }).press('Enter')
    await filter(page, 'آخر تعديل').getByRole('button').press('Enter')
    await expect(page.getByRole('radio', { name: 'أي وقت' })).toBeVisible()
    await check('the days')
    await page.keyboard.press('Escape')
    await check('a filter')
  })
}
