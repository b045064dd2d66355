import type { Page } from '@playwright/test'
import type { Block } from '#core/article/block.ts'
import { blockText } from '#core/article/plain-text.ts'
import { expect, saved, slash, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'
import { realArticle } from '../support/real-article.ts'

/** Chooses a command of the palette by name. */
async function command(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
}

/** Writes one block of the body where the caret stands, and goes on to the next line. */
async function write(page: Page, block: Block): Promise<void> {
  switch (block.type) {
    case 'subhead':
      await page.keyboard.type('## ')
      await page.keyboard.insertText(blockText(block))
      return page.keyboard.press('Enter')
    case 'figure':
      await slash(page, 'مكان صورة')
      await page.keyboard.insertText(blockText(block.children[0]))
      await page.keyboard.press('ArrowDown')
      await page.keyboard.insertText(blockText(block.children[1]))
      return page.keyboard.press('Enter')
    default:
      await page.keyboard.insertText(blockText(block))
      return page.keyboard.press('Enter')
  }
}

test('the real article is written from a blank page, by keyboard alone', async ({ window: page }) => {
  const { document } = realArticle()
  const text = (type: Block['type']): string => {
    const field = document.find((block) => block.type === type)
    return field === undefined ? '' : blockText(field)
  }
  // Reaches the button by Tab: the test uses no mouse.
  const button = page.getByRole('button', { name: 'مقالة جديدة' }).first()
  for (
    let tabs = 0;
    tabs < 10 && !(await button.evaluate((each) => each === each.ownerDocument.activeElement));
    tabs += 1
  ) {
    await page.keyboard.press('Tab')
  }
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.insertText(text('headline'))
  await command(page, 'مقدمة')
  await page.keyboard.insertText(text('deck'))
  await command(page, 'مكان وكالة')
  await page.keyboard.insertText(text('dateline'))
  await page.keyboard.press('Enter')
  const body = document.filter(({ type }) => !['kicker', 'headline', 'deck', 'byline', 'dateline'].includes(type))
  for (const block of body) await write(page, block)
  await page.keyboard.press('Backspace')
  await expect(page.getByTestId('word-count')).toHaveText('566 كلمة')
  await saved(page)
  await page.reload()
  await expect(page.getByTestId('editor')).toContainText(text('headline'))
  const written = await outline(page)
  expect(written.filter((line) => line.startsWith('subhead')).length).toBe(2)
  expect(written.filter((line) => line.startsWith('paragraph')).length).toBe(12)
  for (const block of body.filter(({ type }) => type === 'paragraph')) {
    expect(written).toContain(`paragraph: ${blockText(block)}`)
  }
})
