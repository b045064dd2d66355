import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { expect, newArticle, saved, slash, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'
import { png } from '../support/pictures.ts'

const blocks = (page: Page) =>
  page.getByTestId('editor').evaluate((editor) =>
    [...editor.querySelectorAll<HTMLElement>('[data-block]')].map((block) => {
      const isContainer = block.querySelector('[data-block]') !== null
      return isContainer
        ? block.dataset['block']
        : `${block.dataset['block']}: ${block.innerText.replaceAll('\uFEFF', '').trim()}`
    }),
  )

test('Enter starts a paragraph, Backspace joins two, and the join is undone and redone', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('أول')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ثانٍ')
  expect(await blocks(page)).toEqual(['headline: عنوان', 'paragraph: أول', 'paragraph: ثانٍ'])
  await page.keyboard.press('Home')
  await page.keyboard.press('Backspace')
  expect(await blocks(page)).toEqual(['headline: عنوان', 'paragraph: أولثانٍ'])
  await page.keyboard.press('Control+Z')
  expect(await blocks(page)).toEqual(['headline: عنوان', 'paragraph: أول', 'paragraph: ثانٍ'])
  await page.keyboard.press('Control+Shift+Z')
  expect(await blocks(page)).toEqual(['headline: عنوان', 'paragraph: أولثانٍ'])
  await saved(page)
  await page.evaluate(countReadTexts)
  await page.keyboard.type('ب')
  await saved(page)
  expect(await page.evaluate(() => (window as unknown as ReadTexts).readTexts)).toBe(0)
})

type ReadTexts = { readTexts: number }

/** Counts from now on how often text nodes are read. React reads all of a text to save its selection, with each key. */
function countReadTexts(): void {
  const counted = window as unknown as ReadTexts
  counted.readTexts = 0
  const property = Object.getOwnPropertyDescriptor(Node.prototype, 'nodeValue')
  Object.defineProperty(Node.prototype, 'nodeValue', {
    ...property,
    get(this: Node): unknown {
      counted.readTexts += 1
      return property?.get?.call(this)
    },
  })
}

test('a subhead, a quote, a list and a paragraph after them are written by keyboard', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.press('Control+Alt+Digit2')
  await page.keyboard.type('فرعي')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+Digit9')
  await page.keyboard.type('لن نتراجع')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('المتحدث')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Shift+Digit8')
  await page.keyboard.type('بند')
  await page.keyboard.press('Enter')
  await page.keyboard.type('آخر')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.type('خاتمة')
  expect(await blocks(page)).toEqual([
    'headline: عنوان',
    'subhead: فرعي',
    'quote',
    'paragraph: لن نتراجع',
    'attribution: المتحدث',
    'list',
    'list-item: بند',
    'list-item: آخر',
    'paragraph: خاتمة',
  ])
})

test('words become bold, italic and a link, whose address may not run code', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('كلمة مهمة')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+B')
  await expect(page.getByTestId('editor').locator('strong')).toHaveText('مهمة')
  await page.keyboard.press('Control+I')
  await expect(page.getByTestId('editor').locator('em')).toHaveText('مهمة')
  await page.keyboard.press('Control+Shift+KeyK')
  await page.getByRole('textbox', { name: 'الرابط', exact: true }).fill('javascript:alert(1)')
  await page.keyboard.press('Enter')
  await expect(page.getByText('يُقبل رابط يبدأ بـ https')).toBeVisible()
  await page.getByRole('textbox', { name: 'الرابط', exact: true }).fill('example.org/خبر')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor').locator('[data-url="https://example.org/خبر"]')).toHaveText('مهمة')
  await expect(page.getByTestId('editor')).toBeFocused()
})

test('a spelling that is replaced keeps its marks and its link', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قال ')
  await page.keyboard.press('Control+KeyB')
  await page.keyboard.type('الوزر')
  await page.keyboard.press('Control+KeyB')
  await page.keyboard.type(' أمس')
  const replace = (line: string, words: string): Promise<void> =>
    page.evaluate(
      ([selector, word]) => {
        const text = document.querySelector(selector ?? '')?.firstChild
        if (text === null || text === undefined) throw new Error('There is no such text')
        const [startContainer, endContainer] = [text, text]
        const end = text.textContent?.length ?? 0
        const range = new StaticRange({ startContainer, startOffset: 0, endContainer, endOffset: end })
        // As the browser does for a suggestion of its spelling checker.
        text.parentElement?.dispatchEvent(
          new InputEvent('beforeinput', {
            ...{ inputType: 'insertReplacementText', data: word ?? '', targetRanges: [range] },
            ...{ bubbles: true, cancelable: true },
          }),
        )
      },
      [line, words],
    )
  // Slate may draw a bold word in two parts, around a mark that was switched off behind it.
  const bold = async (): Promise<string[]> => (await outline(page)).map((line) => line.replaceAll('**', ''))
  await replace('[data-testid=editor] p strong [data-slate-string]', 'الوزير')
  expect(await bold()).toEqual(['headline: عنوان', 'paragraph: قال *الوزير* أمس'])
  await page.keyboard.type('!')
  expect(await bold()).toEqual(['headline: عنوان', 'paragraph: قال *الوزير!* أمس'])
  await page.keyboard.press('Control+KeyZ')
  await page.keyboard.press('Control+KeyZ')
  expect(await bold()).toEqual(['headline: عنوان', 'paragraph: قال *الوزر* أمس'])
})

