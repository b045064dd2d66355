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
    press: (block) => block.locator('.related-title > span'),
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
  await test.step('beside the address of a link', async () => {
    await editor.locator('.block-related-item > [contenteditable=false]').click({ position: { x: 5, y: 5 } })
    await expect(chosen).toHaveAttribute('data-block', 'related-item')
  })
  await test.step('the clipboard, and an input method', async () => {
    const card = editor.locator('.embed-host').first()
    await card.click()
    await page.keyboard.press('Control+KeyC')
    await editor.locator('p').last().click()
    await page.keyboard.press('End')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Control+KeyV')
    await expect.poll(() => body(page)).toEqual([...all, 'embed', 'caption: '])
    await card.click()
    await page.keyboard.press('Control+KeyX')
    const left = [...all.slice(0, 4), ...all.slice(6), 'embed', 'caption: ']
    await expect.poll(() => body(page)).toEqual(left)
    await editor
      .locator('.figure-picture')
      .first()
      .click({ position: { x: 3, y: 0 } })
    const session = await context.newCDPSession(page)
    await session.send('Input.imeSetComposition', { text: 'كت', selectionStart: 2, selectionEnd: 2 })
    await session.send('Input.insertText', { text: 'كتب' })
    await expect.poll(() => body(page)).toEqual([...left.slice(0, 4), 'paragraph: كتب', ...left.slice(4)])
  })
})

/** Presses three times and drags with the third press. */
async function tripleDrag(page: Page, from: Point, to: Point): Promise<void> {
  await page.bringToFront()
  await page.mouse.move(from.x, from.y)
  for (const clickCount of [1, 2, 3]) {
    await page.mouse.down({ clickCount })
    if (clickCount < 3) await page.mouse.up({ clickCount })
  }
  await page.mouse.move(to.x, to.y, { steps: 5 })
  await page.mouse.up({ clickCount: 3 })
}

type Point = { x: number; y: number }

/** A point of a line in the direction of reading from its start. */
async function pointIn(place: Locator): Promise<Point> {
  const box = await place.boundingBox()
  if (box === null) throw new Error('The line is not shown')
  return { x: box.x + box.width - 40, y: box.y + box.height / 2 }
}

test('a triple click, held and dragged down or up, selects what a native field selects', async ({
  window: page,
  app,
}) => {
  const lines = ['الفقرة الأولى', 'الفقرة الثانية', 'الفقرة الثالثة']
  await newArticle(page, 'عنوان')
  await paste(page, { 'text/plain': lines.join('\n') })
  const paragraphs = page.getByTestId('editor').locator('p')
  await expect(paragraphs).toHaveCount(3)
  const field = await app.open()
  await field.evaluate((words) => {
    const area = document.createElement('textarea')
    area.style.cssText = 'position: fixed; inset: 0; z-index: 99; font: 20px/40px serif; padding: 0; border: 0'
    Object.assign(area, { id: 'native', dir: 'rtl', value: words })
    document.body.append(area)
  }, lines.join('\n'))
  const width = field.viewportSize()?.width ?? 0
  for (const [from, to] of [
    [1, 1],
    [2, 0],
    [0, 2],
    [1, 0],
  ] as const) {
    const at = (row: number): Point => ({ x: width - 40, y: row * 40 + 20 })
    await tripleDrag(field, at(from), at(to))
    await tripleDrag(page, await pointIn(paragraphs.nth(from)), await pointIn(paragraphs.nth(to)))
    const native = await field.locator('#native').evaluate((area: HTMLTextAreaElement) => ({
      words: area.value.slice(area.selectionStart, area.selectionEnd),
      isBackward: area.selectionDirection === 'backward',
    }))
    const own = await page.evaluate(() => {
      const selection = getSelection()
      const [anchor, focus] = [selection?.anchorNode, selection?.focusNode]
      const isBefore = anchor && focus && anchor.compareDocumentPosition(focus) === Node.DOCUMENT_POSITION_PRECEDING
      return { words: selection?.toString() ?? '', isBackward: isBefore === true }
    })
    const linesOf = (words: string): string[] => words.split('\n').filter((each) => each !== '')
    expect({ ...own, words: linesOf(own.words) }, `from ${from} to ${to}`).toEqual({
      ...native,
      words: linesOf(native.words),
    })
    await page.keyboard.press('ArrowLeft')
  }
  await tripleDrag(page, await pointIn(paragraphs.nth(0)), await pointIn(paragraphs.nth(1)))
  await page.keyboard.press('Control+Shift+Backspace')
  expect(await body(page)).toEqual(['paragraph: الفقرة الثالثة'])
  await page.keyboard.press('Control+KeyZ')
  // An input method deletes what is selected when it begins, and writes its letters at the end.
  const session = await page.context().newCDPSession(page)
  await session.send('Input.imeSetComposition', { text: 'كت', selectionStart: 2, selectionEnd: 2 })
  await session.send('Input.insertText', { text: 'كتب' })
  await expect.poll(() => body(page)).toEqual(['paragraph: كتب', 'paragraph: الفقرة الثالثة'])
})

