import { mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readZip } from '#electron/files/zip-read.ts'
import { expect, goTo, setPerson, test, type App } from '../support/app.ts'
import { fillStore } from '../support/fill-store.ts'

/** A store with six articles, of which the second and the fifth are approved. */
async function openFilled(app: App): Promise<Page> {
  await app.stop()
  fillStore(app.store, 6, new Date('2026-11-24T08:00:00.000Z'))
  await app.start()
  const page = await app.open()
  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, '#/')
  await expect(page.getByTestId('article-row')).toHaveCount(6)
  return page
}

test('articles are chosen by keyboard and by mouse, and stay chosen during a search and on another screen', async ({
  app,
}) => {
  const page = await openFilled(app)
  const rows = page.getByTestId('article-row')
  const chosen = page.getByTestId('chosen')
  await expect(chosen).toHaveCount(0)
  await rows.first().focus()
  await page.keyboard.press('Space')
  await expect(chosen).toContainText('اخترت مقالة واحدة')
  await expect(rows.first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen).toContainText('اخترت 3 مقالات')
  await expect(rows.nth(2)).toBeFocused()
  await page.keyboard.press('Shift+ArrowUp')
  await expect(chosen).toContainText('اخترت مقالتين')
  await expect(rows.nth(2)).toHaveAttribute('aria-selected', 'false')
  await page.keyboard.press('Space')
  await expect(chosen).toContainText('اخترت مقالة واحدة')

  await rows.nth(4).getByTestId('choice').check()
  await expect(page.getByTestId('editor')).toHaveCount(0)
  // The keys continue from the row that was clicked.
  await expect(rows.nth(4)).toBeFocused()
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen).toContainText('اخترت 3 مقالات')
  await page.keyboard.press('Shift+ArrowUp')
  await expect(chosen).toContainText('اخترت مقالتين')
  await page.keyboard.type('a')
  await expect(page.getByTestId('search')).toHaveValue('a')
  await page.getByTestId('search').fill('الموازنة 3')
  await expect(rows).toHaveCount(1)
  await expect(chosen).toContainText('اخترت مقالتين')
  await rows.first().click()
  await expect(page.getByTestId('editor')).toContainText('الموازنة 3')
  await goTo(page, '#/')
  await expect(chosen).toContainText('اخترت مقالتين')
  await page.getByTestId('search').fill('')
  await expect(rows).toHaveCount(6)
  await expect(rows.nth(4).getByTestId('choice')).toBeChecked()
  await rows.nth(4).focus()
  await page.keyboard.press('Escape')
  await expect(chosen).toHaveCount(0)
  await expect(page.getByTestId('choice').and(page.locator(':checked'))).toHaveCount(0)
})

