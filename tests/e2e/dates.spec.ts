import type { Locator } from '@playwright/test'
import { expect, goTo, newArticle, saved, slash, test } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'

/** @returns the left edge of a segment of a date */
async function leftOf(field: Locator, segment: string): Promise<number> {
  return (await field.locator(`[data-type=${segment}]`).boundingBox())?.x ?? Number.NaN
}

test('an embargo is entered by keyboard, in the digits of the house, and lifted', async ({ window: page }) => {
  await goTo(page, '#/settings')
  await page.locator('label:has(input[value=arab])').click()
  await newArticle(page, 'خبر الأسبوع القادم')
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  const field = page.getByRole('group', { name: 'حظر النشر حتى' })
  await field.getByRole('spinbutton').first().focus()
  // One ring, around the box.
  await expect(page.locator('.field:has(> .date-picker)')).toHaveCSS('outline-style', 'none')
  await expect(field.locator('.date-input')).toHaveCSS('outline-style', 'none')
  await expect(field).toHaveCSS('outline-style', 'solid')
  // Digits of either kind; each segment that is full hands on to the next.
  await page.keyboard.type('٠٥03٢٠٩٩0907م')
  await expect(field.locator('.date-input')).toContainText('٢٠٩٩')
  await expect(field.locator('[data-type=minute]')).toHaveText('٠٧')
  expect(await leftOf(field, 'day')).toBeGreaterThan(await leftOf(field, 'month'))
  expect(await leftOf(field, 'month')).toBeGreaterThan(await leftOf(field, 'year'))
  expect(await leftOf(field, 'year')).toBeGreaterThan(await leftOf(field, 'minute'))
  // A time reads from left to right.
  expect(await leftOf(field, 'minute')).toBeGreaterThan(await leftOf(field, 'hour'))
  await saved(page)
  await expect(page.locator('.writing-notices')).toContainText(/محظورة حتى .*٢٠٩٩.*٩:٠٧\s*م/u)

  await page.keyboard.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog')
  await expect(calendar.getByRole('heading')).toHaveText('مارس ٢٠٩٩')
  await expectAccessible(page, 'a calendar')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  await expect(calendar).toHaveCount(0)
  await expect(field.locator('[data-type=day]')).toHaveText('٦')
  await saved(page)
  await expect(page.locator('.writing-notices')).toContainText(/محظورة حتى ٠?٦.*٩:٠٧\s*م/u)

  await field.getByRole('button', { name: 'ارفع الحظر' }).press('Enter')
  await expect(page.locator('.writing-notices')).not.toContainText('محظورة')
  await saved(page)
})

test('an English interface writes the day first too', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  const article = new URL(page.url()).hash
  await goTo(page, '#/settings')
  await page.locator('label:has(input[value=en])').click()
  await goTo(page, article)
  await page.getByRole('tab', { name: 'Details' }).click()
  const field = page.getByRole('group', { name: 'Embargoed until' })
  await field.getByRole('spinbutton').first().focus()
  await page.keyboard.type('240320992107')
  await expect(field.locator('.date-input')).toHaveText(/24\/0?3\/2099, .*21:07/u)
})

test('the day of a correction is entered as a date', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await slash(page, 'تصحيح')
  await page.keyboard.type('الصواب كذا.')
  const day = page.locator('.correction-date')
  await day.click()
  const field = page.getByRole('dialog').getByRole('group', { name: 'تاريخ التصحيح' })
  await expect(field.getByRole('spinbutton').first()).toBeFocused()
  await page.keyboard.type('24032099')
  await page.keyboard.press('Alt+ArrowDown')
  const calendar = page.getByRole('dialog').filter({ has: page.getByRole('grid') })
  await expect(calendar.getByRole('heading')).toHaveText('مارس 2099')
  await page.keyboard.press('Escape')
  await field.getByRole('spinbutton').first().focus()
  await page.keyboard.type('24112026')
  await page.getByRole('dialog').getByRole('button', { name: 'احفظ' }).press('Enter')
  await expect(day).toHaveText('24 تشرين الثاني/نوفمبر 2026')
})
