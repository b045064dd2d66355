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

test('the line of the caret stays in sight when the window shrinks, unless the writer has scrolled away', async ({
  window: page,
}) => {
  await writeLong(page)
  const line = paragraphs(page).nth(39)
  await line.evaluate((each) => {
    const box = each.closest('.writing-page')
    if (box !== null) box.scrollTop += each.getBoundingClientRect().bottom - box.getBoundingClientRect().bottom + 40
  })
  await expect(line).toBeInViewport()
  await page.setViewportSize({ width: 900, height: 500 })
  await expect(line).toBeInViewport({ ratio: 1 })
  await page.locator('.writing-page').evaluate((each) => each.scrollTo(0, 0))
  await expect(line).not.toBeInViewport()
  await page.setViewportSize({ width: 900, height: 450 })
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  expect(await scrolled(page)).toBe(0)
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
