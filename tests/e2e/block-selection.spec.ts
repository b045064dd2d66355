import type { Locator, Page } from '@playwright/test'
import { expect, newArticle, test } from '../support/app.ts'
import { outline, paste } from '../support/paste.ts'
import { png } from '../support/pictures.ts'

const body = async (page: Page): Promise<string[]> => (await outline(page)).slice(1)
const line = (type: string, text: string) => ({ type, dir: 'rtl', children: [{ text }] })
const figure = (caption: string) => ({
  type: 'figure',
  dir: 'rtl',
  alt: '',
  children: [line('caption', caption), line('credit', '')],
})

/** The blocks that are more than text: what to press in each, and its lines in the outline. */
const CARDS: Record<string, { block: object; press: (block: Locator) => Locator; lines: string[] }> = {
  figure: {
    block: figure('تعليق'),
    press: (block) => block.locator('.figure-picture'),
    lines: ['figure', 'caption: تعليق', 'credit: '],
  },
  embed: {
    block: { type: 'embed', dir: 'rtl', url: 'https://example.org/', children: [line('caption', '')] },
    press: (block) => block.locator('.embed-host'),
    lines: ['embed', 'caption: '],
  },
  gallery: {
    block: { type: 'gallery', dir: 'rtl', children: [figure('أولى')] },
    press: (block) => block.locator('.gallery-tools'),
    lines: ['gallery', 'figure', 'caption: أولى', 'credit: '],
  },
  related: {
    block: { type: 'related', dir: 'rtl', children: [{ ...line('related-item', 'مادة'), url: '' }] },
    press: (block) => block.locator('.related-title'),
    lines: ['related', 'related-item: مادة'],
  },
  separator: {
    block: { type: 'separator', dir: 'rtl', children: [{ text: '' }] },
    press: (block) => block.locator('hr'),
    lines: ['separator: '],
  },
  correction: {
    block: { ...line('correction', 'خطأ'), date: '2026-11-24' },
    press: (block) => block.locator('.correction-label'),
    lines: ['correction: خطأ'],
  },
  unknown: {
    block: { type: 'poll', dir: 'rtl', children: [{ text: '' }] },
    press: (block) => block.locator('.unknown-card span'),
    lines: ['unknown: '],
  },
}

async function pasteBlocks(page: Page, blocks: readonly object[]): Promise<void> {
  const named = blocks.map((block, index) => ({ id: `pasted${index}`, ...block }))
  await paste(page, { 'application/x-midad-blocks': JSON.stringify({ midad: 1, blocks: named }) })
}

test('a press on a picture, a card or a label selects the block, for every key that acts on it', async ({
  window: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newArticle(page, 'عنوان')
  const blocks = Object.values(CARDS).map(({ block }) => block)
  await pasteBlocks(page, [line('paragraph', 'قبل'), ...blocks, line('paragraph', 'بعد')])
  const editor = page.getByTestId('editor')
  await editor
    .locator('.editor-frame, figure')
    .first()
    .getByLabel('اختر صورة من جهازك')
    .setInputFiles({
      name: 'صورة.png',
      mimeType: 'image/png',
      buffer: Buffer.from(png(60, 40)),
    })
  await expect(editor.locator('.figure-picture')).toBeVisible()
  const all = await body(page)
  const chosen = editor.locator('[data-chosen]')
  for (const [type, { press, lines }] of Object.entries(CARDS)) {
    await test.step(type, async () => {
      const block = editor.locator(`> * > [data-block=${type}], > [data-block=${type}]`)
      await press(block).click({ position: { x: 3, y: 0 } })
      await expect(chosen).toHaveCount(1)
      await expect(block).toHaveAttribute('data-chosen', '')
      const at = all.join('/').indexOf(lines.join('/'))
      const [before, after] = [all.join('/').slice(0, at), all.join('/').slice(at + lines.join('/').length)]
      const becomes = async (...middle: string[]): Promise<void> => {
        await expect.poll(async () => (await body(page)).join('/')).toBe(`${before}${middle.join('/')}${after}`)
      }
      await page.keyboard.press('Delete')
      await expect.poll(async () => (await body(page)).join('/')).toBe(`${before}${after.slice(1)}`)
      await page.keyboard.press('Control+KeyZ')
      await becomes(...lines)
      await expect(block).toHaveAttribute('data-chosen', '')
      await page.keyboard.type('كلمة')
      await becomes(...lines, 'paragraph: كلمة')
      await page.keyboard.press('Control+KeyZ')
      await becomes(...lines)
      await expect(block).toHaveAttribute('data-chosen', '')
      await page.keyboard.press('Enter')
      await becomes(...lines, 'paragraph: ')
      await page.keyboard.press('Control+KeyZ')
      await page.keyboard.press('Control+KeyD')
      await becomes(...lines, ...lines)
      await expect(chosen).toHaveCount(1)
      await page.keyboard.press('Control+Shift+Backspace')
      await becomes(...lines)
    })
  }
})
