import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AppProcess } from './app-process.ts'
import { ELAPH, goTo, importArticle, newArticle, openReview, saved, setPerson } from './app.ts'
import { pasteEveryBlock } from './every-block.ts'
import { fillStore } from './fill-store.ts'
import { launchChromium } from './launch-chromium.ts'
import {
  shootComments,
  shootDestinations,
  shootImports,
  shootLibrary,
  shootSmall,
  shootStore,
  shootVersions,
  writeComments,
  writeVersions,
} from './screenshot-scenes.ts'
import { shootProposals, writeProposals } from './screenshot-proposals.ts'

// Takes screenshots of every screen in both languages and both themes:
// node tests/support/screenshots.ts FOLDER [ar,en]
const folder = process.argv[2] ?? join('.cache', 'screenshots')
const languages = (process.argv[3] ?? 'ar,en').split(',')
mkdirSync(folder, { recursive: true })

const browser = await launchChromium()
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 })
const app = new AppProcess(context)
try {
  await app.start()
  let page = await app.open()
  await page.screenshot({ path: join(folder, 'empty.png') })
  await page.close()
  await app.kill()
  fillStore(app.store, 40, new Date(Date.now() - 60 * 60 * 1000))
  await app.start()
  page = await app.open()
  await setPerson(page, 'سعاد', 'محرر')
  await importArticle(page)
  const article = new URL(page.url()).hash
  await saved(page)
  await writeComments(page)
  const proposals = await writeProposals(page, app)
  await newArticle(page, 'لجنة الموازنة ترفع تقريرها إلى البرلمان')
  await page.keyboard.type('رفعت اللجنة تقريرها صباح اليوم.')
  await saved(page)
  const reviewed = new URL(page.url()).hash
  await openReview(page)
  await page.getByLabel('ملاحظة').fill('جاهزة للمراجعة')
  await page.getByTestId('move-submitted').click()
  await page.getByTestId('move-in-review').click()
  // Each state has a new form, which loses text typed before.
  await page.getByTestId('history-event').nth(2).waitFor()
  await page.getByTestId('move-approved').waitFor()
  await page.getByLabel('ملاحظة').fill('أضف مصدرًا ثانيًا')
  await page.getByTestId('move-returned').click()
  await page.getByTestId('history-event').nth(3).waitFor()

  await newArticle(page, 'كل ما يُكتب في صفحة واحدة')
  await pasteEveryBlock(page)
  await saved(page)
  const blocks = new URL(page.url()).hash
  const versions = await writeVersions(page)

  await newArticle(page, 'لجنة الموازنة ترفع تقريرها')
  await page.keyboard.type('نص المقالة.')
  await saved(page)
  const approved = new URL(page.url()).hash
  await openReview(page)
  await page.getByTestId('move-submitted').click()
  await page.getByTestId('move-approved').click()
  await page.getByTestId('history-event').nth(2).waitFor()

  await goTo(page, '#/')
  await newArticle(page, 'خبر لم يعد له مكان')
  await saved(page)
  await goTo(page, '#/')
  await page.locator('[data-testid=article-row]').first().press('Delete')
  await page.getByTestId('put-away').waitFor()

  for (const language of languages) {
    for (const theme of ['light', 'dark']) {
      const shot = (name: string) => page.screenshot({ path: join(folder, `${language}-${theme}-${name}.png`) })
      await goTo(page, '#/settings')
      for (const value of [language, theme]) await page.locator(`label:has(input[value=${value}])`).click()
      await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor()
      await page.screenshot({ path: join(folder, `${language}-${theme}-settings.png`), fullPage: true })
      for (const section of ['typing', 'house', 'checks', 'templates']) {
        await goTo(page, `#/settings/${section}`)
        await page.locator('.settings-group').first().waitFor()
        await shot(`settings-${section}`)
      }
      for (const [name, hash, ready] of [
        ['library', '#/', '[data-testid=article-row]'],
        ['writing', article, '[data-testid=editor]'],
        ['review', reviewed, '[data-testid=history-event]'],
        ['export', `${article}/publish`, '[data-testid=preview]'],
        ['verify', '#/verify', '.verify'],
        ['bin', '#/bin', '[data-testid=bin-row]'],
        ['store', '#/store', '[data-testid=store-verdict]'],
        ['import', '#/import', '.import-paste'],
      ] as const) {
        await goTo(page, hash)
        await page.locator(ready).first().waitFor()
        await page.evaluate(() => document.fonts.ready)
        await shot(name)
      }
      await shootComments(page, article, shot)
      await shootProposals(page, proposals, shot)
      await goTo(page, '#/')
      for (const row of [0, 1]) await page.getByTestId('choice').nth(row).check()
      await shot('library-chosen')
      await page.getByTestId('chosen').locator('.button-primary').click()
      await page.locator('.export-extras summary').click()
      await shot('export-many')
      await page.locator('.dialog-actions button').first().click()
      await page.getByTestId('many-told').waitFor()
      await shot('exported-many')
      await page.locator('.dialog-actions button').first().click()
      await page.getByTestId('chosen').locator('button').last().click()
      await goTo(page, reviewed)
      await page.locator('.inspector-tab').last().click()
      await page.getByTestId('timeline-point').last().locator('button').press('Enter')
      await page.getByTestId('compared-block').first().waitFor()
      await shot('versions')
      await page.locator('.comparison input[value=two]').press('Space')
      await shot('versions-side-by-side')
      await page.keyboard.press('Escape')
      await goTo(page, blocks)
      await page.locator('[data-block=related]').waitFor()
      await page.locator('.inspector-tab').nth(2).click()
      await shot('blocks-1')
      await page.locator('[data-block=table]').scrollIntoViewIfNeeded()
      await page.locator('.writing-page').evaluate((each) => each.scrollBy(0, 500))
      await shot('blocks-2')
      await page.getByTestId('editor').locator('p').last().click()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Enter')
      await page.keyboard.type('/')
      await page.getByRole('listbox').waitFor()
      await shot('slash-menu')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Backspace')
      await page.keyboard.press('Control+KeyK')
      await page.getByRole('combobox').waitFor()
      await shot('palette')
      await page.keyboard.press('Escape')
      await page.keyboard.press('Control+KeyH')
      await page.keyboard.type('الوزير')
      await shot('find')
      await page.keyboard.press('Escape')
      await page.getByTestId('view').click()
      await page.locator('.view-menu').waitFor()
      await shot('view')
      await page.keyboard.press('Escape')
      await goTo(page, '#/import')
      await page.locator('input[type=file]').setInputFiles(ELAPH)
      await page.locator('[data-testid=import-line]').first().waitFor()
      await shot('import-review')
      await goTo(page, `${article}/publish`)
      await page.locator('.export-form button').last().click()
      const path = (await page.getByTestId('export-path').textContent()) ?? ''
      await shot('exported')
      await goTo(page, '#/verify')
      await page.locator('input[type=file]').setInputFiles(path)
      await page.getByTestId('verify-result').waitFor()
      await shot('verified')
      await shootLibrary(page, shot)
      await shootImports(page, app, shot)
      await shootVersions(page, versions, shot)
      await shootDestinations(page, app, approved, shot)
      await shootStore(page, shot)
      await shootSmall(page, versions, shot)
    }
  }
} finally {
  await browser.close()
  await app.end()
}
