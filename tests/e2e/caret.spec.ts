import type { Page } from '@playwright/test'
import { expect, newArticle, test, type App } from '../support/app.ts'
import { both, selected, showOracle, texts, type Both } from '../support/oracle.ts'

const TEXTS = {
  'pure Arabic': 'قالَ الوزيرُ إنَّ «المباحثات» مهمّة، ونسبتها ٪٥٠.',
  'Latin first': 'Reuters قالت: إن Boeing جديدة.',
  'a digit first': '2500 جندي، و35 آلية',
  'a quote first': '«نعم»، قالت Liz ثم «لا»',
  'an emoji first': '😀👍🏽 خبر 👨‍👩‍👧 عاجل',
  'a tatweel and a lam-alef': 'مـــداد لا إلا الأمّ',
} as const

const n = (key: string, times: number): string[] => Array.from({ length: times }, () => key)

const WALKS: readonly (readonly string[])[] = [
  n('ArrowLeft', 12),
  n('ArrowRight', 8),
  [...n('Shift+ArrowLeft', 5), 'ArrowLeft', ...n('Shift+ArrowLeft', 3), 'ArrowRight'],
  [...n('Shift+ArrowRight', 4), 'ArrowRight', ...n('Shift+ArrowRight', 3), 'ArrowLeft'],
  n('Control+ArrowLeft', 8),
  n('Control+ArrowRight', 8),
  [...n('Control+Shift+ArrowLeft', 3), ...n('Control+Shift+ArrowRight', 5)],
  ['Home', 'Shift+End', 'End', 'Shift+Home', 'ArrowLeft', 'End', 'Home'],
]

/** The kinds of block: the slash command that makes one from an empty paragraph, and the line to write in. */
const BLOCKS = {
  paragraph: { slash: '', line: '[data-block=paragraph]' },
  headline: { slash: '', line: '[data-block=headline]' },
  caption: { slash: 'مكان صورة', line: '[data-block=caption]' },
  quote: { slash: 'اقتباس', line: '[data-block=quote] [data-block=paragraph]' },
  'nested list': { slash: 'قائمة', line: '[data-depth="1"]' },
  factbox: { slash: 'إطار', line: '[data-block=factbox] [data-block=paragraph]' },
} as const

async function write(app: App, page: Page, kind: keyof typeof BLOCKS, text: string): Promise<Both> {
  const { slash, line } = BLOCKS[kind]
  await newArticle(page, kind === 'headline' ? text : 'عنوان')
  if (slash !== '') {
    await page.keyboard.type(`/${slash}`)
    await page.keyboard.press('Enter')
  }
  if (kind === 'nested list') {
    await page.keyboard.type('أول')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
  }
  if (kind === 'factbox') await page.keyboard.press('ArrowDown')
  if (kind !== 'headline') await page.keyboard.insertText(text)
  await expect(page.locator(line)).toContainText(text.slice(0, 3))
  const windows = { editor: page, field: await app.open(), block: line }
  await showOracle(windows)
  return windows
}

for (const [name, text] of Object.entries(TEXTS)) {
  test(`the caret moves as in a native field: ${name}`, async ({ window: page, app }) => {
    const windows = await write(app, page, 'paragraph', text)
    for (const keys of WALKS) {
      for (const from of [0, 9, text.length]) {
        const [native, own] = await both(windows, { anchor: from, focus: from }, keys)
        // The field ends here but the article goes on: compare only up to this step.
        const within = native.findIndex(({ focus }, at) => focus === (native[at - 1]?.focus ?? from))
        const count = within === -1 ? native.length : within
        expect(own.slice(0, count), `${keys.join(' ')} from ${from} in «${text}»`).toEqual(native.slice(0, count))
      }
    }
  })
}

for (const kind of ['headline', 'caption', 'quote', 'nested list', 'factbox'] as const) {
  test(`the caret moves as in a native field: in a ${kind}`, async ({ window: page, app }) => {
    const text = TEXTS['Latin first']
    const windows = await write(app, page, kind, text)
    for (const keys of WALKS) {
      const from = keys[0]?.endsWith('Right') === true ? text.length : 0
      // Few enough steps to stay in the line: beyond it the article has other blocks, and the field nothing.
      const within = keys.slice(0, keys[0]?.startsWith('Control') === true ? 4 : 7)
      const [native, own] = await both(windows, { anchor: from, focus: from }, within)
      expect(own, `${within.join(' ')} from ${from}`).toEqual(native)
    }
  })
}

