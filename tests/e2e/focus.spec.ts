import type { Page } from '@playwright/test'
import { png } from '../support/pictures.ts'
import { expect, newArticle, slash, test } from '../support/app.ts'
import { look } from '../support/monkey/look.ts'

/** Types without asking what has the focus, and expects the words in the text. */
async function expectTyped(page: Page, words: string): Promise<void> {
  await page.keyboard.type(words)
  await expect(page.getByTestId('editor')).toContainText(words)
}

const paragraphs = (page: Page) => page.getByTestId('editor').locator('[data-block=paragraph]')

/** Chooses a picture for the empty line in which the caret is. */
async function addPicture(page: Page): Promise<void> {
  await slash(page, 'مكان صورة')
  const [chooser] = await Promise.all([
    page.waitForEvent('filechooser'),
    page.getByRole('button', { name: 'اختر صورة' }).click(),
  ])
  await chooser.setFiles({ name: 'صورة.png', mimeType: 'image/png', buffer: png(40, 30) })
}

test('typing goes on in the text after menus, the side panel, Tab, and presses beside the text', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('بداية')

  await page.getByTestId('view').click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectTyped(page, ' العرض')

  await page.getByTestId('more').click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await expectTyped(page, ' المزيد')

  await paragraphs(page).first().hover()
  await page.locator('.block-grip').click()
  await expect(page.getByRole('menu')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('End')
  await expectTyped(page, ' ثم')

  // A letter that is pressed at a button is the next of the text; Tab and Space are for the button.
  await page.keyboard.press('Tab')
  await expect(page.getByRole('tab', { selected: true })).toBeFocused()
  await page.keyboard.press('x')
  await expectTyped(page, ' القفزة')

  await page.getByRole('button', { name: 'أخفِ اللوح الجانبي' }).click()
  await expectTyped(page, ' اللوح')
  await page.locator('.writing-page').click({ position: { x: 8, y: 300 } })
  await expectTyped(page, ' الهامش')
  // A button that can do nothing now gets no click.
  await page.getByRole('button', { name: /^أعد /u }).first().click({ force: true })
  await expect(page.getByTestId('editor')).toBeFocused()
  await expect(paragraphs(page)).toHaveText(['بداية العرض المزيد ثمx القفزة اللوح الهامش'])
})

test('a control that closes or vanishes with the focus gives it to the text', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')

  // The panel closes over a field that has the focus.
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await page.getByRole('textbox').nth(1).focus()
  await page.getByRole('button', { name: 'أخفِ اللوح الجانبي' }).click()
  await expectTyped(page, ' اللوح')

  // A button that is disabled by its own press: nothing is left to undo.
  const undo = page.getByRole('button', { name: /^تراجع/u })
  await undo.focus()
  await page.evaluate(() => document.querySelector<HTMLButtonElement>(':focus')?.toggleAttribute('disabled', true))
  await expectTyped(page, ' الزر')

  // Words beside the text that were selected, and are drawn anew, as when another window writes.
  await page.evaluate(() => {
    const words = document.querySelector('[data-testid=word-count]')
    if (words !== null) getSelection()?.selectAllChildren(words)
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  await expect(page.getByTestId('editor')).not.toBeFocused()
  await page.evaluate(() => getSelection()?.removeAllRanges())
  await expect(page.getByTestId('editor')).toBeFocused()

  // A dialog whose opener is gone by the time it closes.
  await page.keyboard.press('Enter')
  await slash(page, 'روابط')
  await page.getByRole('button', { name: /^الرابط|^العنوان الإلكتروني/u }).click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.evaluate(() => document.querySelector('.block-address')?.remove())
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('editor')).toBeFocused()
})

test('a menu that was opened by keyboard gives the focus back to its button', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.getByTestId('view').focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(page.getByTestId('view')).toBeFocused()
})

test('typing goes on in the caption after a photo was chosen, and in the text after a block was dragged', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('أولى')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ثانية')
  await paragraphs(page).nth(1).hover()
  const grip = await page.locator('.block-grip').boundingBox()
  const first = await paragraphs(page).first().boundingBox()
  await page.mouse.move((grip?.x ?? 0) + 5, (grip?.y ?? 0) + 5)
  await page.mouse.down()
  await page.mouse.move((grip?.x ?? 0) + 5, (first?.y ?? 0) + 2, { steps: 3 })
  await page.mouse.up()
  await expect(paragraphs(page)).toHaveText(['ثانية', 'أولى'])
  await expectTyped(page, ' وبقيتها')
  await expect(paragraphs(page)).toHaveText(['ثانية وبقيتها', 'أولى'])

  await page.keyboard.press('Enter')
  await addPicture(page)
  await expect(page.locator('.block-figure img')).toBeVisible()
  await expectTyped(page, 'تعليق')
  await expect(page.locator('[data-block=caption]')).toContainText('تعليق')
})

