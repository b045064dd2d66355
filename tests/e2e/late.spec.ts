import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, test } from '../support/app.ts'
import { makeLate } from '../support/late-timers.ts'
import { paste } from '../support/paste.ts'
import { typeByKeys } from '../support/press-keys.ts'

/**
 * More than the fifty updates that React takes in a row before it calls them an endless loop. Even, so that what is turned
 * on and off ends as it began.
 */
const MANY = 56

const press = async (page: Page, keys: readonly string[]): Promise<void> => {
  for (const key of keys) await page.keyboard.press(key)
}

const times = (...keys: readonly string[]): string[] => Array.from({ length: MANY }, () => keys).flat()

const BURSTS = {
  letters: times('k'),
  'letters that replace words': ['Shift+Home', ...times('k')],
  'letters deleted': times('Backspace'),
  lines: times('Enter'),
  'letters selected': times('Shift+ArrowLeft'),
  marks: ['Shift+Home', ...times('Control+B')],
  'marks and letters, undone and redone': [...times('Control+B', 'k'), ...times('Control+Z'), ...times('Control+Y')],
  'blocks turned': times('Control+Alt+2'),
  'words sought': ['Control+F', ...times('ArrowLeft'), ...times('k')],
  'words of the slash menu': ['End', 'Enter', '/', ...times('k')],
} as const

test('keys that come before React has drawn what follows from the last ones are all taken', async ({ app }) => {
  const page = await app.open()
  const { hold, release } = await makeLate(page)
  for (const [name, keys] of Object.entries(BURSTS)) {
    await test.step(name, async () => {
      await goTo(page, '#/')
      await newArticle(page, 'عنوان')
      await page.keyboard.insertText('كلمة '.repeat(20))
      await hold()
      await press(page, keys)
      await release()
      expect(app.complaints, name).toEqual([])
      await page.keyboard.press('Escape')
      await page.getByTestId('editor').locator('p').last().click()
      await page.keyboard.press('Control+End')
      await page.keyboard.insertText('تم')
      await expect(page.getByTestId('editor')).toContainText('تم')
    })
  }
})

test('what was selected stays selected when an older change is drawn late', async ({ app }) => {
  const page = await app.open()
  const { hold, release } = await makeLate(page)
  await newArticle(page, 'عنوان')
  await hold()
  await paste(page, { 'text/html': '<p>نص</p>' })
  await page.keyboard.press('Control+A')
  await release()
  await expect(page.getByTestId('editor')).toContainText('نص')
  expect(await page.evaluate(() => getSelection()?.toString().replaceAll('\uFEFF', '').split(/\n+/u))).toEqual([
    'عنوان',
    'نص',
  ])
  expect(app.complaints).toEqual([])
})

type Way = { open?: (page: Page) => Promise<void>; back: (page: Page) => Promise<void> }

/** What is open over the text or beside it, and the last press, after which the caret is in the text. */
const WAYS_BACK: Readonly<Record<string, Way>> = {
  'the find bar': {
    open: (page) => press(page, ['Control+F']),
    back: (page) => press(page, ['Escape']),
  },
  'the find bar, with something found': {
    async open(page) {
      await press(page, ['Control+F'])
      await page.keyboard.insertText('فقرة')
      await expect(page.getByRole('search')).toContainText('1 من 1')
    },
    back: (page) => press(page, ['Escape']),
  },
  'the commands': {
    open: (page) => press(page, ['Control+K']),
    back: (page) => press(page, ['Escape']),
  },
  'a command': {
    async open(page) {
      await press(page, ['Control+K'])
      await page.keyboard.insertText('فاصل')
    },
    back: (page) => press(page, ['Enter']),
  },
  'the address of a link': {
    open: (page) => press(page, ['Shift+Home', 'Control+Shift+K']),
    back: (page) => press(page, ['Escape']),
  },
  'a link': {
    async open(page) {
      await press(page, ['Shift+Home', 'Control+Shift+K'])
      await page.getByRole('textbox', { name: 'الرابط', exact: true }).fill('example.org')
    },
    back: (page) => press(page, ['Enter']),
  },
  'the menu of the toolbar': {
    async open(page) {
      await page.getByRole('button', { name: 'إدراج وتحويل' }).click()
      await page.getByRole('menuitem', { name: 'اقتباس بارز' }).focus()
    },
    back: (page) => press(page, ['Enter']),
  },
  'the menu of a block': {
    async open(page) {
      await page.getByTestId('editor').locator('p').hover()
      await page.getByRole('button', { name: 'قائمة الفقرة' }).click()
      await page.getByRole('menuitem', { name: 'اقتباس بارز' }).focus()
    },
    back: (page) => press(page, ['Enter']),
  },
  'the menu of a block, left': {
    async open(page) {
      await page.getByTestId('editor').locator('p').hover()
      await page.getByRole('button', { name: 'قائمة الفقرة' }).click()
      await page.getByRole('menuitem', { name: 'اقتباس بارز' }).focus()
    },
    back: (page) => press(page, ['Escape']),
  },
  'a field of the head': { back: (page) => page.getByRole('button', { name: 'العنوان التمهيدي' }).click() },
  'the space below the text': { back: (page) => page.locator('.editor-below').click() },
  'the outline': {
    async open(page) {
      await page.getByRole('tab', { name: 'النص' }).click()
      await expect(page.locator('.outline')).toContainText('عنوان')
    },
    back: (page) => page.locator('.outline').getByRole('button', { name: 'عنوان' }).click(),
  },
}

test('what is typed right after something was left goes into the text', async ({ app }) => {
  const page = await app.open()
  const { hold, release } = await makeLate(page)
  for (const [name, { open, back }] of Object.entries(WAYS_BACK)) {
    await test.step(name, async () => {
      await goTo(page, '#/')
      await newArticle(page, 'عنوان')
      await page.keyboard.insertText('فقرة')
      await open?.(page)
      await hold()
      await back(page)
      await page.keyboard.type('تم')
      await release()
      await expect(page.getByTestId('editor'), name).toContainText('تم')
    })
  }
})

test('what is typed while a copy of the article is made and opened is written into the copy', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.insertText('نص')
  await press(page, ['Control+K'])
  await page.keyboard.insertText('duplicate copy')
  await page.getByRole('option', { name: 'كرّر المقالة' }).waitFor()
  const copied = Promise.withResolvers<void>()
  await page.route('**/call/articles.duplicate', async (route) => {
    await copied.promise
    await route.continue()
  })
  const opened = Promise.withResolvers<void>()
  const isOpening = page.waitForRequest('**/call/articles.open')
  await page.route('**/call/articles.open', async (route) => {
    await opened.promise
    await route.continue()
  })
  await page.getByRole('option', { name: 'كرّر المقالة' }).click()
  await page.keyboard.insertText('أول ')
  copied.resolve()
  await isOpening
  // No text is shown now.
  await typeByKeys(page, 'من ثانx')
  await press(page, ['Backspace'])
  await typeByKeys(page, ' ')
  opened.resolve()
  await expect(page.getByTestId('editor').locator('h1')).toHaveText('أول من ثان عنوان (نسخة)')
  await expect(page.getByTestId('editor')).toBeFocused()
})
