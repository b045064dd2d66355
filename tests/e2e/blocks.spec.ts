import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, importArticle, newArticle, saved, slash, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'
import { jpeg, xmpPacket } from '../support/pictures.ts'

const body = async (page: Page): Promise<string[]> => (await outline(page)).slice(1)

/**
 * Each block by its name in the slash menu: the keys to type in it, and the body after them. `twice` is the body after
 * Ctrl+D, which duplicates the item of a list or the row of a table; left out, the whole block stands twice.
 */
const INSERTED: Record<string, { keys: string[]; blocks: string[]; twice?: string[] }> = {
  اقتباس: { keys: ['لن نتراجع'], blocks: ['quote', 'paragraph: لن نتراجع', 'attribution: '] },
  'اقتباس بارز': { keys: ['جملة'], blocks: ['pullquote: جملة'] },
  إطار: {
    keys: ['بالأرقام', 'Enter', 'سطر'],
    blocks: ['factbox', 'factbox-title: بالأرقام', 'paragraph: سطر'],
  },
  'مكان صورة': { keys: ['تعليق'], blocks: ['figure', 'caption: تعليق', 'credit: '] },
  معرض: { keys: ['أولى'], blocks: ['gallery', 'figure', 'caption: أولى', 'credit: '] },
  تضمين: { keys: ['https://example.org/post', 'Enter', 'منشور'], blocks: ['embed', 'caption: منشور'] },
  روابط: {
    keys: ['مادة', 'Enter', 'أخرى'],
    blocks: ['related', 'related-item: مادة', 'related-item: أخرى'],
    twice: ['related', 'related-item: مادة', 'related-item: أخرى', 'related-item: أخرى'],
  },
  فاصل: {
    keys: ['بعده'],
    blocks: ['separator: ', 'paragraph: بعده'],
    twice: ['separator: ', 'paragraph: بعده', 'paragraph: بعده'],
  },
  'بيت شعر': {
    keys: ['إذا هبّت رياح الفجر يوما', 'Enter', 'تبسّم في المدى زهر الحقول'],
    blocks: ['verse', 'hemistich: إذا هبّت رياح الفجر يوما', 'hemistich: تبسّم في المدى زهر الحقول'],
  },
  جدول: {
    keys: ['البلد', 'Tab', 'العدد', 'Shift+Tab', 'Enter', 'العراق'],
    blocks: [
      'table',
      ...['table-row', 'table-cell: البلد', 'table-cell: العدد', 'table-cell: '],
      ...['table-row', 'table-cell: العراق', 'table-cell: ', 'table-cell: '],
      ...['table-row', 'table-cell: ', 'table-cell: ', 'table-cell: '],
    ],
    twice: [
      'table',
      ...['table-row', 'table-cell: البلد', 'table-cell: العدد', 'table-cell: '],
      ...['table-row', 'table-cell: العراق', 'table-cell: ', 'table-cell: '],
      ...['table-row', 'table-cell: العراق', 'table-cell: ', 'table-cell: '],
      ...['table-row', 'table-cell: ', 'table-cell: ', 'table-cell: '],
    ],
  },
  'قائمة نقطية': {
    keys: ['أول', 'Enter', 'Tab', 'فرعي', 'Enter', 'Shift+Tab', 'ثانٍ'],
    blocks: ['list', 'list-item: أول', 'list-item 1: فرعي', 'list-item: ثانٍ'],
    twice: ['list', 'list-item: أول', 'list-item 1: فرعي', 'list-item: ثانٍ', 'list-item: ثانٍ'],
  },
}

for (const [name, { keys, blocks, twice = [...blocks, ...blocks] }] of Object.entries(INSERTED)) {
  test(`«/${name}» is inserted, written in, duplicated, deleted, and undone`, async ({ window: page }) => {
    await newArticle(page, 'عنوان')
    await slash(page, name)
    for (const key of keys) {
      if (/^[A-Z]/u.test(key)) await page.keyboard.press(key)
      else await page.keyboard.type(key)
    }
    expect(await body(page)).toEqual(blocks)
    await page.keyboard.press('Control+KeyD')
    expect(await body(page)).toEqual(twice)
    await page.keyboard.press('Control+Shift+Backspace')
    expect(await body(page)).toEqual(blocks)
    await page.keyboard.press('Control+KeyZ')
    expect(await body(page)).toEqual(twice)
    await page.keyboard.press('Control+KeyZ')
    expect(await body(page)).toEqual(blocks)
    await saved(page)
    await page.reload()
    await expect(page.getByTestId('editor')).toContainText('عنوان')
    expect(await body(page)).toEqual(blocks)
  })
}

test('marks at the start of a line make blocks, and one Backspace gives the mark back', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('## ')
  expect(await body(page)).toEqual(['subhead: '])
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: ## '])
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Backspace')
  await page.keyboard.type('### فرعي')
  await page.keyboard.press('Enter')
  await page.keyboard.type('- بند')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('1. رقم')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('> قول')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('--- نهاية')
  expect(await body(page)).toEqual([
    'subhead 3: فرعي',
    'list',
    'list-item: بند',
    'list ordered',
    'list-item: رقم',
    'quote',
    'paragraph: قول',
    'attribution: ',
    'separator: ',
    'paragraph: نهاية',
  ])
})

