import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { ELAPH, expect, goTo, importArticle, test } from '../support/app.ts'

async function violations(page: Page): Promise<string[]> {
  // The preview is a document of its own, in which nothing may run, axe included.
  const { violations: found } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  return found
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`))
}

for (const theme of ['فاتحة', 'داكنة']) {
  for (const language of ['العربية', 'English']) {
    test(`axe finds nothing serious on any screen (${theme}, ${language})`, async ({ window: page }) => {
      expect(await violations(page)).toEqual([])
      await importArticle(page)
      const article = new URL(page.url()).hash
      await goTo(page, '#/settings')
      await page.getByText(theme, { exact: true }).click()
      await page.getByText(language, { exact: true }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'ar')
      for (const hash of ['#/settings', '#/', '#/verify', '#/import', article, `${article}/publish`]) {
        await goTo(page, hash)
        await expect(page.getByRole('main').locator('h1').first()).toBeVisible()
        // The colours of a theme fade in.
        await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)))
        expect(await violations(page), hash).toEqual([])
      }
      await goTo(page, '#/import')
      await page.locator('input[type=file]').setInputFiles(ELAPH)
      await expect(page.getByTestId('import-line').first()).toBeVisible()
      expect(await violations(page), 'import review').toEqual([])
    })
  }
}

test('the interface turns to English, left to right, and the article stays right to left', async ({ window: page }) => {
  await importArticle(page)
  const article = new URL(page.url()).hash
  await goTo(page, '#/settings')
  await page.getByText('English', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await goTo(page, article)
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  await expect(page.getByTestId('editor').locator('h1')).toHaveCSS('direction', 'rtl')
})

test('a small window keeps the page free, and shows the side panel over it when asked', async ({ window: page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await importArticle(page)
  const panel = page.getByRole('complementary', { name: 'اللوح الجانبي' })
  await expect(panel).toHaveCount(0)
  await page.getByRole('button', { name: 'أظهر اللوح الجانبي' }).click()
  await expect(panel.getByRole('button', { name: 'أرسلها للمراجعة' })).toBeInViewport()
  expect((await page.getByTestId('editor').boundingBox())?.y).toBeLessThan(200)
})

test('everything is reached by keyboard alone', async ({ window: page }) => {
  const tabTo = async (name: string): Promise<void> => {
    for (let press = 0; press < 60; press += 1) {
      const label = await page.evaluate(() => {
        const element = document.activeElement
        return element?.getAttribute('aria-label') ?? element?.textContent ?? ''
      })
      if (label.trim() === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never came to ${name}`)
  }
  await tabTo('مقالة جديدة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.type('عنوان من لوحة المفاتيح')
  await page.keyboard.press('Enter')
  await page.keyboard.type('نص.')
  await page.keyboard.press('Tab')
  await tabTo('المراجعة')
  await page.keyboard.press('Tab')
  await page.keyboard.type('سعاد')
  await tabTo('أرسلها للمراجعة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('history-event')).toHaveCount(2)
})