test('shortcuts work on an Arabic keyboard layout', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('كلمة')
  await page.keyboard.press('Control+Shift+ArrowRight')
  const press = { key: 'لا', code: 'KeyB', ctrlKey: true, bubbles: true, cancelable: true }
  await page.getByTestId('editor').dispatchEvent('keydown', press)
  await expect(page.getByTestId('editor').locator('strong')).toHaveText('كلمة')
})

test('AltGr with a digit is no shortcut', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  const press = { key: '@', code: 'Digit2', ctrlKey: true, altKey: true, modifierAltGraph: true, bubbles: true }
  await page.getByTestId('editor').dispatchEvent('keydown', { ...press, cancelable: true })
  expect(await blocks(page)).toEqual(['headline: عنوان', 'paragraph: نص'])
})

test('arrows follow the direction of the line, even if it starts with a Latin name', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('Reuters قالت')
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await page.keyboard.type('X')
  await expect(page.getByTestId('editor')).toContainText('RXeuters قالت')
})

test('Backspace deletes a haraka and keeps its letter', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('مُحَمَّد')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Control+End')
  await page.keyboard.type('.')
  expect(await blocks(page)).toEqual(['headline: عنوان', 'paragraph: مُحَمَد.'])
})

test('a figure takes a picture from the disk, and refuses a file that is no picture', async ({ window: page, app }) => {
  const picture = join(app.folder, 'صورة.png')
  writeFileSync(picture, png(120, 80))
  const fake = join(app.folder, 'مزيفة.png')
  writeFileSync(fake, 'ليست صورة')
  await newArticle(page, 'عنوان')
  await slash(page, 'مكان صورة')
  const figure = page.getByTestId('editor').locator('figure')
  await figure.getByLabel('اختر صورة من جهازك').setInputFiles(fake)
  await expect(figure.getByRole('alert')).toContainText('ليست هذه صورة يمكن استعمالها')
  await figure.getByLabel('اختر صورة من جهازك').setInputFiles(picture)
  // Without an alternative text its role is not `img`.
  await expect(figure.locator('img')).toBeVisible()
  // The caption is typed next, without a click.
  await page.keyboard.type('تعليق')
  await page.keyboard.press('Enter')
  await page.keyboard.type('رويترز')
  await figure.getByRole('button', { name: 'النص البديل' }).click()
  await page.keyboard.type('وزيران يتصافحان')
  await page.keyboard.press('Enter')
  await expect(figure.getByRole('img', { name: 'وزيران يتصافحان' })).toBeVisible()
  const tools = figure.locator('.figure-tools')
  await expect(tools).toHaveCSS('opacity', '1')
  await page.getByTestId('editor').locator('h1').click()
  await expect(tools).toHaveCSS('opacity', '0')
  await figure.locator('img').hover()
  await expect(tools).toHaveCSS('opacity', '1')
  await page.getByTestId('editor').locator('h1').hover()
  await expect(tools).toHaveCSS('opacity', '0')
  await tools.getByRole('button').first().focus()
  await expect(tools).toHaveCSS('opacity', '1')
  await saved(page)
  await page.reload()
  await expect(figure.getByRole('img', { name: 'وزيران يتصافحان' })).toBeVisible()
  await expect(figure.locator('figcaption')).toContainText('رويترز')
})

test('the caption and the credit of a tall picture are in sight with it, in a small window too', async ({
  window: page,
  app,
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  const picture = join(app.folder, 'صورة.png')
  writeFileSync(picture, png(200, 600))
  await newArticle(page, 'عنوان')
  await slash(page, 'مكان صورة')
  const figure = page.getByTestId('editor').locator('figure')
  await figure.getByLabel('اختر صورة من جهازك').setInputFiles(picture)
  await figure.locator('img').waitFor()
  await figure.locator('[data-block=credit]').scrollIntoViewIfNeeded()
  for (const part of ['img', '[data-block=caption]', '[data-block=credit]']) {
    // oxlint-disable-next-line no-await-in-loop -- one window
    await expect(figure.locator(part)).toBeInViewport({ ratio: 1 })
  }
})

test('pasted HTML loses its styles and scripts, and keeps its paragraphs', async ({ window: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newArticle(page, 'عنوان')
  await page.evaluate(async () => {
    const html = new Blob(['<p style="direction:ltr">أول</p><script>x()</script><p>ثانٍ</p>'], {
      type: 'text/html',
    })
    const plain = new Blob(['أول\n\nثانٍ'], { type: 'text/plain' })
    await navigator.clipboard.write([new ClipboardItem({ 'text/html': html, 'text/plain': plain })])
  })
  await page.keyboard.press('Control+V')
  await expect.poll(() => blocks(page)).toEqual(['headline: عنوان', 'paragraph: أول', 'paragraph: ثانٍ'])
})
