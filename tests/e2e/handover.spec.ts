import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Article } from '#core/article/article.ts'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { expect, goTo, newArticle, saved, test } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { brokenLayouts } from '../support/layout.ts'

/** The colleague, on another machine. */
function colleague(folder: string): Service {
  return openService(join(folder, 'other'), { person: { name: 'كريم', role: 'editor' }, sendsByItself: false })
}

/** Takes a file in on the other machine, changes two paragraphs, and hands the article over again. @returns the file */
async function answered(service: Service, file: string, out: string): Promise<string> {
  const bytes = readFileSync(file).toString('base64')
  const { id } = resultOrThrow(await service.call('handover.take', { file: { bytes }, clashes: 'refuse' }, 'other'))
  const { article, saveNumber } = resultOrThrow(await service.call('articles.open', { id }, 'other'))
  const texts: Readonly<Record<number, string>> = { 1: 'اتفق الوفدان مساء أمس', 2: 'تبدأ الهدنة فجرًا' }
  const document = article.document.map((block, at) =>
    texts[at] === undefined ? block : { ...block, children: [{ text: texts[at] }] },
  ) as Article['document']
  const save = { article: { ...article, document }, baseSaveNumber: saveNumber, caret: null }
  resultOrThrow(await service.call('articles.save', save, 'other'))
  resultOrThrow(await service.call('articles.close', { id }, 'other'))
  mkdirSync(out, { recursive: true })
  return resultOrThrow(await service.call('handover.give', { id, folder: out, to: null }, 'other')).path
}

test('an article is handed over from its menu, and comes back with what a colleague wrote', async ({
  window: page,
  app,
}) => {
  await newArticle(page, 'هدنة في الجنوب')
  await page.keyboard.type('اتفق الطرفان أمس')
  await page.keyboard.press('Enter')
  await page.keyboard.type('تبدأ الهدنة غدًا')
  await saved(page)
  await page.getByTestId('more').click()
  await page.getByRole('menuitem', { name: 'سلّم…' }).click()
  const dialog = page.getByRole('dialog', { name: 'تسليم المقالة' })
  await expect(dialog).toContainText('من يفتح الملف')
  await expectAccessible(page, 'handing over')
  expect(await brokenLayouts(page, 'handing over')).toEqual([])
  await dialog.getByRole('button', { name: 'سلّم', exact: true }).click()
  await expect(dialog.getByTestId('handed-over')).toContainText('كُتب ملف التسليم.')
  const file = join(app.folder, 'هدنة-في-الجنوب.midad')
  await dialog.getByRole('button', { name: 'أغلق' }).click()

  // Meanwhile one of the places is written here too.
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+Backspace')
  await page.keyboard.type('ظهرًا')
  await saved(page)
  const other = colleague(app.folder)
  const back = await answered(other, file, join(app.folder, 'back'))
  other.close()
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(back)
  const card = page.getByTestId('handover')
  await expect(card).toHaveAttribute('data-effect', 'clash')
  await expect(card).toContainText('وقّعها مفتاح لا يعرفه هذا الجهاز')
  await expect(card.locator('bdi')).toHaveText(/^(?:\d{5} ){5}\d{5}$/u)
  await expectAccessible(page, 'a hand-over')
  expect(await brokenLayouts(page, 'a hand-over')).toEqual([])
  await page.getByRole('button', { name: 'خذها، وما تعارض اقتراحات' }).click()
  const editor = page.getByTestId('editor')
  await expect(editor.locator('[data-block=paragraph]')).toHaveText(['اتفق الوفدان مساء أمس', /^تبدأ الهدنة/u])
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(back)
  await expect(card).toHaveAttribute('data-effect', 'nothing')
  await page.getByRole('button', { name: 'افتحها' }).click()
  await expect(editor).toBeVisible()
})