test('blocks are selected in the margin on either side, by Esc and Shift with the arrows, and by their handles, and are dragged together', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await pasteBlocks(
    page,
    ['أ', 'ب', 'ج', 'د', 'ه'].map((text) => line('paragraph', text)),
  )
  const editor = page.getByTestId('editor')
  const paragraphs = editor.locator('p')
  const chosen = editor.locator('[data-chosen]')
  const letters = async (): Promise<string> =>
    (await body(page)).map((each) => each.slice('paragraph: '.length)).join('')
  const frame = await page.locator('.editor-frame').boundingBox()
  const [first, third] = [await pointIn(paragraphs.nth(0)), await pointIn(paragraphs.nth(2))]
  if (frame === null) throw new Error('There is no text')
  for (const x of [frame.x - 14, frame.x + frame.width + 14]) {
    for (const [from, to] of [
      [first.y, third.y],
      [third.y, first.y],
    ] as const) {
      await page.mouse.move(x, from)
      await page.mouse.down()
      await page.mouse.move(x + 3, to, { steps: 4 })
      await page.mouse.up()
      await expect(chosen).toHaveText(['أ', 'ب', 'ج'])
      await expect(editor).toBeFocused()
      await paragraphs.nth(4).click()
      await expect(chosen).toHaveCount(0)
    }
  }
  await paragraphs.nth(1).click()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Shift+ArrowDown')
  await expect(chosen).toHaveText(['ب', 'ج'])
  await expect(page.getByRole('status').filter({ hasText: 'عنصران محددان' })).toHaveCount(1)
  // The handle of one of them moves both, and one undo brings both back.
  const grip = page.getByRole('button', { name: 'قائمة الفقرة' })
  await paragraphs.nth(2).hover()
  const handle = await grip.boundingBox()
  const last = await paragraphs.nth(4).boundingBox()
  if (handle === null || last === null) throw new Error('nothing to drag')
  await page.mouse.move(handle.x + 8, handle.y + 12)
  await page.mouse.down()
  await page.mouse.move(handle.x + 8, last.y + last.height - 2, { steps: 6 })
  await page.mouse.up()
  expect(await letters()).toBe('أدهبج')
  await expect(chosen).toHaveText(['ب', 'ج'])
  await page.keyboard.press('Control+KeyZ')
  expect(await letters()).toBe('أبجده')
  await paragraphs.nth(4).hover()
  await grip.click({ modifiers: ['Shift'] })
  await expect(chosen).toHaveText(['ب', 'ج', 'د', 'ه'])
  await page.keyboard.press('Control+Shift+Digit8')
  expect(await body(page)).toEqual([
    'paragraph: أ',
    'list',
    ...['ب', 'ج', 'د', 'ه'].map((text) => `list-item: ${text}`),
  ])
  await page.keyboard.press('Control+KeyZ')
  await page.keyboard.type('ك')
  expect(await letters()).toBe('أك')
})
