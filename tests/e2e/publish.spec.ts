import { readdirSync } from 'node:fs'
import { cli, expect, goTo, HEADLINE, importArticle, setPerson, test } from '../support/app.ts'

test('shows the page as it will be, what is missing, and the way there', async ({ window: page }) => {
  await importArticle(page)
  await page.getByRole('button', { name: 'التصدير' }).click()
  const preview = page.frameLocator('[data-testid=preview]')
  await expect(preview.locator('h1')).toHaveText(HEADLINE)
  await expect(preview.locator('html')).toHaveAttribute('dir', 'rtl')
  await expect(preview.locator('figcaption')).toContainText('صفحتها على تويتر')
  const finding = page.getByTestId('finding')
  await expect(finding).toHaveCount(3)
  await finding.filter({ hasText: 'صورة لم تُختر بعد' }).getByRole('button').click()
  await expect(page.getByTestId('editor').locator('figure')).toBeInViewport()
})

test('exports a draft only as a draft, and leaves its state', async ({ window: page, app }) => {
  await setPerson(page, 'كريم', 'محرر')
  await importArticle(page)
  const article = new URL(page.url()).hash
  await goTo(page, `${article}/publish`)
  await expect(page.getByText('لم تُعتمد المقالة بعد')).toBeVisible()
  await expect(page.getByRole('button', { name: 'صدّرها مسودة' })).toBeDisabled()
  app.expected = /ERR_|Failed to fetch/u
  await app.kill()
  const id = article.slice('#/article/'.length)
  expect((await cli(app.store, 'export', id, '--out', app.folder)).status).toBe(1)
  expect((await cli(app.store, 'export', id, '--out', app.folder, '--draft')).status).toBe(0)
  expect((await cli(app.store, 'show', id, '--json')).stdout).toContain('"state": "draft"')
  expect(readdirSync(app.folder).filter((name) => name.endsWith('.zip')).length).toBe(1)
})
