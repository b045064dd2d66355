import { expect, goTo, newArticle, saved, setPerson, test } from '../support/app.ts'

test('one Escape closes the find bar or the panel over the page, wherever the focus is and whatever tooltip is open', async ({
  window: page,
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  const find = page.getByRole('search')
  const panel = page.getByRole('complementary', { name: 'اللوح الجانبي' })
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip', { name: 'السابق' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(find).toHaveCount(0)

  await page.keyboard.press('Control+KeyF')
  await page.getByTestId('editor').locator('p').click()
  await page.keyboard.press('Escape')
  await expect(find).toHaveCount(0)
  await expect(page.getByTestId('editor')).toBeFocused()

  // The focus stays on the button that opens the panel.
  await page.getByRole('button', { name: 'أظهر اللوح الجانبي' }).press('Enter')
  await expect(panel).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await page.keyboard.type('!')
  await expect(page.getByTestId('editor').locator('p')).toHaveText('نص!')

  await page.getByRole('button', { name: 'أظهر اللوح الجانبي' }).press('Enter')
  await panel.getByRole('tab', { name: 'المراجعة' }).focus()
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tooltip', { name: 'أخفِ اللوح الجانبي' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
})

test('Replace All is undone by Ctrl+Z from its own button, and its count does not stay', async ({ window: page }) => {
  await newArticle(page, 'زار أحمد')
  await page.keyboard.type('أحمد هنا')
  const find = page.getByRole('search')
  await page.keyboard.press('Control+KeyH')
  await page.keyboard.type('أحمد')
  await page.getByRole('textbox', { name: 'استبدل بها' }).fill('محمود')
  const all = page.getByRole('button', { name: 'استبدل الكل' })
  await all.click()
  await expect(find).toContainText('استُبدل موضعان')
  await page.keyboard.press('Control+KeyZ')
  await expect(page.getByTestId('editor').locator('p')).toHaveText('أحمد هنا')
  await expect(find).not.toContainText('استُبدل')
  await all.click()
  await expect(find).toContainText('استُبدل موضعان')
  await all.click()
  await expect(find).toContainText('لا نتائج')
})

test('keys that are pressed in a dialog over the article do nothing behind it', async ({ window: page }) => {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, 'عنوان')
  await page.getByRole('tab', { name: 'المراجعة' }).click()
  await page.getByRole('button', { name: 'ألغِها' }).click()
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.press('Control+Shift+KeyF')
  await expect(page.getByRole('dialog')).toHaveCount(1)
  await page.keyboard.press('Escape')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await expect(page.getByRole('search')).toHaveCount(0)
  await expect(page.getByRole('navigation')).toBeVisible()
})

test('Ctrl+S never asks the browser to save its page', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await saved(page)
  for (const hash of ['#/', '#/settings', '#/import', '#/outbox']) {
    await goTo(page, hash)
    const isTaken = await page.evaluate(() => {
      const event = new KeyboardEvent('keydown', {
        ...{ key: 's', code: 'KeyS', ctrlKey: true, bubbles: true, cancelable: true },
      })
      return !(document.activeElement ?? document.body).dispatchEvent(event)
    })
    expect(isTaken, hash).toBe(true)
  }
})

test('the palette shows the panel in focus mode too', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.press('Control+Shift+KeyF')
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('اللوح الجانبي')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: 'اللوح الجانبي' })).toBeVisible()
})
