import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, saved, slash, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'
import { png } from '../support/pictures.ts'

/** Types lines letter by letter, with Enter between them. A letter that goes nowhere is missing in the article. */
async function lines(page: Page, ...texts: readonly string[]): Promise<void> {
  for (const [index, text] of texts.entries()) {
    if (index > 0) await page.keyboard.press('Enter')
    await page.keyboard.type(text)
  }
}

/** Chooses a command of the palette by name. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
}

type Words = { file: string; caption: string; credit: string; alt: string }

/** Chooses a picture of the computer by the slash menu and writes its words. Ends on the line after it. */
async function picture(page: Page, { file, caption, credit, alt }: Words): Promise<void> {
  const editor = page.getByTestId('editor')
  const figures = await editor.locator('figure').count()
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), slash(page, 'صور من')])
  await chooser.setFiles(file)
  await expect(editor.locator('figure')).toHaveCount(figures + 1)
  await lines(page, caption, credit)
  await command(page, 'النص البديل')
  await lines(page, alt)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toHaveCount(0)
  await page.keyboard.press('Enter')
}

test('an article with two pictures, a table and a list is written by keyboard alone, and no key is lost', async ({
  app,
  window: page,
}) => {
  const [port, field] = [join(app.folder, 'port.png'), join(app.folder, 'field.png')]
  writeFileSync(port, png(640, 360, 90))
  writeFileSync(field, png(360, 640, 160))
  await command(page, 'مقالة جديدة')
  await expect(page.getByTestId('editor')).toBeFocused()
  await lines(page, 'صادرات النفط ترتفع في تشرين الثاني', 'ارتفعت الصادرات للشهر الثالث.', '')
  await picture(page, { file: port, caption: 'ميناء البصرة', credit: 'وكالة', alt: 'سفينة عند الرصيف' })
  await lines(page, '## أرقام الشهر', '')
  await slash(page, 'جدول')
  const cells = ['المدينة', 'الكمية', 'السعر', 'البصرة', '4,250.75', '71.2', 'كركوك', '1,100', '70.9']
  for (const [index, cell] of cells.entries()) {
    if (index > 0) await page.keyboard.press('Tab')
    await page.keyboard.type(cell)
  }
  await page.keyboard.press('Enter')
  await lines(page, 'وقال الوزير:', '- أول', 'ثانٍ')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await lines(page, 'فرع', '', '', '')
  await picture(page, { file: field, caption: 'حقل مجنون', credit: 'رويترز', alt: 'شعلة غاز' })
  await lines(page, 'انتهى.')
  await saved(page)

  const written = [
    'headline: صادرات النفط ترتفع في تشرين الثاني',
    'paragraph: ارتفعت الصادرات للشهر الثالث.',
    'figure',
    'caption: ميناء البصرة',
    'credit: وكالة',
    'subhead: أرقام الشهر',
    'table',
    ...[0, 3, 6].flatMap((row) => ['table-row', ...cells.slice(row, row + 3).map((cell) => `table-cell: ${cell}`)]),
    'paragraph: وقال الوزير:',
    'list',
    'list-item: أول',
    'list-item: ثانٍ',
    'list-item 1: فرع',
    'figure',
    'caption: حقل مجنون',
    'credit: رويترز',
    'paragraph: انتهى.',
  ]
  expect(await outline(page)).toEqual(written)
  await page.reload()
  await expect(page.getByTestId('editor')).toContainText('انتهى.')
  expect(await outline(page)).toEqual(written)
  await expect(page.getByRole('img', { name: 'سفينة عند الرصيف' })).toBeVisible()
  await expect(page.getByRole('img', { name: 'شعلة غاز' })).toBeVisible()
})
