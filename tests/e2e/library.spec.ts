import { openStore } from '#db/open.ts'
import {
  expect,
  goTo,
  HEADLINE,
  importArticle,
  newArticle,
  openReview,
  saved,
  setPerson,
  test,
} from '../support/app.ts'
import { fillStore } from '../support/fill-store.ts'

test('lists articles newest first, and finds «أحمد» by «احمد»', async ({ window: page }) => {
  await newArticle(page, 'زيارة أحمد إلى البصرة')
  await saved(page)
  await importArticle(page)
  await goTo(page, '#/')
  const rows = page.getByTestId('article-row')
  await expect(rows).toHaveCount(2)
  await expect(rows.first()).toContainText(HEADLINE)
  await expect(rows.first()).toContainText('مسودة')
  await expect(rows.first()).toContainText('أخبار')
  await expect(rows.first()).toContainText('566 كلمة')
  await page.getByTestId('search').fill('احمد')
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText('زيارة أحمد إلى البصرة')
  await page.getByTestId('search').fill('لا وجود له')
  await expect(page.getByRole('heading', { name: 'لا شيء هنا' })).toBeVisible()
  await page.getByRole('button', { name: 'اعرض كل المقالات' }).click()
  await expect(rows).toHaveCount(2)
})

test('filters by state', async ({ window: page }) => {
  await newArticle(page, 'مرسلة')
  await openReview(page)
  await page.getByRole('button', { name: 'أرسلها للمراجعة' }).click()
  await expect(page.getByTestId('history-event')).toHaveCount(2)
  await newArticle(page, 'مسودة أخرى')
  await saved(page)
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row')).toHaveCount(2)
  await page.getByRole('radio', { name: 'مرسلة' }).click()
  await expect(page.getByTestId('article-row')).toHaveCount(1)
  await expect(page.getByTestId('article-row')).toContainText('مرسلة')
})

test('works by keyboard: arrows move, Enter opens, and typing searches', async ({ window: page }) => {
  await newArticle(page, 'الأولى')
  await saved(page)
  await newArticle(page, 'Reuters')
  await saved(page)
  await goTo(page, '#/')
  const rows = page.getByTestId('article-row')
  await expect(rows).toHaveCount(2)
  await rows.first().focus()
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  // Inside the row: the list would cut a ring around it.
  await expect(rows.nth(1)).toHaveCSS('outline-offset', '-2px')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toContainText('الأولى')
  await goTo(page, '#/')
  await expect(rows).toHaveCount(2)
  await rows.first().focus()
  await page.keyboard.type('reuters')
  await expect(page.getByTestId('search')).toHaveValue('reuters')
  await expect(rows).toHaveCount(1)
})

test('marks the found words as they were written', async ({ window: page }) => {
  await newArticle(page, 'استقبال رسمي')
  await page.keyboard.type('وصل أَحْمَدُ إلى البصرة مع وفد «كوفيد-19»، وعددهم ٤٢.')
  await saved(page)
  await goTo(page, '#/')
  const row = page.getByTestId('article-row')
  for (const [typed, found] of [
    ['احمد', ['أَحْمَدُ']],
    ['البص', ['البصرة']],
    ['كوفيد-19', ['كوفيد-19']],
    ['42', ['٤٢']],
    ['«الى البصرة»', ['إلى البصرة']],
    ['استقبـال وفد', ['استقبال', 'وفد']],
  ] as const) {
    await page.getByTestId('search').fill(typed)
    await expect(row.locator('mark'), typed).toHaveText([...found])
  }
  await page.getByTestId('search').fill('«البصرة الى»')
  await expect(page.getByRole('heading', { name: 'لا شيء هنا' })).toBeVisible()
})

test('says that a word was found in a note of the review', async ({ window: page }) => {
  await setPerson(page, 'سعاد', 'صحفي')
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص.')
  await openReview(page)
  await page.getByLabel('ملاحظة').fill('أضف مصدرًا ثانيًا')
  await page.getByTestId('move-submitted').click()
  await expect(page.getByTestId('history-event')).toHaveCount(2)
  await goTo(page, '#/')
  await page.getByTestId('search').fill('مصدر')
  await expect(page.getByTestId('article-row')).toContainText('في ملاحظة')
  await expect(page.getByTestId('article-row').locator('mark')).toHaveText(['مصدرًا'])
})

