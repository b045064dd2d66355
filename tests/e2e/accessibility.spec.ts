import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { ELAPH, expect, goTo, importArticle, newArticle, openReview, saved, setPerson, test } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { damageTexts } from '../support/damage.ts'
import { pasteEveryBlock } from '../support/every-block.ts'
import { refuseCalls } from '../support/sealed.ts'
import { wordDocument } from '../support/word.ts'

for (const theme of ['فاتحة', 'داكنة']) {
  for (const language of ['العربية', 'English']) {
    test(`axe finds nothing serious on the main screens (${theme}, ${language})`, async ({ window: page }) => {
      await expectAccessible(page, 'the first screen')
      await importArticle(page)
      const article = new URL(page.url()).hash
      await goTo(page, '#/settings')
      await page.getByText(theme, { exact: true }).click()
      await page.getByText(language, { exact: true }).click()
      await expect(page.locator('html')).toHaveAttribute('lang', language === 'English' ? 'en' : 'ar')
      for (const hash of [
        '#/settings',
        '#/settings/people',
        '#/settings/typing',
        '#/settings/templates',
        '#/',
        '#/store',
        '#/verify',
        '#/import',
        article,
        `${article}/publish`,
      ]) {
        await goTo(page, hash)
        await expect(page.getByRole('main').locator('h1').first()).toBeVisible()
        await expectAccessible(page, hash)
      }
      await goTo(page, '#/import')
      await page.locator('input[type=file]').setInputFiles(ELAPH)
      await expect(page.getByTestId('import-line').first()).toBeVisible()
      await expectAccessible(page, 'import review')
    })
  }
}

for (const theme of ['فاتحة', 'داكنة']) {
  test(`axe finds nothing serious on the blocks, menus and panels of the editor (${theme})`, async ({
    window: page,
  }) => {
    const check = (what: string): Promise<void> => expectAccessible(page, what)
    await goTo(page, '#/settings')
    await page.getByText(theme, { exact: true }).click()
    await newArticle(page, 'عنوان')
    await pasteEveryBlock(page)
    await expect(page.getByTestId('editor').locator('[data-block=related]')).toBeVisible()
    await check('every block')
    await page.getByRole('tab', { name: 'النص' }).click()
    await check('the text panel')
    await page.getByTestId('editor').locator('p').last().click()
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await page.keyboard.type('/')
    await expect(page.getByRole('listbox')).toBeVisible()
    await check('the slash menu')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+KeyF')
    await page.keyboard.type('الوزير')
    await check('finding')
    await page.keyboard.press('Escape')
    await page.keyboard.press('Control+KeyK')
    await expect(page.getByRole('combobox')).toBeVisible()
    await check('the palette')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'العرض' }).click()
    await check('the view')
  })
}

for (const theme of ['فاتحة', 'داكنة']) {
  test(`axe finds nothing serious in what is required of an article, and where it stops one (${theme})`, async ({
    window: page,
  }) => {
    const check = (what: string): Promise<void> => expectAccessible(page, what)
    await setPerson(page, 'كريم', 'محرر')
    await page.getByText(theme, { exact: true }).click()
    await goTo(page, '#/settings/checks')
    const level = (code: string, name: string) => page.locator(`[data-code=${code}]`).getByText(name)
    await level('no-section', 'يلزم للاعتماد').click()
    await level('no-slug', 'يلزم للتصدير').click()
    await expect(page.getByRole('radio', { name: 'يلزم للتصدير', checked: true })).toHaveCount(1)
    await check('what an editor requires')
    await newArticle(page, 'عنوان')
    await saved(page)
    await openReview(page)
    await page.getByTestId('move-submitted').press('Enter')
    await expect(page.getByTestId('history-event')).toHaveCount(2)
    await page.getByTestId('move-approved').press('Enter')
    await expect(page.getByRole('alert')).toBeVisible()
    await check('an approval that is refused')
    await page.getByRole('button', { name: 'التصدير' }).click()
    await expect(page.getByRole('list', { name: 'تمنع التصدير والإرسال' })).toBeVisible()
    await check('a checklist that stops an export')
    await setPerson(page, 'سعاد', 'صحفي')
    await goTo(page, '#/settings/checks')
    await check('the required checks, as a reporter sees them')
  })
}

