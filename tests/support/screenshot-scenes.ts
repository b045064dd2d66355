import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { goTo, newArticle, openReview, saved, type App } from './app.ts'
import { wordDocument } from './word.ts'

/** Takes a named screenshot of the window. */
type Shot = (name: string) => Promise<unknown>

/** The library: filtered, searched, its saved searches, and with chosen articles. */
export async function shootLibrary(page: Page, shot: Shot): Promise<void> {
  const filters = page.getByTestId('filter')
  await goTo(page, '#/')
  await page.getByTestId('article-row').first().waitFor()
  await filters.nth(1).locator('button').first().press('Enter')
  await page.getByRole('menuitemradio').first().waitFor()
  await shot('library-filter')
  await page.getByRole('menuitemradio').nth(2).press('Enter')
  await page.getByTestId('article-row').first().waitFor()
  await shot('library-filtered')
  await page.getByTestId('search').fill('وزير المالية')
  await page.locator('[data-testid=article-row] mark').first().waitFor()
  await shot('library-excerpts')
  // An earlier round may have saved it already.
  if ((await page.getByTestId('saved-searches').count()) === 0) {
    await page.locator('.library-head .link-button').last().click()
    await page.getByRole('dialog').waitFor()
    await shot('library-save-search')
    await page.keyboard.type('المالية في السياسة')
    await page.keyboard.press('Enter')
  }
  await page.getByTestId('saved-searches').click()
  await page.getByRole('dialog').waitFor()
  await shot('library-saved')
  await page.keyboard.press('Escape')
  await page.getByTestId('search').fill('كلمة لا توجد')
  await page.locator('.empty').waitFor()
  await shot('library-none')
  await page.locator('.empty button').click()
  await page.getByTestId('article-row').first().waitFor()
  for (const place of [0, 1]) await page.getByTestId('choice').nth(place).check({ force: true })
  await page.getByTestId('chosen').waitFor()
  await shot('library-chosen')
  await page.getByTestId('many-step').click()
  await page.getByRole('menuitem').first().click()
  await page.getByTestId('many-outcome').waitFor()
  await shot('library-many')
  for (const place of [0, 1]) await page.getByTestId('choice').nth(place).check({ force: true })
  await page.getByTestId('chosen').locator('.button-primary').click()
  await page.getByRole('dialog').waitFor()
  await shot('export-many')
  await page.keyboard.press('Escape')
  await page.getByTestId('chosen').locator('button').last().click()
}