test('a damaged row says so, and leads to the screen that restores it', async ({ app }) => {
  await app.stop()
  fillStore(app.store, 3, new Date())
  const store = openStore(app.store)
  store.db.run("UPDATE articles SET headline = 'غير ما كُتب' WHERE id = 'a2'")
  store.close()
  await app.start()
  const page = await app.open()
  const row = page.getByTestId('article-row').nth(1)
  await expect(row).toContainText('تالفة: ما يظهر هنا قد لا يكون ما كُتب.')
  await expect(page.getByText('تالفة', { exact: false })).toHaveCount(1)
  await page.getByTestId('search').press('ArrowDown')
  await page.keyboard.press('ArrowDown')
  await expect(row).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(row.getByRole('button', { name: 'سلامة المخزن' })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'سلامة المخزن' })).toBeVisible()
  await page.goBack()
  await expect(row.getByRole('button')).toHaveCount(1)
  await row.press('Enter')
  await expect(page.getByText('تعذّرت قراءة هذه المقالة: المحفوظ منها تالف.')).toBeVisible()
})

test('the keys of a row stay within it, and the focus stays in the list', async ({ window: page }) => {
  await newArticle(page, 'الأولى')
  await saved(page)
  await newArticle(page, 'الثانية')
  await saved(page)
  await goTo(page, '#/')
  const rows = page.getByTestId('article-row')
  await rows.first().focus()
  await page.keyboard.press('ArrowLeft')
  await expect(rows.first().getByRole('button').first()).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await expect(rows.first().getByRole('button').last()).toBeFocused()
  for (let times = 0; times < 3; times += 1) await page.keyboard.press('ArrowRight')
  await expect(rows.first()).toBeFocused()
  // The list is one Tab stop: Tab leaves it, and comes back to the same row.
  await page.keyboard.press('ArrowDown')
  await expect(rows.nth(1)).toBeFocused()
  await page.keyboard.press('Shift+Tab')
  await page.keyboard.press('Tab')
  await expect(rows.nth(1)).toBeFocused()
  // When the focused row is removed, the focus moves to another row.
  await page.keyboard.press('Delete')
  await expect(rows).toHaveCount(1)
  await expect(rows.first()).toBeFocused()
})

test('a row says how much of the review is open, and what waits for me is found', async ({ app, window: page }) => {
  await importArticle(page)
  await newArticle(page, 'مقالة بلا نقاش')
  await saved(page)
  await goTo(page, '#/')
  const rows = page.getByTestId('article-row')
  await expect(rows).toHaveCount(2)
  const { call } = await app.client()
  const of = async (name: string): Promise<void> => void (await call('settings.set', { name, role: 'editor' }))
  const listed = await call('articles.list', { search: HEADLINE })
  const id = listed.ok ? (listed.value.rows[0]?.id ?? '') : ''
  const got = await call('articles.get', { id })
  if (!got.ok) throw new Error(`The article cannot be read: ${got.error.code}`)
  const { article, saveNumber } = got.value
  await of('كريم')
  for (const text of ['من قال هذا؟', '@سعاد راجعي العنوان']) {
    await call('threads.begin', { id, saveNumber, anchor: { on: 'article' }, text })
  }
  const head = { ...article, metadata: { ...article.metadata, section: 'سياسة' } }
  await call('proposals.save', { id, proposalId: 'p1', base: article, head, baseSaveNumber: null })
  await of('سعاد')
  const row = rows.filter({ hasText: HEADLINE })
  await expect(row).toContainText('نقاشان مفتوحان')
  await expect(row).toContainText('اقتراح واحد')
  await page.getByRole('button', { name: 'تنتظرني' }).click()
  await expect(rows).toHaveCount(1)
  await expect(rows).toContainText(HEADLINE)
  await rows.press('Enter')
  await openReview(page)
  await page.getByTestId('view-steps').click()
  await expect(page.getByRole('list', { name: 'لم ينتهِ بعد' })).toContainText('نقاشان مفتوحان')
})
