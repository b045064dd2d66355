import { expect, newArticle, test } from '../support/app.ts'
import { outline, paste } from '../support/paste.ts'

test('a link shows its address, and is opened, edited, removed and embedded by its bar', async ({
  window: page,
  context,
}) => {
  await context.route('https://example.org/**', (route) => route.fulfill({ contentType: 'text/html', body: 'صفحة' }))
  await newArticle(page, 'عنوان')
  await paste(page, { 'text/plain': 'https://example.org/post' })
  const bar = page.getByRole('toolbar', { name: 'الرابط', exact: true })
  await expect(bar.getByRole('button', { name: 'ضمّنه في النص' })).toBeVisible()
  await page.keyboard.type(' ثم')
  await expect(bar).toHaveCount(0)
  await page.getByTestId('editor').locator('.inline-link').click()
  await expect(page.locator('.link-bar-address')).toHaveText('https://example.org/post')
  await expect(bar.getByRole('button', { name: 'ضمّنه في النص' })).toHaveCount(0)
  const [box, link, frame] = await Promise.all([
    page.locator('.link-bar').boundingBox(),
    page.getByTestId('editor').locator('.inline-link').boundingBox(),
    page.locator('.writing-page').boundingBox(),
  ])
  if (box === null || link === null || frame === null) throw new Error('There is no bar')
  expect(box.y).toBeGreaterThanOrEqual(link.y + link.height)
  expect(box.x).toBeGreaterThanOrEqual(frame.x)
  expect(box.x + box.width).toBeLessThanOrEqual(frame.x + frame.width)

  const opened = context.waitForEvent('page')
  await bar.getByRole('button', { name: 'افتح الرابط في المتصفح (Alt+Enter)' }).click()
  const other = await opened
  await other.waitForLoadState()
  expect(other.url()).toBe('https://example.org/post')
  expect(await other.evaluate(() => window.opener === null && document.referrer === '')).toBe(true)
  await other.close()

  await bar.getByRole('button', { name: 'عدّل الرابط (Ctrl+Shift+K)' }).click()
  await page.getByRole('textbox', { name: 'الرابط', exact: true }).fill('https://example.org/other')
  await page.keyboard.press('Enter')
  expect((await outline(page)).slice(1)).toEqual([
    'paragraph: [https://example.org/post](https://example.org/other) ثم',
  ])

  // By keyboard: into the bar, along it, and back.
  await page.keyboard.press('Alt+F10')
  await expect(bar.getByRole('button').first()).toBeFocused()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Alt+F10')
  // Over edit and remove to embed.
  for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Enter')
  expect((await outline(page)).slice(1)).toEqual(['embed', 'caption: '])
  await page.keyboard.press('Control+Z')
  await page.getByTestId('editor').locator('.inline-link').click()
  await bar.getByRole('button', { name: 'أزل الرابط' }).click()
  expect((await outline(page)).slice(1)).toEqual(['paragraph: https://example.org/post'])
})