/** The import of a Word document with losses, and of a file with several articles. */
export async function shootImports(page: Page, app: App, shot: Shot): Promise<void> {
  const word = join(app.folder, 'مقالة.docx')
  writeFileSync(word, await wordDocument())
  const several = join(app.folder, 'تصدير.xml')
  const item = (title: string) =>
    `<item><title>${title}</title><content:encoded><![CDATA[نص ${title}.\n\nفقرة ثانية.]]></content:encoded><wp:post_type>post</wp:post_type></item>`
  writeFileSync(
    several,
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><language>ar</language>${['مجلس الوزراء يقر الموازنة', 'المنتخب يصل إلى الدوحة', 'معرض الكتاب يفتح أبوابه'].map(item).join('')}</channel></rss>`,
  )
  await goTo(page, '#/')
  await goTo(page, '#/import')
  await page.locator('input[type=file]').setInputFiles(word)
  await page.getByTestId('import-loss').first().waitFor()
  await shot('import-losses')
  await goTo(page, '#/')
  await goTo(page, '#/import')
  await page.locator('input[type=file]').setInputFiles(several)
  await page.getByTestId('import-article').first().waitFor()
  await shot('import-several')
}

/** Writes an article of several versions. @returns its address. */
export async function writeVersions(page: Page): Promise<string> {
  await newArticle(page, 'مجلس الوزراء يبحث أسعار الوقود')
  await page.keyboard.type('قالَ الوزيرُ أمس إن القرار نهائي، وإنه يسري من أول الشهر.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('فقرة ثانية حُذفت بعد أن عاد النص من المحرر.')
  await page.keyboard.press('Enter')
  await page.keyboard.type('وأضاف أن الدعم باقٍ للفئات الأشد حاجة.')
  await saved(page)
  await openReview(page)
  await page.getByTestId('move-submitted').click()
  await page.getByTestId('history-event').nth(1).waitFor()
  await page.getByTestId('move-draft').click()
  await page.getByTestId('history-event').nth(2).waitFor()
  await page.locator('[data-testid=editor][contenteditable=true]').getByText('قالَ الوزيرُ').click()
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+End')
  await page.keyboard.type('قالَ الوزراءُ أمس إن القرار نهائي، وإنه يسري بعد شهر.')
  await page.getByTestId('editor').getByText('فقرة ثانية').click()
  await page.keyboard.press('Control+Shift+Backspace')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.type('فقرة رابعة جديدة.')
  await saved(page)
  return new URL(page.url()).hash
}

/** The comparison of two versions, and a restored block. */
export async function shootVersions(page: Page, article: string, shot: Shot): Promise<void> {
  await goTo(page, article)
  await page.locator('.inspector-tab').last().click()
  const points = page.getByTestId('timeline-point')
  await points.first().waitFor()
  await shot('versions-list')
  // The version of the return to draft: only later edits differ.
  await points.and(page.locator('[data-state=draft]')).first().locator('button').press('Enter')
  await page.getByTestId('compared-block').first().waitFor()
  await shot('versions-changed')
  await page.locator('.comparison input[value=two]').press('Space')
  await shot('versions-changed-sides')
  await page.locator('.compared-restore').first().press('Enter')
  await page.locator('.comparison-message:not(:empty)').waitFor()
  await shot('versions-restored-block')
  await page.locator('.comparison-message button').click()
  await page.keyboard.press('Escape')
  await goTo(page, `${article}/versions`)
  await points.first().waitFor()
  await shot('versions-screen')
  await goTo(page, '#/')
}

/** The forms of destinations, the result of a test that fails, and the outbox. */
export async function shootDestinations(page: Page, app: App, article: string, shot: Shot): Promise<void> {
  mkdirSync(join(app.folder, 'hot'), { recursive: true })
  await goTo(page, '#/outbox')
  await shot('outbox')
  await goTo(page, '#/destinations')
  await page.locator('.deliver-buttons button').last().waitFor()
  await shot('destinations')
  const form = page.locator('.destination-form')
  await page.locator('.deliver-buttons button').first().click()
  await form.waitFor()
  await form.locator('.deliver-buttons button').first().click()
  await form.locator('.field-error').first().waitFor()
  await shot('destination-site')
  await form.locator('.deliver-buttons button').last().click()
  if ((await page.getByTestId('destination').count()) === 0) {
    await page.locator('.deliver-buttons button').last().click()
    await form.locator('input').first().fill('مجلد النشر')
    await form.locator('button:has(.lucide-folder-open)').click()
    await page.getByRole('dialog').waitFor()
    await shot('folder-dialog')
    await page.getByRole('button', { name: 'hot' }).click()
    await page.getByRole('dialog').locator('.button-primary').click()
    await form.locator('.deliver-buttons button').nth(1).click()
    await page.getByTestId('test-result').waitFor()
    await shot('destination-folder')
    await form.locator('.deliver-buttons button').first().click()
  }
  await page.getByTestId('destination').first().waitFor()
  await shot('destinations-list')
  await goTo(page, `${article}/publish`)
  await page.getByTestId('place').first().waitFor()
  await page.locator('[data-testid=place] button').first().scrollIntoViewIfNeeded()
  await shot('send')
  await page.locator('[data-testid=place] button').first().click()
  await page.getByTestId('delivery').first().waitFor()
  await shot('sent')
  await goTo(page, '#/outbox')
  await page.getByTestId('delivery').first().waitFor()
  await shot('outbox-sent')
}

/** The question before the bin is emptied, and the store after a backup. */
export async function shootStore(page: Page, shot: Shot): Promise<void> {
  await goTo(page, '#/bin')
  await page.getByTestId('bin-row').first().waitFor()
  await page.locator('.bin-actions .button-danger').first().click()
  await page.getByRole('alertdialog').or(page.getByRole('dialog')).first().waitFor()
  await shot('bin-asks')
  await page.keyboard.press('Escape')
  await goTo(page, '#/store')
  await page.getByTestId('back-up').click()
  await page.getByTestId('backup').first().waitFor()
  await page.locator('.main').evaluate((each) => each.scrollTo(0, 0))
  await shot('store-backed-up')
  await page.locator('.main').evaluate((each) => each.scrollTo(0, each.scrollHeight))
  await shot('store-end')
}

/** Every screen in the smallest window, and at 200 %. */
export async function shootSmall(page: Page, article: string, shot: Shot): Promise<void> {
  const before = page.viewportSize() ?? { width: 1280, height: 800 }
  for (const [size, width, height] of [
    ['small', 900, 600],
    ['large-text', 640, 400],
  ] as const) {
    await page.setViewportSize({ width, height })
    for (const [name, hash, ready] of [
      ['library', '#/', '[data-testid=article-row]'],
      ['writing', article, '[data-testid=editor]'],
      ['export', `${article}/publish`, '[data-testid=preview]'],
      ['versions', `${article}/versions`, '[data-testid=timeline-point]'],
      ['bin', '#/bin', '[data-testid=bin-row]'],
      ['store', '#/store', '[data-testid=store-verdict]'],
      ['destinations', '#/destinations', '[data-testid=destination]'],
      ['outbox', '#/outbox', '[data-testid=delivery]'],
      ['import', '#/import', '.import-paste'],
      ['settings', '#/settings', 'input'],
    ] as const) {
      await goTo(page, hash)
      await page.locator(ready).first().waitFor()
      await shot(`${size}-${name}`)
    }
    await goTo(page, article)
    await page.getByTestId('editor').waitFor()
    const panel = page.locator('.inspector-tab').last()
    if (!(await panel.isVisible())) await page.locator('.writing-bar > button').last().click()
    await panel.click()
    await page.getByTestId('timeline-point').last().locator('button').press('Enter')
    await page.getByTestId('compared-block').first().waitFor()
    await shot(`${size}-comparison`)
    await page.keyboard.press('Escape')
    await goTo(page, '#/')
  }
  await page.setViewportSize(before)
}

/** Comments on the article that is open, one after another. */
export async function writeComments(page: Page): Promise<void> {
  const editor = page.getByTestId('editor')
  const comment = async (words: string): Promise<void> => {
    await page.keyboard.press('Control+Alt+KeyM')
    await page.getByTestId('new-comment').getByRole('textbox').waitFor()
    await page.keyboard.type(words)
    await page.keyboard.press('Control+Enter')
    await page.getByTestId('thread').filter({ hasText: words }).waitFor()
    await page.keyboard.press('Escape')
  }
  const selectWords = async (paragraph: number, skipped: number, count: number): Promise<void> => {
    // In its first line.
    await editor
      .locator('p')
      .nth(paragraph)
      .click({ position: { x: 300, y: 12 } })
    await page.keyboard.press('Home')
    for (let each = 0; each < skipped; each += 1) await page.keyboard.press('Control+ArrowLeft')
    for (let each = 0; each < count; each += 1) await page.keyboard.press('Control+Shift+ArrowLeft')
  }
  await editor.locator('h1').click({ clickCount: 3 })
  await comment('العنوان طويل؛ هل نكتفي بنصفه الأول؟')
  await selectWords(0, 0, 3)
  await comment('@سعاد من أين هذا؟ مكتب الوزير +964 770 123 4567 لا يجيب.')
  await selectWords(1, 2, 5)
  await comment('يلزم اسمه كاملًا في أول ذكر له.')
}

/** Comments beside the page: one that is looked at, and a new one. */
export async function shootComments(page: Page, article: string, shot: Shot): Promise<void> {
  await goTo(page, article)
  await page.getByTestId('editor').waitFor()
  await page.locator('.inspector-tab').first().click()
  await page.getByTestId('view-cards').click()
  await page.locator('.writing-page').evaluate((each) => each.scrollTo(0, 0))
  await page.getByTestId('thread').nth(1).click()
  await page.locator('[data-chosen-card]').waitFor()
  await page.mouse.move(600, 30)
  await shot('comments')
  await page.getByTestId('editor').locator('p').nth(2).click({ clickCount: 3 })
  await page.keyboard.press('Control+Alt+KeyM')
  await page.keyboard.type('@')
  await page.locator('.mention-list').waitFor()
  await shot('comments-new')
  await page.locator('[data-testid=new-comment] button').last().click()
}
