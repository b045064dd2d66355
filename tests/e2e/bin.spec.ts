import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, openReview, saved, setPerson, test } from '../support/app.ts'

/** Writes an article and goes back to the library. */
async function write(page: Page, headline: string): Promise<string> {
  await newArticle(page, headline)
  await page.keyboard.type('نص.')
  await saved(page)
  const { hash } = new URL(page.url())
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row').filter({ hasText: headline })).toBeVisible()
  return hash
}

test('Delete on a row moves it into the bin without a question, and Ctrl+Z or the notice brings it back', async ({
  window: page,
}) => {
  await write(page, 'الأولى')
  await write(page, 'الثانية')
  const rows = page.getByTestId('article-row')
  await rows.first().focus()
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(1)
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByTestId('put-away')).toContainText('نُقلت «الثانية» إلى سلة المحذوفات.')
  // The focus stays among the rows.
  await expect(rows.first()).toBeFocused()
  await page.keyboard.press('Control+KeyZ')
  await expect(rows).toHaveCount(2)
  await expect(page.getByTestId('put-away')).toContainText('عادت «الثانية» إلى مكانها.')

  await rows.nth(1).focus()
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('put-away')).toContainText('الأولى')
  await page.getByRole('button', { name: 'تراجع' }).press('Enter')
  await expect(rows).toHaveCount(2)
})

test('the bin works by keyboard: articles are taken out or deleted for good, and the question names them', async ({
  window: page,
}) => {
  await setPerson(page, 'سعاد', 'صحفي')
  await goTo(page, '#/')
  for (const headline of ['الأولى', 'الثانية', 'الثالثة']) {
    await write(page, headline)
    await page.getByTestId('article-row').first().focus()
    await page.keyboard.press('Delete')
    await expect(page.getByTestId('put-away')).toContainText(headline)
  }
  await page.getByRole('link', { name: 'سلة المحذوفات' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'سلة المحذوفات' })).toBeVisible()
  const rows = page.getByTestId('bin-row')
  await expect(rows).toHaveCount(3)
  await expect(rows.first()).toContainText('الثالثة')
  await expect(rows.first()).toContainText('سعاد')
  await expect(rows.first()).toContainText('كلمة واحدة')
  await expect(rows.first()).toContainText('تُحذف بعد 29 يومًا')

  // Right to left: the arrow to the left goes into the row.
  await rows.first().focus()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(page.getByRole('button', { name: 'أخرج «الثالثة» من السلة' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(rows).toHaveCount(2)
  await expect(page.getByText('عادت «الثالثة» إلى المكتبة.')).toBeVisible()

  await rows.first().focus()
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: 'احذف المختارة…' }).press('Enter')
  const dialog = page.getByRole('dialog')
  await expect(dialog).toContainText('تُحذف مقالة واحدة نهائيًا')
  await expect(dialog).toContainText('الثانية')
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await expect(rows).toHaveCount(2)

  await page.getByRole('button', { name: 'أفرغ السلة…' }).press('Enter')
  await expect(dialog).toContainText('تُحذف مقالتان نهائيًا')
  await expect(dialog).toContainText('الأولى')
  await expect(dialog).toContainText('الثانية')
  await dialog.getByRole('button', { name: 'احذفهما نهائيًا' }).press('Enter')
  await expect(page.getByRole('heading', { name: 'السلة فارغة' })).toBeVisible()
  await expect(page.getByText('حُذفت مقالتان نهائيًا.')).toBeVisible()
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row')).toHaveCount(1)
})

test('an article moves into the bin from its own page, with its last words, and its edit lock is released', async ({
  window: page,
  app,
}) => {
  const hash = await write(page, 'تُكتب الآن')
  await goTo(page, hash)
  await expect(page.getByTestId('editor')).toContainText('تُكتب الآن')
  // Another window reads it meanwhile.
  const other = await app.open()
  await goTo(other, hash)
  await expect(other.getByText('المقالة مفتوحة للكتابة في نافذة أخرى.')).toBeVisible()
  await page.getByTestId('editor').focus()
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' كلمة أخيرة')
  await page.getByRole('button', { name: 'المزيد' }).press('Enter')
  await page.getByRole('menuitem', { name: 'انقلها إلى السلة' }).press('Enter')
  await expect(page.getByTestId('put-away')).toContainText('نُقلت «تُكتب الآن» إلى سلة المحذوفات.')
  await expect(page.getByTestId('article-row')).toHaveCount(0)

  await expect(other.getByText('هذه المقالة في سلة المحذوفات.')).toBeVisible()
  await other.getByRole('button', { name: 'أخرجها' }).press('Enter')
  await expect(other.getByTestId('editor')).toContainText('كلمة أخيرة')
  await expect(other.getByTestId('editor')).toHaveAttribute('contenteditable', 'true')
})

test('an article that another window writes is not moved into the bin', async ({ window: page, app }) => {
  const hash = await write(page, 'مفتوحة هناك')
  const other = await app.open()
  await goTo(other, hash)
  await expect(other.getByTestId('editor')).toHaveAttribute('contenteditable', 'true')
  await page.getByTestId('article-row').focus()
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('put-away')).toContainText('المقالة مفتوحة للكتابة في نافذة أخرى.')
  await expect(page.getByTestId('article-row')).toHaveCount(1)
  await other.getByTestId('editor').press('Control+End')
  await other.keyboard.type(' وتُحفظ')
  await saved(other)
})

test('words that are not saved yet when the page is left go into the bin with the article', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('آخر الكلام')
  // Leaves before the autosave.
  await page.getByRole('button', { name: 'المكتبة' }).click()
  await page.getByTestId('article-row').focus()
  await page.keyboard.press('Delete')
  await expect(page.getByTestId('article-row')).toHaveCount(0)
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByTestId('article-row')).toHaveCount(1)
  await page.getByTestId('article-row').press('Enter')
  await expect(page.getByTestId('editor')).toContainText('آخر الكلام')
})

test('an exported article is not moved into the bin, even once it is a draft again', async ({ window: page }) => {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, 'خرجت')
  await page.keyboard.type('نص.')
  await openReview(page)
  await page.getByTestId('move-submitted').click()
  await page.getByTestId('move-approved').click()
  await expect(page.getByTestId('history-event')).toHaveCount(3)
  await page.getByRole('button', { name: 'التصدير' }).click()
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(page.getByTestId('export-path')).toBeVisible()
  await goTo(page, '#/')
  await page.getByTestId('article-row').focus()
  await page.keyboard.press('Delete')
  const refusal = page.getByText('خرجت هذه المقالة من غرفة الأخبار، فلا تُنقل إلى السلة.')
  await expect(refusal).toBeVisible()
  await page.getByTestId('article-row').press('Enter')
  await page.getByTestId('editor').press('Control+End')
  await page.keyboard.type(' تعديل')
  await saved(page)
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('السلة')
  await page.keyboard.press('Enter')
  await expect(refusal).toBeVisible()
  await expect(page.getByTestId('editor')).toContainText('تعديل')
})