for (const theme of ['فاتحة', 'داكنة']) {
  test(`axe finds nothing serious in versions and in their comparison (${theme})`, async ({ window: page }) => {
    const check = (what: string): Promise<void> => expectAccessible(page, what)
    await setPerson(page, 'كريم', 'محرر')
    await page.getByText(theme, { exact: true }).click()
    await newArticle(page, 'عنوان')
    await page.keyboard.type('نص أول.')
    await openReview(page)
    await page.getByTestId('move-submitted').press('Enter')
    await expect(page.getByTestId('history-event')).toHaveCount(2)
    await page.getByTestId('editor').click()
    await page.keyboard.press('Control+End')
    await page.keyboard.type(' وتكملته')
    await page.keyboard.press('Enter')
    await pasteEveryBlock(page)
    await page.getByRole('tab', { name: 'التفاصيل' }).click()
    await page.getByRole('combobox', { name: 'القسم' }).fill('سياسة')
    await saved(page)
    await page.getByRole('tab', { name: 'الإصدارات' }).click()
    await expect(page.getByTestId('timeline-point').first()).toBeVisible()
    await check('the timeline')
    await page.getByTestId('timeline-point').filter({ hasText: 'مرسلة' }).getByRole('button').press('Enter')
    await expect(page.getByTestId('compared-field')).toHaveCount(1)
    await check('two versions as one text')
    await page.getByRole('radio', { name: 'جنبًا إلى جنب' }).press('Space')
    await page.getByRole('button', { name: 'النص كله' }).press('Enter')
    await page
      .getByRole('button', { name: /أعِده كما كان/u })
      .first()
      .press('Enter')
    await expect(page.getByTestId('comparison').getByRole('status')).toContainText('أُعيد')
    await check('two versions side by side, and a block that was brought back')
    const { hash } = new URL(page.url())
    await goTo(page, `${hash}/versions`)
    await page.getByTestId('timeline-point').first().getByRole('button').press('Enter')
    await expect(page.getByTestId('comparison')).toBeVisible()
    await check('the versions of an article that nobody writes')
  })

  test(`axe finds nothing serious in the bin (${theme})`, async ({ window: page }) => {
    const check = (what: string): Promise<void> => expectAccessible(page, what)
    await setPerson(page, 'كريم', 'محرر')
    await page.getByText(theme, { exact: true }).click()
    await goTo(page, '#/bin')
    await expect(page.getByRole('heading', { name: 'السلة فارغة' })).toBeVisible()
    await check('the empty bin')
    await newArticle(page, 'عنوان')
    await saved(page)
    await goTo(page, '#/')
    await page.getByTestId('article-row').focus()
    await page.keyboard.press('Delete')
    await expect(page.getByTestId('put-away')).toBeVisible()
    await check('what was put away')
    await goTo(page, '#/bin')
    await page.getByTestId('bin-row').press('Space')
    await check('the bin')
    await page.getByRole('button', { name: 'أفرغ السلة…' }).press('Enter')
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('the question before emptying')
  })
}

test('at 200 % nothing overflows sideways, the line being written is in sight, and reduced motion is respected', async ({
  window: page,
}) => {
  // A window of 1280 × 800 at 200 %.
  await page.setViewportSize({ width: 640, height: 400 })
  await page.emulateMedia({ reducedMotion: 'reduce' })
  await newArticle(page, 'عنوان')
  await pasteEveryBlock(page)
  await page.keyboard.press('Control+End')
  await page.keyboard.type(' انتهى.')
  await expect(page.getByText('انتهى.')).toBeInViewport()
  const room = await page.getByTestId('editor').evaluate((editor) => ({
    over: editor.scrollWidth - editor.clientWidth,
    page: document.documentElement.scrollWidth - document.documentElement.clientWidth,
    motion: Number.parseFloat(getComputedStyle(document.documentElement).getPropertyValue('--motion')),
  }))
  expect(room).toEqual({ over: 0, page: 0, motion: 0 })
})

test('the interface turns to English and left to right, and the article stays right to left', async ({
  window: page,
}) => {
  await importArticle(page)
  const article = new URL(page.url()).hash
  await goTo(page, '#/settings')
  await page.getByText('English', { exact: true }).click()
  await expect(page.locator('html')).toHaveAttribute('dir', 'ltr')
  await goTo(page, article)
  await expect(page.getByRole('button', { name: 'Export' })).toBeVisible()
  await expect(page.getByTestId('editor').locator('h1')).toHaveCSS('direction', 'rtl')
})

test('a small window hides the side panel, and shows it on request', async ({ window: page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await importArticle(page)
  const panel = page.getByRole('complementary', { name: 'اللوح الجانبي' })
  await expect(panel).toHaveCount(0)
  await page.getByRole('button', { name: 'أظهر اللوح الجانبي' }).click()
  await expect(panel.getByRole('button', { name: 'أرسلها للمراجعة' })).toBeInViewport()
  expect((await page.getByTestId('editor').boundingBox())?.y).toBeLessThan(200)
})

for (const theme of ['فاتحة', 'داكنة']) {
  test(`axe finds nothing serious in dialogs, refusals and results (${theme})`, async ({ window: page, app }) => {
    const check = (what: string): Promise<void> => expectAccessible(page, what)
    await setPerson(page, 'كريم', 'محرر')
    await page.getByText(theme, { exact: true }).click()
    await importArticle(page)
    await page.getByRole('button', { name: 'ألغِها' }).click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await check('the question before killing')
    await page.getByRole('dialog').getByRole('button', { name: 'ألغِها' }).click()
    await expect(page.getByText('اكتب السبب؛ هذه الخطوة تحتاج إلى ملاحظة.')).toBeVisible()
    await check('a missing note')
    await page.getByRole('button', { name: 'التصدير' }).click()
    await page.getByRole('button', { name: 'اختر المجلد' }).click()
    await expect(page.locator('.folder-path')).toHaveText(app.folder)
    await check('the folders')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'صدّرها مسودة' }).click()
    const path = (await page.getByTestId('export-path').textContent()) ?? ''
    await check('the export')
    await goTo(page, '#/verify')
    await page.getByLabel('اختر الحزمة').setInputFiles(path)
    await expect(page.getByTestId('verify-result')).toHaveAttribute('data-valid', 'true')
    await check('a sound package')
    const bytes = readFileSync(path)
    // Words of the body only: the headline's words are also in file names.
    const at = bytes.indexOf('إيلاف من لندن')
    bytes[at] = (bytes[at] ?? 0) ^ 1
    writeFileSync(path, bytes)
    await page.getByLabel('اختر الحزمة').setInputFiles(path)
    await expect(page.getByTestId('verify-result')).toHaveAttribute('data-valid', 'false')
    await check('a damaged package')
  })
}

