import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, saved, setPerson, test } from '../support/app.ts'

const section = (page: Page) => page.getByRole('combobox', { name: 'القسم' })

/** Makes an article in a section, as it is typed. */
async function articleIn(page: Page, headline: string, typed: string): Promise<void> {
  await newArticle(page, headline)
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await section(page).fill(typed)
  await section(page).press('Tab')
  await saved(page)
}

test('the house’s sections are offered while one types, merge spellings, and are managed in the settings', async ({
  window: page,
}) => {
  await setPerson(page, 'سعاد', 'محرر')
  await articleIn(page, 'الأولى', 'سياسه')
  await articleIn(page, 'الثانية', 'شؤون سياسية')
  await goTo(page, '#/settings/news-sections')
  await page.getByRole('textbox', { name: 'اسم القسم' }).fill('السياسة')
  await page.getByRole('button', { name: 'أضف القسم' }).click()
  const politics = page.getByTestId('news-section').filter({ hasText: 'السياسة' })
  await expect(politics).toContainText('مقالة واحدة · تُكتب أيضًا: «سياسه»')
  // The same section in another spelling is refused by name.
  await page.getByRole('textbox', { name: 'اسم القسم' }).fill('سياسة')
  await page.getByRole('button', { name: 'أضف القسم' }).click()
  await expect(page.getByText('هذا القسم في القائمة باسم «السياسة».')).toBeVisible()
  await page.getByRole('button', { name: 'ادمج «شؤون سياسية» في قسم آخر' }).click()
  await page.getByRole('menuitem', { name: 'في «السياسة»' }).click()
  await expect(politics).toContainText('مقالتان')
  await politics.getByRole('button', { name: 'وحّد كتابتها في المقالات' }).click()
  await expect(page.getByText('كُتب القسم «السياسة» في مقالتين.')).toBeVisible()

  await newArticle(page, 'الثالثة')
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await section(page).fill('السياس')
  await expect(page.getByRole('option')).toHaveText(['السياسة'])
  await section(page).press('ArrowDown')
  await section(page).press('Enter')
  await expect(section(page)).toHaveValue('السياسة')
  // Another spelling becomes that of the house when the field is left.
  await section(page).fill('شؤون سياسيه')
  await section(page).press('Tab')
  await expect(section(page)).toHaveValue('السياسة')
  await saved(page)
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row').filter({ hasText: 'السياسة' })).toHaveCount(3)
})

test('a goal for the body stays with the article, in words and in lines of a column', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('واحد اثنان ثلاثة أربعة خمسة')
  await saved(page)
  await page.getByRole('tab', { name: 'النص' }).click()
  await page.getByText('بالكلمات', { exact: true }).click()
  await page.getByRole('spinbutton', { name: 'عدد الكلمات' }).fill('8')
  await expect(page.getByRole('region', { name: 'هدف المتن' })).toContainText('تبقى 3 كلمات')
  const bar = page.getByTestId('goal-bar')
  await expect(bar).toHaveAttribute('value', '5')
  await page.getByTestId('editor').locator('p').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ستة سبعة ثمانية تسعة')
  await expect(bar).toHaveAttribute('data-over', 'true')
  await expect(page.getByRole('region', { name: 'هدف المتن' })).toContainText('أطول من الهدف بكلمة')
  await saved(page)
  await page.reload()
  await expect(page.getByTestId('goal-bar')).toHaveAttribute('max', '8')
  await page.getByRole('tab', { name: 'النص' }).click()
  await page.getByText('بالأسطر', { exact: true }).click()
  await page.getByRole('spinbutton', { name: 'عرض العمود بالأحرف' }).fill('5')
  // No column is narrower than a word: each of the nine takes a line.
  await expect(page.getByTestId('word-count')).toContainText('9 أسطر')
})
