import { readdirSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, openReview, saved, setPerson, test } from '../support/app.ts'

/** Fills a field of the details, and waits until it is saved. */
async function fillDetail(page: Page, article: string, label: string, value: string): Promise<void> {
  await goTo(page, article)
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await page.getByLabel(label).fill(value)
  await saved(page)
}

test('an editor makes checks binding, and approval and export are refused until the article passes', async ({
  window: page,
  app,
}) => {
  const level = (check: string, name: string) =>
    page.getByRole('radiogroup', { name: check, exact: true }).getByRole('radio', { name })
  const stopping = (name: string) => page.getByRole('list', { name }).getByRole('listitem')
  const refusal = page.getByRole('alert')
  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, '#/settings/checks')
  await level('قسم', 'تنبيه').focus()
  await page.keyboard.press('ArrowLeft')
  await expect(level('قسم', 'يلزم للاعتماد')).toBeChecked()
  await page.getByTestId('binding').filter({ hasText: 'اسم مختصر' }).getByText('يلزم للتصدير').click()
  await expect(level('اسم مختصر', 'يلزم للتصدير')).toBeChecked()

  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص.')
  await saved(page)
  const article = new URL(page.url()).hash
  await openReview(page)
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await page.getByRole('button', { name: 'اعتمدها' }).click()
  await expect(refusal).toHaveText(
    'لا تُعتمد المقالة قبل أن يكتمل فيها ما تشترطه الدار: قسم. أكمله ثم اعتمدها؛ وتدل قائمة التحقق في شاشة التصدير على مواضعه.',
  )
  await expect(page.locator('.writing-bar')).toContainText('مرسلة')
  await goTo(page, `${article}/publish`)
  await expect(stopping('تمنع الاعتماد والتصدير')).toHaveText(['لا قسم'])
  await expect(stopping('تمنع التصدير والإرسال')).toHaveText(['لا اسم مختصر'])
  await expect(stopping('تنبيهات')).toHaveText(['لا عنوان شارح', 'لا اسم للكاتب'])

  await fillDetail(page, article, 'القسم', 'سياسة')
  await page.getByRole('tab', { name: 'المراجعة' }).click()
  await page.getByRole('button', { name: 'اعتمدها' }).click()
  await expect(page.locator('.writing-bar')).toContainText('معتمدة')
  await expect(refusal).toHaveCount(0)

  await goTo(page, `${article}/publish`)
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(refusal).toContainText('لا تُصدَّر المقالة ولا تُرسل قبل أن يكتمل فيها ما تشترطه الدار: اسم مختصر.')
  expect(readdirSync(app.folder).filter((name) => name.endsWith('.zip'))).toEqual([])

  await fillDetail(page, article, 'الاسم المختصر', 'خبر')
  await page.getByRole('tab', { name: 'المراجعة' }).click()
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await page.getByRole('button', { name: 'اعتمدها' }).click()
  await goTo(page, `${article}/publish`)
  await expect(stopping('تمنع التصدير والإرسال')).toHaveCount(0)
  await page.getByRole('button', { name: 'صدّر الحزمة' }).click()
  await expect(page.getByTestId('export-path')).toContainText('-v1.zip')
})

test('a reporter sees what is required, and cannot change it', async ({ window: page }) => {
  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, '#/settings/checks')
  await page.getByTestId('binding').filter({ hasText: 'مصدر لكل صورة' }).getByText('يلزم للتصدير').click()
  await setPerson(page, 'سعاد', 'صحفي')
  await goTo(page, '#/settings/checks')
  await expect(page.getByText('لا يغيّر هذه الشروط إلا محرر.')).toBeVisible()
  const rows = page.getByTestId('binding')
  await expect(rows).toHaveCount(15)
  await expect(rows.getByRole('radio')).toHaveCount(0)
  await expect(rows.first()).toHaveText('عنوان رئيسيلزم دائمًا')
  await expect(rows.filter({ hasText: 'مصدر لكل صورة' })).toHaveText('مصدر لكل صورةيلزم للتصدير')
})

test('two checks that are changed one right after the other are both kept', async ({ window: page }) => {
  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, '#/settings/checks')
  const asked = Promise.withResolvers<void>()
  const late = Promise.withResolvers<void>()
  await page.route('**/call/settings.set', async (route) => {
    asked.resolve()
    await late.promise
    await route.continue()
  })
  const row = (code: string) => page.locator(`[data-testid=binding][data-code=${code}]`)
  await row('no-section').getByText('يلزم للاعتماد').click()
  await asked.promise
  await row('no-credit').getByText('يلزم للتصدير').click()
  late.resolve()
  await expect(row('no-credit').getByRole('radio', { name: 'يلزم للتصدير' })).toBeChecked()
  await expect(row('no-section').getByRole('radio', { name: 'يلزم للاعتماد' })).toBeChecked()
})