for (const theme of ['فاتحة', 'داكنة']) {
  test(`axe finds nothing serious where something is damaged, cannot be restored or is not saved (${theme})`, async ({
    window: page,
    app,
  }) => {
    const check = (what: string): Promise<void> => expectAccessible(page, what)
    await goTo(page, '#/settings')
    await page.getByText(theme, { exact: true }).click()
    await importArticle(page)
    await saved(page)
    await goTo(page, '#/store')
    // Wait for the backup after opening: a request made while it runs would join it.
    await expect(page.getByTestId('store-verdict')).toHaveAttribute('data-state', 'sound')
    damageTexts(app.store, 'تراس', 'تراش')
    await page.getByTestId('back-up').click()
    await expect(page.getByTestId('store-verdict')).toHaveAttribute('data-state', 'damaged')
    await page.getByRole('button', { name: 'اعرض ما بقي منها سليمًا' }).click()
    await expect(page.getByTestId('bring-back').first()).toBeVisible()
    await check('the store, with damage')
    await page.getByRole('button', { name: 'استعد من نسخة في مكان آخر' }).click()
    await page.getByRole('dialog').getByRole('textbox').fill('/nowhere.db')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('dialog').getByRole('alert')).toBeVisible()
    await check('a backup that is not there')
    await page.keyboard.press('Escape')
    await page.getByRole('button', { name: 'اختر مجلدًا' }).click()
    await expect(page.getByRole('dialog').locator('.folder-path')).toHaveText(app.folder)
    await check('the folder for backups')
    await page.keyboard.press('Escape')
    await newArticle(page, 'عنوان')
    await saved(page)
    await refuseCalls(page, 'articles.save', 'conflict')
    await page.keyboard.type('نص')
    await expect(page.getByTestId('save-copy')).toBeVisible()
    await check('a text that is not saved')
    await goTo(page, '#/')
    await expect(page.getByText('لم تُحفظ «عنوان» بعد')).toBeVisible()
    await check('a text that was left')
  })
}

/** Presses Tab until the element of this name has the focus. */
async function tabTo(page: Page, name: string): Promise<void> {
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

test('a reporter writes and submits an article by keyboard alone', async ({ window: page }) => {
  await tabTo(page, 'مقالة جديدة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.type('عنوان من لوحة المفاتيح')
  await page.keyboard.press('Enter')
  await page.keyboard.type('نص.')
  await page.keyboard.press('Tab')
  await tabTo(page, 'النص')
  await page.keyboard.press('Home')
  await tabTo(page, 'أرسلها للمراجعة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('history-event')).toHaveCount(2)
})

test('an editor approves and exports by keyboard alone', async ({ window: page }) => {
  await setPerson(page, 'كريم', 'محرر')
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص.')
  await tabTo(page, 'النص')
  await page.keyboard.press('Home')
  await tabTo(page, 'أرسلها للمراجعة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('history-event')).toHaveCount(2)
  await tabTo(page, 'اعتمدها')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('history-event')).toHaveCount(3)
  await tabTo(page, 'التصدير')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('preview')).toBeVisible()
  await tabTo(page, 'صدّر الحزمة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('export-path')).toContainText('-v1.zip')
})

test('a store is checked and restored from by keyboard alone', async ({ window: page }) => {
  await tabTo(page, 'سلامة المخزن')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('back-up')).toBeVisible()
  await tabTo(page, 'انسخ الآن وافحص')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('back-up')).not.toHaveAttribute('data-busy')
  await expect(page.getByTestId('store-verdict')).toHaveAttribute('data-state', 'sound')
  await expect(page.getByTestId('backup')).toHaveCount(1)
  await tabTo(page, 'استعد منها…')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await tabTo(page, 'استعد ما ينقص')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('recovery')).toContainText('لا مقالات')
})

test('axe finds nothing serious in the preview of a document to be imported', async ({ window: page, app }) => {
  const path = join(app.folder, 'a.docx')
  writeFileSync(path, await wordDocument())
  await goTo(page, '#/import')
  await page.locator('input[type=file]').setInputFiles(path)
  await expect(page.getByTestId('import-loss').first()).toBeVisible()
  await expectAccessible(page, 'the preview of a document')
})