test('chosen articles are exported together, and those that may not be are named', async ({ app }) => {
  const page = await openFilled(app)
  const out = join(app.folder, 'صادر')
  mkdirSync(out)
  const rows = page.getByTestId('article-row')
  for (const index of [1, 2, 4]) await rows.nth(index).getByTestId('choice').check()
  await page.getByRole('button', { name: 'صدّرها معًا…' }).click()
  const dialog = page.getByRole('dialog', { name: 'تصدير 3 مقالات' })
  await expect(dialog).toContainText('معها في الحزمة: لا شيء')
  await dialog.getByText('معها في الحزمة:').click()
  await dialog.getByLabel('Markdown').check()
  await expect(dialog).toContainText('معها في الحزمة: Markdown')
  await dialog.getByRole('button', { name: 'اختر المجلد' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'صادر' }).click()
  await page.getByRole('button', { name: 'اكتب هنا' }).click()
  await dialog.getByRole('button', { name: 'صدّرها', exact: true }).click()

  await expect(dialog.getByTestId('many-package')).toHaveCount(2)
  await expect(dialog.getByTestId('many-package').first()).toContainText('البرلمان يناقش الموازنة 2نشر، الإصدار 1.')
  await expect(dialog.getByTestId('many-refusal')).toHaveCount(1)
  await expect(dialog.getByTestId('many-refusal')).toContainText('البرلمان يناقش الموازنة 3')
  await expect(dialog.getByTestId('many-refusal')).toContainText('لم تُعتمد المقالة بعد')
  const path = (await dialog.getByTestId('many-path').textContent()) ?? ''
  const { packages } = JSON.parse(readFileSync(path, 'utf8')) as { packages: { file: string; headline: string }[] }
  expect(packages.map(({ headline }) => headline)).toEqual(['البرلمان يناقش الموازنة 2', 'البرلمان يناقش الموازنة 5'])
  expect(readdirSync(out).toSorted()).toEqual([...packages.map(({ file }) => file), basename(path)].toSorted())
  const { files } = await readZip(readFileSync(join(out, packages[0]?.file ?? '')))
  expect([...files.keys()].some((name) => name.endsWith('/data/article.md'))).toBe(true)

  await dialog.getByRole('button', { name: 'أغلق' }).click()
  await expect(rows.filter({ hasText: 'الموازنة 2' })).toContainText('مصدَّرة')
  // The refused article stays chosen.
  await expect(page.getByTestId('chosen')).toContainText('اخترت مقالة واحدة')
  await expect(rows.filter({ hasText: 'الموازنة 3' })).toHaveAttribute('aria-selected', 'true')

  // The chosen formats also apply to the export of a single article.
  await goTo(page, '#/article/a5/publish')
  await expect(page.locator('.export-extras')).toContainText('معها في الحزمة: Markdown')

  await setPerson(page, 'سعاد', 'صحفي')
  await goTo(page, '#/')
  await page.getByRole('button', { name: 'صدّرها معًا…' }).click()
  await expect(page.getByRole('dialog')).toContainText('التصدير للنشر للمحرر وحده.')
  await expect(page.getByRole('button', { name: 'صدّرها', exact: true })).toBeDisabled()
})

test('a stopped export says so, and lists what was written', async ({ app }) => {
  await app.stop()
  fillStore(app.store, 150, new Date('2026-11-24T08:00:00.000Z'))
  await app.start()
  const page = await app.open()
  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, '#/')
  await page.getByRole('radio', { name: 'معتمدة' }).click()
  const rows = page.getByTestId('article-row')
  await expect(rows.first()).toContainText('الموازنة 2')
  await rows.first().focus()
  for (let count = 1; count < 50; count += 1) await page.keyboard.press('Shift+ArrowDown')
  await expect(page.getByTestId('chosen')).toContainText('اخترت 50 مقالة')
  await page.getByRole('button', { name: 'صدّرها معًا…' }).click()
  const dialog = page.getByRole('dialog')
  // The page itself presses the button, at the first progress that shows more than three packages: between two looks from
  // outside, the export could end.
  await page.evaluate(() => {
    const look = new MutationObserver(() => {
      const bar = document.querySelector<HTMLProgressElement>('[role=dialog] progress')
      if (bar === null || bar.value <= 3) return
      look.disconnect()
      for (const button of document.querySelectorAll('button')) if (button.textContent === 'إلغاء') button.click()
    })
    look.observe(document.body, { subtree: true, childList: true, attributes: true })
  })
  await dialog.getByRole('button', { name: 'صدّرها', exact: true }).click()
  // Escape does not close the dialog during the export.
  await page.keyboard.press('Escape')
  await expect(dialog.getByTestId('many-told')).toContainText('أُوقف التصدير كما طلبت')
  const written = await dialog.getByTestId('many-package').count()
  expect(written).toBeGreaterThan(0)
  expect(written).toBeLessThan(50)
  const path = (await dialog.getByTestId('many-path').textContent()) ?? ''
  expect((JSON.parse(readFileSync(path, 'utf8')) as { packages: unknown[] }).packages).toHaveLength(written)
  const { violations } = await new AxeBuilder({ page }).include('[role=dialog]').analyze()
  expect(violations.map(({ id }) => id)).toEqual([])
  await dialog.getByRole('button', { name: 'أغلق' }).click()
  await expect(page.getByTestId('chosen')).toBeVisible()
  const found = await new AxeBuilder({ page }).include('.library').analyze()
  expect(
    found.violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id),
  ).toEqual([])
})