test('what is composed stays where it was begun when a key or a click comes before its end', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('أولى')
  await page.keyboard.press('Enter')
  const session = await page.context().newCDPSession(page)
  const compose = (text: string) =>
    session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })

  await compose('كلم')
  await page.keyboard.press('Enter')
  await page.keyboard.type('بعد')
  await expect(paragraphs(page)).toHaveText(['أولى', 'كلم', 'بعد'])

  await compose('قلم')
  await paragraphs(page).first().click()
  await page.keyboard.press('End')
  await page.keyboard.type(' هنا')
  await expect(paragraphs(page)).toHaveText(['أولى هنا', 'كلم', 'بعدقلم'])

  // What no key brings, as from dictation, goes to the text as well while a button has the focus.
  await page.getByTestId('view').focus()
  await page.keyboard.insertText('إملاء')
  await expect(paragraphs(page)).toHaveText(['أولى هناإملاء', 'كلم', 'بعدقلم'])

  await compose('درس')
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('خبر ')
  await expect(paragraphs(page)).toHaveText(['أولى هناإملاءدرس', 'كلم', 'بعدقلم'])
  await expect(page.locator('[data-block=headline]')).toHaveText('خبر عنوان')

  // A picture that has been stored meanwhile comes after the word, and not into it.
  await page.keyboard.press('Control+End')
  await compose('قمر')
  const stored = page.waitForResponse(/assets\.add/u)
  await page.getByTestId('pictures').setInputFiles({ name: 'صورة.png', mimeType: 'image/png', buffer: png(40, 30) })
  await (await stored).finished()
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
  await compose('قمري')
  await session.send('Input.insertText', { text: 'قمرية' })
  await expect(page.locator('.block-figure img')).toBeVisible()
  await expect(paragraphs(page)).toHaveText(['أولى هناإملاءدرس', 'كلم', 'بعدقلمقمرية'])
})

test('a word that is composed right after a mark was turned on is drawn once', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قال')
  await page.keyboard.press('Control+b')
  const session = await page.context().newCDPSession(page)
  for (const text of ['ك', 'كلم'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: 'كلمة' })
  await expect(paragraphs(page)).toHaveText([/^قال\uFEFF?كلمة$/u])
  await expect(paragraphs(page).locator('strong', { hasText: 'كلمة' })).toHaveText('كلمة')
})

test('what is composed over selected words and given up leaves nothing behind', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قال AFP للوزير')
  const session = await page.context().newCDPSession(page)
  const selections = [
    ['Home', 'Shift+ArrowLeft'],
    ['End', 'Shift+ArrowRight'],
    ['Home', 'Control+ArrowLeft', 'Shift+ArrowLeft'],
    ['Home', 'Control+Shift+ArrowLeft', 'Control+Shift+ArrowLeft'],
  ]
  for (const keys of selections) {
    for (const key of keys) await page.keyboard.press(key)
    for (const text of ['ك', 'كلم', ''])
      await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
    const seen = await look(page)
    expect(seen.drawn, keys.join(' ')).toEqual(seen.texts)
    expect(seen.texts.join('')).not.toContain('ك')
  }
})

test('what is composed at the button of a comment on two pictures breaks nothing', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  for (let count = 1; count <= 2; count += 1) {
    await page.keyboard.press('Control+End')
    await page.keyboard.press('Enter')
    await addPicture(page)
    await expect(page.locator('.block-figure img')).toHaveCount(count)
  }
  await page.locator('[data-block=caption]').first().click()
  await page.keyboard.press('Control+Shift+End')
  await page.keyboard.press('Control+Alt+KeyM')
  await page.keyboard.type('من صوّر؟')
  await page.keyboard.press('Tab')
  const session = await page.context().newCDPSession(page)
  for (const text of ['ق', 'قمر'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.insertText', { text: 'قمر' })
  await expect(page.getByTestId('editor')).toContainText('قمر')
  const seen = await look(page)
  expect(seen.drawn).toEqual(seen.texts)
})

test('what is typed at a choice of the side panel goes on in the text, in one piece', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('قال')
  await page.getByRole('tab', { name: 'النص' }).click()
  await page.locator('.inspector').getByRole('radio').first().focus()
  await page.keyboard.type('وا للوزير')
  await expect(paragraphs(page)).toHaveText(['قالوا للوزير'])
})

test('what is composed at a button while words of several blocks are selected breaks nothing', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('أولى')
  await page.keyboard.press('Enter')
  await page.keyboard.type('ثانية')
  await page.keyboard.press('Shift+ArrowUp')
  await page.getByTestId('view').focus()
  const session = await page.context().newCDPSession(page)
  for (const text of ['ك', 'كلم'])
    await session.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length })
  await session.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 })
  await expect(paragraphs(page)).toHaveText(['أولى', 'ثانية'])
  await page.keyboard.press('x')
  await expect(page.getByTestId('editor')).toBeFocused()
  await expect(page.getByTestId('editor')).toContainText('x')
})
