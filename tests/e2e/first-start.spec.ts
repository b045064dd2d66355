import { expect, goTo, newArticle, openReview, saved, test } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { brokenLayouts } from '../support/layout.ts'

test.describe('a store where nobody has given a name yet', () => {
  test.use({ person: null })

  test('asks once who works there, by keyboard, and every step carries the name', async ({ window: page, app }) => {
    const name = page.getByRole('textbox', { name: 'الاسم' })
    await expect(name).toBeFocused()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    await page.keyboard.press('Enter')
    await expect(page.getByText('اكتب اسمك لتبدأ.')).toBeVisible()
    expect(await brokenLayouts(page, 'the first start')).toEqual([])
    await page.setViewportSize({ width: 1280, height: 800 })
    await expectAccessible(page, 'the first start')
    await name.fill('هدى')
    await page.keyboard.press('Tab')
    // Right to left: the next choice lies at the left.
    await page.keyboard.press('ArrowLeft')
    await page.keyboard.press('Tab')
    await page.keyboard.press('ArrowLeft')
    await expect(page.getByRole('heading')).toHaveText('Who is writing here?')
    await page.keyboard.press('ArrowRight')
    await expect(page.getByRole('heading')).toHaveText('من يكتب هنا؟')
    // From the last choice, as from the name.
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { name: 'لا مقالات بعد' })).toBeVisible()

    await newArticle(page, 'عنوان')
    await saved(page)
    await expect(page.getByRole('tab', { name: 'النص' })).toHaveAttribute('aria-selected', 'true')
    await openReview(page)
    await page.getByTestId('move-submitted').click()
    await page.getByTestId('move-approved').click()
    await expect(page.getByTestId('history-event')).toHaveCount(3)
    for (const event of await page.getByTestId('history-event').all()) await expect(event).toContainText('هدى')
    const second = await app.open()
    await expect(second.getByRole('navigation')).toBeVisible()
  })
})

test('a name is replaced and never taken away', async ({ window: page }) => {
  await goTo(page, '#/settings')
  const name = page.getByLabel('الاسم')
  await expect(name).toHaveValue('سعاد')
  await name.fill(' ')
  await expect(page.getByText('اكتب اسمًا؛ ما زال الاسم السابق محفوظًا.')).toBeVisible()
  await page.reload()
  await expect(name).toHaveValue('سعاد')
})