test('quotation marks, dashes and dots become the house’s as one types; one Backspace gives back what was typed', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قال "نعم "لا"" -- ثم...')
  expect(await body(page)).toEqual(['paragraph: قال «نعم “لا”» – ثم…'])
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: قال «نعم “لا”» – ثم...'])
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: قال «نعم “لا”» – ثم..'])
})

test('blocks are moved, duplicated and deleted by keyboard, and turned into one another', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('أول')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ثانٍ')
  await page.keyboard.press('Alt+Shift+ArrowUp')
  expect(await body(page)).toEqual(['paragraph: ثانٍ', 'paragraph: أول'])
  await page.keyboard.press('Control+KeyD')
  await page.keyboard.type('!')
  expect(await body(page)).toEqual(['paragraph: ثانٍ', 'paragraph: ثانٍ!', 'paragraph: أول'])
  await page.keyboard.press('Control+Shift+Backspace')
  expect(await body(page)).toEqual(['paragraph: ثانٍ', 'paragraph: أول'])
  await page.keyboard.press('Control+Z')
  expect(await body(page)).toHaveLength(3)
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('إطار')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor').locator('[data-block=factbox]')).toContainText('ثانٍ!')
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('فقرة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor').locator('[data-block=factbox]')).toHaveCount(0)
  expect(await body(page)).toEqual(['paragraph: ثانٍ', 'paragraph: ثانٍ!', 'paragraph: أول'])
})

test('a block is dragged by its handle, and turned by the menu of the handle', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  for (const text of ['أول', 'ثانٍ', 'ثالث']) {
    await page.keyboard.type(text)
    await page.keyboard.press('Enter')
  }
  await page.keyboard.press('Backspace')
  const lines = page.getByTestId('editor').locator('p')
  await lines.nth(0).hover()
  const grip = page.getByRole('button', { name: 'قائمة الفقرة' })
  const from = await grip.boundingBox()
  const to = await lines.nth(2).boundingBox()
  if (from === null || to === null) throw new Error('nothing to drag')
  await page.mouse.move(from.x + 8, from.y + 12)
  await page.mouse.down()
  await page.mouse.move(from.x, to.y + to.height / 2, { steps: 5 })
  await page.mouse.move(from.x, to.y + to.height - 2, { steps: 3 })
  await page.mouse.up()
  expect(await body(page)).toEqual(['paragraph: ثانٍ', 'paragraph: ثالث', 'paragraph: أول'])
  await lines.nth(1).hover()
  await grip.click()
  await page.getByRole('menuitem', { name: 'عنوان داخلي', exact: false }).first().click()
  expect(await body(page)).toEqual(['paragraph: ثانٍ', 'subhead: ثالث', 'paragraph: أول'])
})

test('the menu of a block keeps all its entries in a small window', async ({ window: page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await importArticle(page)
  await page.getByTestId('editor').locator('p').nth(1).hover()
  await page.getByRole('button', { name: 'قائمة الفقرة' }).click()
  const menu = page.locator('.menu-popover')
  await page.keyboard.press('End')
  await expect(menu.getByRole('menuitem').last()).toBeFocused()
  const [last, popover] = await Promise.all([menu.getByRole('menuitem').last().boundingBox(), menu.boundingBox()])
  if (last === null || popover === null) throw new Error('the menu is not shown')
  expect(popover.y).toBeGreaterThanOrEqual(0)
  expect(popover.y + popover.height).toBeLessThanOrEqual(600)
  expect(last.y + last.height).toBeLessThanOrEqual(popover.y + popover.height)
})

test('Ctrl with the right or left Shift sets a line’s direction; Enter keeps it, and a join keeps the first line’s', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('Breaking')
  await page.keyboard.down('ControlLeft')
  await page.keyboard.press('ShiftLeft')
  await page.keyboard.up('ControlLeft')
  expect(await body(page)).toEqual(['paragraph ltr: Breaking'])
  await page.keyboard.press('Enter')
  await page.keyboard.type('next')
  expect(await body(page)).toEqual(['paragraph ltr: Breaking', 'paragraph ltr: next'])
  await page.keyboard.down('ControlLeft')
  await page.keyboard.press('ShiftRight')
  await page.keyboard.up('ControlLeft')
  expect(await body(page)).toEqual(['paragraph ltr: Breaking', 'paragraph: next'])
  await page.keyboard.press('Control+Z')
  expect(await body(page)).toEqual(['paragraph ltr: Breaking', 'paragraph ltr: next'])
  await page.keyboard.press('Control+Shift+Z')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph ltr: Breakingnext'])
})

