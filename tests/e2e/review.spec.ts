import { expect, goTo, newArticle, openReview, saved, setPerson, test } from '../support/app.ts'

test('an article goes from the reporter to the editor and back, and the history lists every step', async ({
  window: page,
}) => {
  await setPerson(page, 'سعاد', 'صحفي')
  await newArticle(page, 'عنوان الخبر')
  await page.keyboard.type('نص.')
  await saved(page)
  const article = new URL(page.url()).hash
  await openReview(page)
  await page.getByLabel('ملاحظة').fill('للنشر اليوم')
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await expect(page.getByText('أُرسلت المقالة للمراجعة. اسحبها إن أردت تعديلها.')).toBeVisible()
  await expect(page.getByTestId('editor')).not.toHaveAttribute('contenteditable', 'true')
  await expect(page.getByRole('button', { name: 'اعتمدها' })).toHaveCount(0)

  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, article)
  await page.getByRole('button', { name: 'أعِدها إلى الكاتب' }).click()
  await expect(page.getByText('اكتب السبب؛ هذه الخطوة تحتاج إلى ملاحظة.')).toBeVisible()
  await page.getByLabel('ملاحظة').fill('أضف مصدرًا ثانيًا')
  await page.getByRole('button', { name: 'أعِدها إلى الكاتب' }).click()
  const events = page.getByTestId('history-event')
  await expect(events.first()).toContainText('أضف مصدرًا ثانيًا')
  await expect(events.first()).toContainText('من «مرسلة» إلى «معادة»')

  await setPerson(page, 'سعاد', 'صحفي')
  await goTo(page, article)
  await page.getByTestId('editor').locator('[data-block=paragraph]').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' ومصدر ثانٍ.')
  await saved(page)
  await expect(page.locator('.writing-bar')).toContainText('مسودة')
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await expect(events.first()).toContainText('من «مسودة» إلى «مرسلة»')

  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, article)
  await page.getByRole('button', { name: 'اعتمدها' }).click()
  await expect(events).toHaveCount(6)
  await expect(events.last()).toContainText('سعاد')
  await expect(events.last()).toContainText('أنشأها')
})

test('an edit makes an approved article a draft again, and the history says so', async ({ window: page }) => {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص.')
  await saved(page)
  await openReview(page)
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await page.getByRole('button', { name: 'اعتمدها' }).click()
  await expect(page.locator('.writing-bar')).toContainText('معتمدة')
  await page.getByTestId('editor').locator('[data-block=paragraph]').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' وزيادة.')
  await saved(page)
  await expect(page.locator('.writing-bar')).toContainText('مسودة')
  await expect(page.getByTestId('history-event').first()).toContainText('عدّلها فعادت من «معتمدة» إلى «مسودة»')
})

test('submitting refuses an article without a headline', async ({ window: page }) => {
  await page.getByRole('button', { name: 'مقالة جديدة' }).first().click()
  await openReview(page)
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await expect(page.getByText('المقالة بلا عنوان. اكتب لها عنوانًا ثم أرسلها.')).toBeVisible()
})

test('the editor is read-only while a step is under way, and writable again when the step fails', async ({
  window: page,
  app,
}) => {
  app.expected = /ERR_FAILED|Failed to fetch/u
  await setPerson(page, 'سعاد', 'صحفي')
  await newArticle(page, 'عنوان')
  await saved(page)
  await openReview(page)
  const editor = page.getByTestId('editor')
  const asked = Promise.withResolvers<void>()
  const answer = Promise.withResolvers<void>()
  await page.route('**/call/review.move', async (route) => {
    asked.resolve()
    await answer.promise
    await route.abort()
  })
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await asked.promise
  await expect(editor).not.toHaveAttribute('contenteditable', 'true')
  answer.resolve()
  await expect(page.getByRole('alert').filter({ hasText: 'انقطع الاتصال' })).toBeVisible()
  await expect(editor).toHaveAttribute('contenteditable', 'true')
})

