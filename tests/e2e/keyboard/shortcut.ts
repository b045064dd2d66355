import type { Page } from '@playwright/test'
import { expect } from '../../support/app.ts'
import { outline } from '../../support/paste.ts'

/** A row of the table of shortcuts: its two cells, and a test of it on a page that shows its screen. */
export type Shortcut = { keys: string; what: string; proof: (page: Page) => Promise<void> }

export const editor = (page: Page) => page.getByTestId('editor')
export const rows = (page: Page) => page.getByTestId('article-row')
export const body = async (page: Page): Promise<string[]> => (await outline(page)).slice(1)

/** Presses each key; what is no name of a key is typed. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) {
    if (/^[A-Z/]/u.test(key)) await page.keyboard.press(key)
    else await page.keyboard.type(key)
  }
}

/** Presses each key, and expects the body that goes with it. */
export async function makes(page: Page, ...steps: readonly (readonly [string, readonly string[]])[]): Promise<void> {
  for (const [key, blocks] of steps) {
    await press(page, key)
    // A paste comes when its content has been read.
    await expect.poll(() => body(page), { message: key }).toEqual(blocks)
  }
}