test('Backspace removes a separator, an empty table and an empty factbox, and moves a list item out', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  await page.keyboard.press('Enter')
  await slash(page, 'فاصل')
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: نص', 'paragraph: '])
  await slash(page, 'جدول')
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: نص', 'paragraph: '])
  await slash(page, 'إطار')
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: نص', 'paragraph: '])
  await slash(page, 'قائمة نقطية')
  await page.keyboard.type('بند')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.type('فرعي')
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: نص', 'list', 'list-item: بند', 'list-item: فرعي'])
  await page.keyboard.press('Backspace')
  expect(await body(page)).toEqual(['paragraph: نص', 'list', 'list-item: بند', 'paragraph: فرعي'])
})

test('pictures chosen together come in as a gallery, with the captions, credits and dates in their files', async ({
  window: page,
  app,
}) => {
  const files = ['أولى', 'ثانية'].map((name, index) => {
    const path = join(app.folder, `${name}.jpg`)
    const xmp = xmpPacket(
      `<dc:description><rdf:Alt><rdf:li xml:lang="ar">صورة ${name}</rdf:li></rdf:Alt></dc:description><photoshop:Credit>رويترز ${index}</photoshop:Credit><photoshop:DateCreated>2022-06-21</photoshop:DateCreated>`,
    )
    writeFileSync(path, jpeg({ xmp }))
    return path
  })
  await newArticle(page, 'عنوان')
  await page.getByTestId('pictures').setInputFiles(files)
  await expect(page.getByTestId('editor').locator('img')).toHaveCount(2)
  await expect(page.getByText('التُقطت في 21 يونيو 2022')).toHaveCount(2)
  expect((await body(page)).slice(0, 7)).toEqual([
    'gallery',
    'figure',
    'caption: صورة أولى',
    'credit: رويترز 0',
    'figure',
    'caption: صورة ثانية',
    'credit: رويترز 1',
  ])
})

test('a dropped picture comes in after the line under the pointer', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  const data = await page.evaluateHandle(
    (bytes) => {
      const transfer = new DataTransfer()
      const file = new File([Uint8Array.from(bytes)], 'صورة.jpg', { type: 'image/jpeg' })
      transfer.items.add(file)
      return transfer
    },
    [...jpeg()],
  )
  const line = page.getByTestId('editor').locator('p')
  const box = await line.boundingBox()
  if (box === null) throw new Error('no line')
  const at = { clientX: box.x + box.width - 10, clientY: box.y + box.height - 4 }
  await line.dispatchEvent('drop', { dataTransfer: data, ...at })
  await expect(page.getByTestId('editor').locator('figure img')).toBeVisible()
  expect(await body(page)).toEqual(['paragraph: نص', 'figure', 'caption: ', 'credit: '])
})

test('a copied picture is pasted, unless text is on the clipboard too', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  const pastePicture = (words: string) =>
    page.getByTestId('editor').evaluate(
      (editor, [bytes, text]) => {
        const transfer = new DataTransfer()
        transfer.items.add(new File([Uint8Array.from(bytes)], 'image.png', { type: 'image/jpeg' }))
        if (text !== '') transfer.setData('text/plain', text)
        const event = new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true })
        return !editor.dispatchEvent(event)
      },
      [[...jpeg()], words] as const,
    )
  expect(await pastePicture('كلمات')).toBe(false)
  expect(await pastePicture('')).toBe(true)
  await expect(page.getByTestId('editor').locator('figure img')).toBeVisible()
  expect(await body(page)).toEqual(['figure', 'caption: ', 'credit: '])
})

test('composed and dictated text is written into a headline, a paragraph and a quote', async ({
  window: page,
  context,
}) => {
  const cdp = await context.newCDPSession(page)
  const compose = async (text: string): Promise<void> => {
    await cdp.send('Input.imeSetComposition', { text: text.slice(0, 2), selectionStart: 2, selectionEnd: 2 })
    await cdp.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    await cdp.send('Input.insertText', { text })
  }
  await newArticle(page, 'عنوان')
  await page.keyboard.press('ArrowUp')
  await page.keyboard.press('End')
  await compose('مركّب')
  await page.keyboard.press('Enter')
  await compose('نص')
  await page.keyboard.insertText(' أُملي دفعة واحدة.')
  await page.keyboard.press('Enter')
  await slash(page, 'اقتباس')
  await compose('قول')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await compose('قائل')
  expect(await outline(page)).toEqual([
    'headline: عنوانمركّب',
    'paragraph: نص أُملي دفعة واحدة.',
    'quote',
    'paragraph: قول',
    'attribution: قائل',
  ])
  await saved(page)
})

test('a correction of the spelling checker replaces its word', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قال الوزبر نعم')
  await page.getByTestId('editor').evaluate((editor) => {
    const text = document.createTreeWalker(editor.querySelector('p') ?? editor, NodeFilter.SHOW_TEXT).nextNode()
    if (text === null) throw new Error('no text')
    const event = new InputEvent('beforeinput', {
      inputType: 'insertReplacementText',
      data: 'الوزير',
      bubbles: true,
      cancelable: true,
    })
    const range = new StaticRange({ startContainer: text, startOffset: 4, endContainer: text, endOffset: 10 })
    Object.defineProperty(event, 'getTargetRanges', { value: () => [range] })
    editor.dispatchEvent(event)
  })
  expect(await body(page)).toEqual(['paragraph: قال الوزير نعم'])
})
