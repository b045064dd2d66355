import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { App, goTo, importArticle, setPerson } from './app.ts'

// Takes a picture of every screen in both languages and both themes, for a person to look at:
// node tests/support/screenshots.ts FOLDER
const folder = process.argv[2] ?? join('.cache', 'screenshots')
mkdirSync(folder, { recursive: true })

const browser = await chromium.launch({
  executablePath: process.env['MIDAD_CHROMIUM'] ?? '/usr/bin/chromium',
  args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), '--disable-quic', '--disable-background-networking'],
})
const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1 })
const app = new App(context)
await app.start()
const page = await app.open()
await page.screenshot({ path: join(folder, 'empty.png') })
await setPerson(page, 'سعاد', 'صحفي')
await importArticle(page)
const article = new URL(page.url()).hash

for (const language of ['ar', 'en']) {
  for (const theme of ['light', 'dark']) {
    const shot = (name: string) => page.screenshot({ path: join(folder, `${language}-${theme}-${name}.png`) })
    await goTo(page, '#/settings')
    for (const value of [language, theme]) await page.locator(`label:has(input[value=${value}])`).click()
    await page.locator(`html[lang=${language}][data-theme=${theme}]`).waitFor()
    await shot('settings')
    for (const [name, hash, ready] of [
      ['library', '#/', '[data-testid=article-row]'],
      ['writing', article, '[data-testid=editor]'],
      ['export', `${article}/publish`, '[data-testid=preview]'],
      ['verify', '#/verify', '.verify'],
      ['import', '#/import', '.import-paste'],
    ] as const) {
      await goTo(page, hash)
      await page.locator(ready).first().waitFor()
      await page.evaluate(() => document.fonts.ready)
      await shot(name)
    }
    await page.locator('input[type=file]').setInputFiles(join('tests', 'fixtures', 'elaph-article.txt'))
    await page.locator('[data-testid=import-line]').first().waitFor()
    await shot('import-review')
  }
}
await browser.close()
await app.end()