test('a step that another window took first is refused with a reason', async ({ window: first, app }) => {
  await setPerson(first, 'سعاد', 'صحفي')
  await newArticle(first, 'عنوان')
  await saved(first)
  const article = new URL(first.url()).hash
  await openReview(first)
  await first.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  const second = await app.open()
  await goTo(second, article)
  const asked = Promise.withResolvers<void>()
  const late = Promise.withResolvers<void>()
  await second.route('**/call/review.move', async (route) => {
    asked.resolve()
    await late.promise
    await route.continue()
  })
  await second.getByRole('button', { name: 'اسحبها إلى المسودات' }).click()
  await asked.promise
  await first.getByRole('button', { name: 'اسحبها إلى المسودات' }).click()
  await expect(first.getByTestId('history-event')).toHaveCount(3)
  await goTo(first, '#/')
  await expect(second.getByTestId('editor')).toHaveAttribute('contenteditable', 'true')
  late.resolve()
  await expect(second.getByRole('alert')).toContainText('المقالة «مسودة» أصلًا.')
  await expect(second.locator('.writing-bar')).toContainText('مسودة')
  await expect(second.getByTestId('history-event')).toHaveCount(3)
  await goTo(second, '#/')
  await goTo(second, article)
  await expect(second.getByTestId('history-event')).toHaveCount(3)
  await expect(second.getByRole('alert')).toHaveCount(0)
})

test('a kill needs a note and a confirmation, and is final', async ({ window: page }) => {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, 'عنوان')
  await saved(page)
  const article = new URL(page.url()).hash
  await openReview(page)
  await page.getByLabel('ملاحظة').fill('خبر لم يصح')
  await page.getByRole('button', { name: 'ألغِها' }).click()
  await expect(page.getByRole('dialog')).toContainText('لا رجعة عن الإلغاء')
  await page.getByRole('dialog').getByRole('button', { name: 'ألغِها' }).click()
  await expect(page.getByText('لا خطوة لك في هذه الحالة.')).toBeVisible()
  await expect(page.getByTestId('history-event').first()).toContainText('خبر لم يصح')
  await expect(page.getByTestId('editor')).not.toHaveAttribute('contenteditable', 'true')
  await goTo(page, `${article}/publish`)
  await expect(page.getByText('لم تخرج هذه المقالة في حزمة قط، فلا حاجة إلى حزمة تبلّغ بنهايتها.')).toBeVisible()
})

test('a note that is being written survives another tab and a closed panel, and is gone once it was sent', async ({
  window: page,
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await setPerson(page, 'سعاد', 'صحفي')
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  const open = page.getByRole('button', { name: 'أظهر اللوح الجانبي' })
  const note = page.getByLabel('ملاحظة')
  await open.click()
  await openReview(page)
  await note.fill('راجعوا الاسم')
  await page.getByRole('tab', { name: 'الإصدارات' }).click()
  await page.getByRole('tab', { name: 'المراجعة' }).click()
  await expect(note).toHaveValue('راجعوا الاسم')
  await note.press('Escape')
  await expect(note).toHaveCount(0)
  await open.click()
  await expect(note).toHaveValue('راجعوا الاسم')
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await expect(page.getByTestId('history-event').first()).toContainText('راجعوا الاسم')
  await expect(note).toHaveValue('')
})

test('after a step the focus stays in the panel, and the next key does not edit the approved article', async ({
  window: page,
}) => {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  await saved(page)
  const panel = page.getByRole('complementary', { name: 'اللوح الجانبي' })
  await openReview(page)
  await panel.getByRole('button', { name: 'أرسلها للمراجعة' }).press('Enter')
  await expect(page.locator('.writing-bar')).toContainText('مرسلة')
  await expect(panel).toBeFocused()
  await panel.getByRole('button', { name: 'اعتمدها' }).click()
  await expect(page.locator('.writing-bar')).toContainText('معتمدة')
  await expect(panel).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ن')
  await expect(page.getByTestId('editor').locator('p')).toHaveText('نص')
  await expect(page.locator('.writing-bar')).toContainText('معتمدة')
})
