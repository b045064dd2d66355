import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, saved, test } from '../support/app.ts'

const paragraphs = (page: Page) => page.getByTestId('editor').locator('[data-block=paragraph]')
const scrolled = (page: Page) => page.locator('.writing-page').evaluate((each) => Math.round(each.scrollTop))

/** Writes an article of sixty lines, and puts the caret into the fortieth. */
async function writeLong(page: Page): Promise<void> {
  await newArticle(page, 'عنوان')
  for (let line = 1; line <= 60; line += 1) {
    await page.keyboard.insertText(`سطر ${line}`)
    if (line < 60) await page.keyboard.press('Enter')
  }
  await paragraphs(page).nth(39).click()
  await page.keyboard.press('End')
}

test('a reload brings back the caret and the scroll, also when the text was saved before they moved', async ({
  window: page,
}) => {
  await writeLong(page)
  await saved(page)
  await paragraphs(page).nth(29).click()
  await page.keyboard.press('Home')
  await page.locator('.writing-page').evaluate((each) => each.scrollBy(0, 70))
  const before = await scrolled(page)
  await page.reload()
  await expect(page.getByTestId('editor')).toBeFocused()
  await expect.poll(() => scrolled(page)).toBe(before)
  await page.keyboard.type('هنا ')
  await expect(paragraphs(page).nth(29)).toHaveText('هنا سطر 30')
})

test('undo, caret and scroll survive another screen', async ({ window: page }) => {
  await writeLong(page)
  await page.keyboard.type(' وبقيته')
  await saved(page)
  const before = await scrolled(page)
  await goTo(page, '#/settings')
  await expect(page.getByLabel('الاسم')).toBeVisible()
  await page.goBack()
  await expect(page.getByTestId('editor')).toBeFocused()
  await expect.poll(() => scrolled(page)).toBe(before)
  await page.keyboard.press('Control+z')
  await expect(paragraphs(page).nth(39)).toHaveText('سطر 40')
  await page.keyboard.press('Control+Shift+Z')
  await expect(paragraphs(page).nth(39)).toHaveText('سطر 40 وبقيته')
  await page.keyboard.type(' هنا')
  await expect(paragraphs(page).nth(39)).toHaveText('سطر 40 وبقيته هنا')
})
