import type { Locator, Page } from '@playwright/test'
import { expect, newArticle, slash, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'

const cells = (page: Page): Locator => page.getByTestId('editor').locator('td, th')

/** @returns the words of the rows of the table */
async function rows(page: Page): Promise<string[]> {
  const lines = await page.getByTestId('editor').locator('tr').all()
  return Promise.all(
    lines.map(async (line) => (await line.locator('td, th').allInnerTexts()).map((text) => text.trim()).join('|')),
  )
}

test('a table is written, enlarged and walked through by keyboard alone', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قبل الجدول')
  await page.keyboard.press('Enter')
  await slash(page, 'جدول')
  for (const words of ['البلد الأول', 'ب', 'ت', 'ث', 'ج', 'ح', 'خ', 'د', 'ذ']) {
    // One caret.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.type(words)
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab')
  }
  await expect.poll(() => rows(page)).toEqual(['البلد الأول|ب|ت', 'ث|ج|ح', 'خ|د|ذ', '||'])
  await page.keyboard.type('آخر')
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.type('قبل ')
  await expect.poll(async () => (await rows(page)).slice(2)).toEqual(['خ|د|قبل ذ', 'آخر||'])

  // Down and up stay in their column, and at the horizontal position where they set out, through shorter lines.
  await cells(page).first().click()
  await page.keyboard.press('End')
  for (const key of ['ArrowDown', 'ArrowDown', 'ArrowUp', 'ArrowUp']) {
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press(key)
  }
  await page.keyboard.type('!')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.type('؟')
  await expect.poll(() => rows(page)).toEqual(['البلد الأول!|ب|ت', 'ث؟|ج|ح', 'خ|د|قبل ذ', 'آخر||'])
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.type('…')
  expect((await outline(page))[1]).toMatch(/^paragraph: .*…/u)

  await cells(page).nth(1).click()
  for (const command of ['أضف عمودًا قبله', 'العمود الأول عناوين', 'انقل الصف إلى أسفل']) {
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Control+KeyK')
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.type(command)
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Enter')
    // oxlint-disable-next-line no-await-in-loop
    await expect(page.getByTestId('editor')).toBeFocused()
  }
  await page.keyboard.type('جديد')
  await expect.poll(async () => (await rows(page)).slice(0, 2)).toEqual(['ث؟||ج|ح', 'البلد الأول!|جديد|ب|ت'])
  await expect(page.getByTestId('editor').locator('tr th:first-child')).toHaveCount(4)
})

test('the handles of a row and a column open their menus, and what they change is undone', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await slash(page, 'جدول')
  for (const words of ['أ', 'ب', 'ت', 'ث']) {
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.type(words)
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('Tab')
  }
  await cells(page).nth(1).hover()
  await page.getByRole('button', { name: 'العمود 2' }).click()
  await page.getByRole('menuitem', { name: 'انقل العمود بعد تاليه' }).click()
  await expect.poll(() => rows(page)).toEqual(['أ|ت|ب', 'ث||', '||'])
  // The caret was in this column already, and moved with it.
  await page.keyboard.type('!')
  await expect.poll(() => rows(page)).toEqual(['أ|ت|ب', 'ث||!', '||'])
  await cells(page).nth(3).hover()
  await page.getByRole('button', { name: 'الصف 2' }).click()
  await page.getByRole('menuitem', { name: 'احذف الصف' }).click()
  await expect.poll(() => rows(page)).toEqual(['أ|ت|ب', '||'])
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => rows(page)).toEqual(['أ|ت|ب', 'ث||!', '||'])
  await cells(page).nth(0).hover()
  await page.getByRole('button', { name: 'الصف 1' }).click()
  const header = page.getByRole('menuitemcheckbox', { name: 'الصف الأول عناوين' })
  await expect(header).toBeChecked()
  await expect(header.locator('.lucide-check')).toHaveCount(1)
  await header.click()
  await expect(page.getByTestId('editor').locator('th')).toHaveCount(0)

  // The rectangle that is copied, cut and emptied is drawn.
  await cells(page).nth(0).click()
  await cells(page)
    .nth(4)
    .click({ modifiers: ['Shift'] })
  await expect(page.getByTestId('editor').locator('[data-chosen]')).toHaveText(['أ', 'ت', 'ث', ''])
  await page.keyboard.press('Delete')
  await expect.poll(() => rows(page)).toEqual(['||ب', '||!', '||'])
  await expect(page.getByTestId('editor').locator('[data-chosen]')).toHaveCount(0)
})
