import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, goTo, saved, test as base, type App } from '../support/app.ts'
import { fillStore } from '../support/fill-store.ts'

const COUNT = 2100

const test = base.extend<{ full: Page }, { template: string }>({
  template: [
    // oxlint-disable-next-line no-empty-pattern
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'midad-template-'))
      fillStore(folder, COUNT, new Date())
      await use(folder)
      rmSync(folder, { recursive: true })
    },
    { scope: 'worker' },
  ],
  full: async ({ app, template }, use) => {
    await app.stop()
    rmSync(app.store, { recursive: true })
    cpSync(template, app.store, { recursive: true })
    await app.start()
    const page = await app.open()
    await expect(page.getByTestId('article-row').first()).toBeVisible()
    await use(page)
  },
})

const list = (page: Page) => page.getByTestId('article-list')
/** @returns the row of an article, by its number. */
const row = (page: Page, number: number) =>
  page
    .locator(`[data-testid=article-row][data-index="${number - 1}"]`)
    .filter({ hasText: new RegExp(`الموازنة ${number}(?!\\d)`, 'u') })

const topOf = async (page: Page, number: number): Promise<number> =>
  Math.round((await row(page, number).boundingBox())?.y ?? Number.NaN)

/** Changes an article in another window. */
async function changeElsewhere(app: App, number: number): Promise<void> {
  const other = await app.open()
  await goTo(other, `#/article/a${number}`)
  await expect(other.getByTestId('editor')).toBeVisible()
  await other.getByTestId('editor').locator('p').last().click()
  await other.keyboard.press('End')
  await other.keyboard.type(' زيادة')
  await saved(other)
  await other.close()
}

test('every article can be scrolled to, and only few rows are rendered', async ({ full: page }) => {
  await expect(list(page)).toHaveAttribute('aria-rowcount', String(COUNT))
  await expect(row(page, 1)).toHaveAttribute('aria-rowindex', '1')
  expect(await page.getByRole('row').count()).toBeLessThan(40)
  for (const share of [0.25, 0.5, 0.75]) {
    await list(page).evaluate((each, part) => each.scrollTo(0, each.scrollHeight * part), share)
    await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
    await expect(page.getByTestId('article-row').nth(8)).toBeVisible()
    expect(await page.getByRole('row').count()).toBeLessThan(40)
  }
  await list(page).evaluate((each) => each.scrollTo(0, each.scrollHeight))
  await expect(row(page, COUNT)).toBeInViewport()
})

test('the keys move through the whole list', async ({ full: page }) => {
  await page.getByTestId('search').press('ArrowDown')
  await expect(row(page, 1)).toBeFocused()
  await page.keyboard.press('End')
  await expect(row(page, COUNT)).toBeFocused()
  await expect(row(page, COUNT)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('ArrowUp')
  await expect(row(page, COUNT - 1)).toBeFocused()
  await page.keyboard.press('Home')
  await expect(row(page, 1)).toBeFocused()
  await expect(row(page, 1)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('PageDown')
  const next = Number(await page.locator('[data-testid=article-row]:focus').getAttribute('aria-rowindex'))
  expect(next).toBeGreaterThan(2)
  expect(next).toBeLessThan(12)
  await expect(row(page, next)).toBeInViewport({ ratio: 1 })
  await page.keyboard.press('PageUp')
  await expect(row(page, 1)).toBeFocused()
})

test('the focus stays on its row when the list is scrolled away', async ({ full: page }) => {
  await row(page, 2).focus()
  await list(page).evaluate((each) => each.scrollTo(0, each.scrollHeight / 2))
  await expect(page.getByTestId('article-row').nth(8)).toBeVisible()
  await expect(row(page, 2)).toBeFocused()
  await page.keyboard.press('ArrowDown')
  await expect(row(page, 3)).toBeFocused()
  await expect(row(page, 3)).toBeInViewport({ ratio: 1 })
})

test('going back from an article near the end returns to the same place', async ({ full: page }) => {
  await page.getByTestId('search').press('ArrowDown')
  await page.keyboard.press('End')
  await expect(row(page, COUNT)).toBeFocused()
  await page.keyboard.press('PageUp')
  await page.keyboard.press('ArrowUp')
  const number = Number(await page.locator('[data-testid=article-row]:focus').getAttribute('aria-rowindex'))
  await expect(row(page, number)).toBeInViewport({ ratio: 1 })
  const top = await topOf(page, number)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toContainText(`الموازنة ${number}`)
  await page.goBack()
  await expect(row(page, number)).toBeFocused()
  await expect.poll(() => topOf(page, number)).toBe(top)
  await page.keyboard.press('End')
  await expect(row(page, COUNT)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toContainText(`الموازنة ${COUNT}`)
})

test('the visible rows do not move when an article changes in another window', async ({ full: page, app }) => {
  await list(page).evaluate((each) => each.scrollTo(0, 20_000))
  await expect(page.getByTestId('article-row').nth(8)).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  const first = page.getByTestId('article-row').filter({ visible: true }).nth(8)
  const words = (await first.locator('.row-headline').textContent()) ?? ''
  const place = Number(await first.getAttribute('aria-rowindex'))
  const shown = page.getByTestId('article-row').filter({ has: page.getByText(words, { exact: true }) })
  const top = (await shown.boundingBox())?.y ?? Number.NaN
  await changeElsewhere(app, COUNT)
  // The changed article moved to the top, so every other one is a place further down.
  await expect(shown).toHaveAttribute('aria-rowindex', String(place + 1))
  expect(Math.abs(((await shown.boundingBox())?.y ?? Number.NaN) - top)).toBeLessThan(1)
  await list(page).evaluate((each) => each.scrollTo(0, 0))
  await expect(page.getByTestId('article-row').first()).toContainText(`الموازنة ${COUNT}`)
})

test('at the top of the list, the focused row stays in place when another article moves above it', async ({
  full: page,
  app,
}) => {
  await page.evaluate(() => document.fonts.ready)
  await row(page, 3).focus()
  const top = await topOf(page, 3)
  await changeElsewhere(app, 42)
  const moved = page.locator('[data-testid=article-row]:focus')
  await expect(moved).toHaveAttribute('aria-rowindex', '4')
  await expect(moved).toContainText('الموازنة 3')
  // The rows above it are measured in the frame after they are drawn.
  await expect.poll(async () => Math.abs(((await moved.boundingBox())?.y ?? Number.NaN) - top)).toBeLessThan(1)
})

test('found words are marked in the visible rows, also after scrolling', async ({ full: page }) => {
  await page.getByTestId('search').fill('قاع')
  await expect(page.getByTestId('article-row').first().locator('mark')).toHaveText(['قاعة'])
  await list(page).evaluate((each) => each.scrollTo(0, 12_000))
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await expect(page.getByTestId('article-row').nth(8).locator('mark')).toHaveText(['قاعة'])
})

test('a search for a very common word says that only the newest articles were searched', async ({ full: page }) => {
  await page.getByTestId('search').fill('المالية ')
  await expect(page.getByText('ما تبحث عنه كثير الورود: بُحث في أحدث المقالات التي ورد فيها.')).toBeVisible()
  await page.getByTestId('search').fill('قاعة ')
  await expect(page.getByText('ما تبحث عنه كثير الورود')).toHaveCount(0)
})