test('marks, links and isolates add no stops of the caret', async ({ window: page, app }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.insertText('قال إن C++ و+964 770 123 مهم')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+B')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Shift+KeyK')
  await page.getByRole('textbox', { name: 'الرابط', exact: true }).fill('example.org')
  await page.keyboard.press('Enter')
  const line = '[data-block=paragraph]'
  await expect(page.locator(`${line} .inline-link`)).toHaveText('إن')
  await expect(page.locator(`${line} .auto-isolate`)).toHaveText(['C++', '+964 770 123'])
  const windows = { editor: page, field: await app.open(), block: line }
  await showOracle(windows)
  for (const keys of [n('ArrowLeft', 28), n('Control+ArrowLeft', 9)]) {
    const [native, own] = await both(windows, { anchor: 0, focus: 0 }, keys)
    expect(own).toEqual(native)
  }
  const [native, own] = await both(windows, { anchor: 28, focus: 28 }, n('ArrowRight', 28))
  expect(own).toEqual(native)
})

test('Up and Down move over wrapped lines of mixed text as in a native field', async ({ window: page, app }) => {
  const text = Array.from({ length: 8 }, () => TEXTS['Latin first'] + ' ' + TEXTS['pure Arabic']).join(' ')
  const windows = await write(app, page, 'paragraph', text)
  for (const from of [3, 40, 200]) {
    const keys = ['ArrowDown', 'ArrowDown', 'Shift+ArrowDown', 'ArrowUp', 'ArrowUp', 'Shift+ArrowUp']
    const [native, own] = await both(windows, { anchor: from, focus: from }, keys)
    expect(own, `from ${from}`).toEqual(native)
  }
  const [native, own] = await both(windows, { anchor: 200, focus: 200 }, ['Home', 'End', 'Shift+Home'])
  expect(own).toEqual(native)
})

test('Backspace and Delete delete what a native field deletes', async ({ window: page, app }) => {
  const text = 'مُحَمَّدٌ لا مـداد 👍🏽👨‍👩‍👧🇮🇶 Ré'
  const windows = await write(app, page, 'paragraph', text)
  for (const key of ['Backspace', 'Delete', 'Control+Backspace', 'Control+Delete']) {
    for (const from of [0, 2, 4, 7, 9, 11, 16, 19, 23, 31, 35, 37, text.length]) {
      await showOracle(windows)
      await both(windows, { anchor: from, focus: from }, [key])
      const [native, own] = await texts(windows)
      expect(own, `${key} at ${from}`).toBe(native)
      if (native !== text) await page.keyboard.press('Control+Z')
      await expect(page.locator(windows.block)).toHaveText(text)
    }
  }
})

test('clicks and double clicks land where a native field lands them', async ({ window: page, app }) => {
  const text = 'قالت Reuters إنَّ الوزيرَ وصل إلى London مساءً'
  const windows = await write(app, page, 'paragraph', text)
  const field = await windows.field.locator('#oracle').boundingBox()
  const block = await page.locator(windows.block).boundingBox()
  if (field === null || block === null) throw new Error('nothing to click on')
  for (let x = 20; x < 340; x += 23) {
    for (const clickCount of [1, 2]) {
      const clicks = `${clickCount} clicks ${x} px from the start`
      await Promise.all([
        windows.field.mouse.click(field.x + field.width - x, field.y + 15, { clickCount, delay: 30 }),
        page.mouse.click(block.x + block.width - x, block.y + 15, { clickCount, delay: 30 }),
      ])
      const [native, own] = await selected(windows)
      expect(own, clicks).toEqual(native)
    }
  }
})

test('Ctrl+Home and Ctrl+End go to the ends of the article, PageDown and PageUp by pages and back', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.insertText('فقرة')
  for (let line = 0; line < 60; line += 1) {
    await page.keyboard.press('Enter')
    await page.keyboard.insertText(`سطر ${line}`)
  }
  const at = () => page.evaluate(() => getSelection()?.focusNode?.textContent)
  await page.keyboard.press('Control+Home')
  expect(await at()).toBe('عنوان')
  await page.keyboard.press('PageDown')
  const down = await at()
  expect(down).toMatch(/^سطر \d+$/u)
  await page.keyboard.press('PageDown')
  expect(Number((await at())?.slice(4))).toBeGreaterThan(Number(down?.slice(4)))
  const further = await at()
  await page.keyboard.press('PageUp')
  expect(await at()).not.toBe(further)
  await page.keyboard.press('PageUp')
  expect(await at()).toBe('عنوان')
  await page.keyboard.press('Control+End')
  expect(await at()).toBe('سطر 59')
  await page.keyboard.press('Control+Shift+Home')
  await page.keyboard.type('ك')
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('.')
  expect(await at()).toBe('سطر 59.')
})
