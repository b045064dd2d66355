import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, saved, setPerson, test as base } from '../support/app.ts'
import { fillStore } from '../support/fill-store.ts'

/** `full` is a window over sixty articles, an hour apart: three authors, four sections, three states. */
const test = base.extend<{ full: Page }>({
  full: async ({ app }, use) => {
    await app.stop()
    fillStore(app.store, 60, new Date())
    await app.start()
    const page = await app.open()
    await expect(page.getByTestId('article-row').first()).toBeVisible()
    await use(page)
  },
})

const row = (page: Page, number: number) => page.locator(`[data-testid=article-row][aria-rowindex="${number}"]`)
const chosen = (page: Page) => page.getByTestId('chosen')
const outcome = (page: Page) => page.getByTestId('many-outcome')

test('sorts by each order in both directions, and keeps the order of each person', async ({ full: page, app }) => {
  const sort = async (...names: string[]): Promise<void> => {
    for (const name of names) {
      await page.getByTestId('sort').click()
      await page.getByRole('menuitemradio', { name }).click()
    }
  }
  await setPerson(page, 'سعاد', 'محرر')
  await goTo(page, '#/')
  await sort('الكاتب', 'من الياء إلى الألف')
  await expect(row(page, 1)).toContainText('منى الخطيب')
  await sort('العنوان الرئيس')
  await expect(row(page, 1)).toContainText('الموازنة 1')
  await sort('وقت الإنشاء', 'الأقدم أولًا')
  await expect(row(page, 1)).toContainText('الموازنة 60')
  await expect(row(page, 1)).toContainText('أُنشئت')
  // It is kept, in other windows and for this person alone.
  const other = await app.open()
  await expect(row(other, 1)).toContainText('الموازنة 60')
  await expect(other.getByTestId('sort')).toContainText('وقت الإنشاء')
  await setPerson(other, 'كريم', 'محرر')
  await goTo(other, '#/')
  await expect(other.getByTestId('sort')).toContainText('آخر تعديل')
  // A window that shows the library follows who works, too.
  await expect(page.getByTestId('sort')).toContainText('آخر تعديل')
})

test('Ctrl and Shift with a click select, also where rows are not loaded, and a plain click opens', async ({
  full: page,
}) => {
  await row(page, 2).click({ modifiers: ['Control'] })
  await row(page, 4).click({ modifiers: ['Control'] })
  await expect(chosen(page)).toContainText('اخترت مقالتين')
  await row(page, 7).click({ modifiers: ['Shift'] })
  await expect(chosen(page)).toContainText('اخترت 5 مقالات')
  // Back from the same row: what lies beyond is deselected.
  await row(page, 5).click({ modifiers: ['Shift'] })
  await expect(chosen(page)).toContainText('اخترت 3 مقالات')
  await page.getByTestId('article-list').evaluate((list) => list.scrollTo(0, list.scrollHeight))
  await row(page, 60).click({ modifiers: ['Shift'] })
  await expect(chosen(page)).toContainText('اخترت 58 مقالة')
  await page.keyboard.press('Escape')
  await expect(chosen(page)).toHaveCount(0)
  await row(page, 60).click()
  await expect(page.getByTestId('editor')).toContainText('الموازنة 60')
})

test('does things with several articles at once, and says with which not and why', async ({ full: page }) => {
  await setPerson(page, 'سعاد', 'محرر')
  await goTo(page, '#/')
  // 1 is submitted, 2 approved, 3 a draft.
  await row(page, 1).click({ modifiers: ['Control'] })
  await row(page, 3).click({ modifiers: ['Shift'] })
  await page.getByTestId('many-step').click()
  await page.getByRole('menuitem', { name: 'اعتمدها' }).click()
  await expect(outcome(page)).toContainText('انتقلت مقالة واحدة إلى «معتمدة».')
  await expect(outcome(page)).toContainText('بقيت مقالتان كما هما')
  await expect(page.getByTestId('many-reason')).toHaveText([
    'البرلمان يناقش الموازنة 2المقالة «معتمدة» أصلًا.',
    /^البرلمان يناقش الموازنة 3.*لا تنتقل المقالة من «مسودة» إلى «معتمدة» مباشرة/u,
  ])
  // Those that stayed are still selected.
  await expect(chosen(page)).toContainText('اخترت مقالتين')

  await page.getByRole('button', { name: 'القسم…' }).click()
  await page.getByRole('combobox', { name: 'القسم' }).fill('الإقتصاد')
  await page.getByRole('option', { name: 'اقتصاد' }).click()
  await page.getByRole('button', { name: 'غيّر القسم' }).click()
  await expect(outcome(page)).toContainText('صار قسم مقالة واحدة «اقتصاد».')
  await expect(page.getByTestId('many-reason')).toContainText('لانتقلت من «معتمدة» إلى «مسودة»')

  await chosen(page).getByRole('button', { name: 'انقلها إلى السلة' }).click()
  await expect(outcome(page)).toContainText('نُقلت مقالة واحدة إلى السلة.')
  await expect(row(page, 1)).toBeVisible()
  await outcome(page).getByRole('button', { name: 'تراجع' }).click()
  await expect(outcome(page)).toContainText('عادت مقالة واحدة إلى المكتبة.')
})

test('two untitled drafts are told apart, also in the bin, and a copy of an article is opened', async ({
  window: page,
}) => {
  await newArticle(page, '')
  await page.keyboard.type('وصل الوفد أمس.')
  await saved(page)
  await newArticle(page, '')
  await page.keyboard.type('قال الوزير إن الموازنة جاهزة.')
  await saved(page)
  await goTo(page, '#/')
  await expect(row(page, 1)).toContainText('قال الوزير إن الموازنة جاهزة.')
  await expect(row(page, 2)).toContainText('وصل الوفد أمس.')
  await expect(row(page, 2)).toContainText('أُنشئت')
  for (const words of ['قال الوزير إن الموازنة جاهزة.', 'وصل الوفد أمس.']) {
    // The row of an article in the bin stays until the list is read anew.
    await expect(row(page, 1)).toContainText(words)
    await row(page, 1).press('Delete')
    await expect(page.getByTestId('put-away')).toContainText(words)
  }
  await goTo(page, '#/bin')
  const binned = page.getByTestId('bin-row')
  await expect(binned.nth(0)).toContainText('وصل الوفد أمس.')
  await expect(binned.nth(1)).toContainText('قال الوزير إن الموازنة جاهزة.')
  await expect(binned.nth(1)).toContainText('أُنشئت')
  await page.getByRole('button', { name: 'أفرغ السلة…' }).click()
  await expect(page.getByRole('dialog')).toContainText('وصل الوفد أمس. سعاد أُنشئت')
  await page.keyboard.press('Escape')
  for (const words of ['قال الوزير إن الموازنة جاهزة.', 'وصل الوفد أمس.']) {
    await page.getByRole('button', { name: `أخرج «${words}» من السلة` }).click()
    await expect(page.getByText(`عادت «${words}» إلى المكتبة.`)).toBeVisible()
  }
  await goTo(page, '#/')
  const draft = page.getByTestId('article-row').filter({ hasText: 'وصل الوفد أمس.' })
  await draft.hover()
  await draft.getByRole('button', { name: 'كرّر «وصل الوفد أمس.»' }).click()
  await expect(page.getByTestId('editor')).toContainText('نسخة')
  await expect(page.getByTestId('editor')).toContainText('وصل الوفد أمس.')
})
