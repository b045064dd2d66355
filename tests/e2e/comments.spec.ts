import type { Page } from '@playwright/test'
import { expect, goTo, newArticle, openReview, saved, setPerson, slash, test } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'

const editor = (page: Page) => page.getByTestId('editor')
const marks = (page: Page) => editor(page).locator('mark')
const card = (page: Page, words: string) => page.getByTestId('thread').filter({ hasText: words })
const field = (page: Page) => page.getByTestId('new-comment').getByRole('textbox')

async function comment(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Alt+KeyM')
  await expect(field(page)).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(card(page, words)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(editor(page)).toBeFocused()
}

/** The distance between a card and the first line of its words, in pixels. */
async function distance(page: Page, words: string): Promise<number> {
  const key = await page.locator('.card', { hasText: words }).getAttribute('data-key')
  return page.evaluate((id) => {
    const mark = document.querySelector(`[data-testid=editor] [data-card~="${id}"]`)?.getClientRects()[0]
    const box = document.querySelector(`.card[data-key="${id}"]`)?.getBoundingClientRect()
    return mark === undefined || box === undefined ? NaN : Math.abs(mark.top - box.top)
  }, key)
}

test('two people discuss an article: across blocks, on a picture, in a window that only reads, and after words are deleted', async ({
  window: her,
  app,
}) => {
  await newArticle(her, 'خبر الوقود')
  await her.keyboard.type('قالت الوزيرة اليوم إن الأسعار ثابتة')
  await her.keyboard.press('Enter')
  await her.keyboard.type('وأضافت أن +964 770 123 4567 رقم الشكاوى')
  await her.keyboard.press('Enter')
  await slash(her, 'صورة')
  await expect(editor(her).locator('figure')).toHaveCount(1)
  const first = editor(her).locator('p').first()
  await first.click()
  await her.keyboard.press('Home')
  await her.keyboard.press('Control+ArrowLeft')
  await her.keyboard.press('Shift+End')
  await her.keyboard.press('Shift+ArrowDown')
  await her.keyboard.press('Shift+Home')
  for (let words = 0; words < 3; words += 1) await her.keyboard.press('Control+Shift+ArrowLeft')
  await comment(her, 'من المصدر هنا؟')
  // The number is one isolate, though the comment ends inside of it.
  await expect(marks(her)).toHaveText([/^ ?الوزيرة اليوم إن الأسعار ثابتة$/u, /^وأضافت أن /u, '+'])
  await expect(editor(her).locator('.auto-isolate')).toHaveText(['+964 770 123 4567'])
  await expect.poll(() => distance(her, 'من المصدر هنا؟')).toBeLessThan(2)
  await editor(her).locator('.block-caption').click()
  await her.keyboard.press('Escape')
  await comment(her, 'نريد صورة أحدث')
  await expect(editor(her).locator('figure')).toHaveAttribute('data-commented', /./u)
  await saved(her)
  const article = new URL(her.url()).hash

  const his = await app.open()
  await setPerson(his, 'كريم العلي', 'محرر')
  await goTo(his, article)
  await expect(his.getByText('المقالة مفتوحة للكتابة في نافذة أخرى')).toBeVisible()
  await card(his, 'من المصدر هنا؟').click()
  await card(his, 'من المصدر هنا؟').getByRole('textbox').fill('وكالة الأنباء. @سع')
  await his.keyboard.press('Enter')
  await expect(card(his, 'من المصدر هنا؟').getByRole('textbox')).toHaveValue('وكالة الأنباء. @سعاد ')
  await his.keyboard.press('Control+Enter')
  await expect(card(his, 'من المصدر هنا؟').locator('.message')).toHaveCount(2)
  await expect(card(his, 'من المصدر هنا؟').locator('.mention')).toHaveText('@سعاد')
  // The list of names pushes the buttons down, and keeps them there while one is pressed.
  await his.keyboard.press('Control+Alt+KeyM')
  await his.keyboard.type('@')
  await expect(his.locator('.mention-list')).toBeVisible()
  await his.getByTestId('new-comment').getByRole('button', { name: 'ألغِ' }).click()
  await expect(his.getByTestId('new-comment')).toHaveCount(0)
  await card(his, 'من المصدر هنا؟').click()
  // He changes what he wrote, and another message he takes back.
  await card(his, 'من المصدر هنا؟').getByRole('button', { name: 'عدّل' }).last().click()
  await his.getByRole('textbox', { name: 'عدّل رسالتك' }).fill('وكالة الأنباء، أمس.')
  await his.getByRole('button', { name: 'احفظ', exact: true }).click()
  await expect(card(his, 'وكالة الأنباء، أمس.')).toContainText('عُدّل')
  await card(his, 'من المصدر هنا؟').getByRole('textbox').fill('أتأكد وأعود')
  await his.keyboard.press('Control+Enter')
  await expect(card(his, 'من المصدر هنا؟').locator('.message')).toHaveCount(3)
  await card(his, 'من المصدر هنا؟').getByRole('button', { name: 'اسحب' }).last().click()
  await expect(card(his, 'من المصدر هنا؟')).toContainText('سحب كاتب هذه الرسالة ما كتبه.')
  await expect(card(his, 'من المصدر هنا؟')).not.toContainText('أتأكد وأعود')
  // She sees it without a reload.
  await expect(card(her, 'من المصدر هنا؟')).toContainText('ردّان')

  await editor(his)
    .locator('h1')
    .dblclick({ position: { x: 660, y: 28 } })
  await his
    .getByRole('button', { name: /^علّق \(/u })
    .first()
    .click()
  await expect(field(his)).toBeFocused()
  await his.keyboard.type('العنوان قصير')
  // What she writes meanwhile does not take his field away.
  await first.click()
  await her.keyboard.press('End')
  await her.keyboard.type('؛ وزادت.')
  await saved(her)
  await his.keyboard.type(' جدًا')
  await his.keyboard.press('Control+Enter')
  await expect(card(his, 'العنوان قصير جدًا')).toBeVisible()
  await expect(card(her, 'العنوان قصير جدًا')).toBeVisible()
  await expect(editor(her).locator('h1 mark')).toHaveText('خبر')
  await expect(her.locator('.writing-bar')).toContainText('مسودة')
  await expectAccessible(his, 'comments beside a text that is only read')

  await card(her, 'نريد صورة أحدث').click()
  await card(her, 'نريد صورة أحدث').getByTestId('resolve').click()
  await expect(card(her, 'نريد صورة أحدث')).toHaveCount(0)
  await expect(editor(her).locator('figure')).not.toHaveAttribute('data-commented', /./u)
  await her.getByLabel('أي تعليقات تظهر').selectOption('المغلقة')
  await expect(card(her, 'نريد صورة أحدث')).toContainText('أغلقه كريم العلي')
  await card(her, 'نريد صورة أحدث').click()
  await her.getByRole('button', { name: 'أعد فتحه' }).click()
  await expect(card(her, 'نريد صورة أحدث')).toHaveCount(0)
  await her.getByLabel('أي تعليقات تظهر').selectOption('المفتوحة')
  await expect(editor(her).locator('figure')).toHaveAttribute('data-commented', /./u)

  await first.click({ clickCount: 3 })
  await her.keyboard.press('Delete')
  await editor(her).locator('p').nth(1).click({ clickCount: 3 })
  await her.keyboard.press('Delete')
  await expect(card(her, 'من المصدر هنا؟')).toContainText('حُذفت الكلمات التي عليها هذا النقاش.')
  await expect(card(her, 'من المصدر هنا؟')).toContainText('الوزيرة اليوم إن الأسعار ثابتة')
  await her.keyboard.press('Control+KeyZ')
  await her.keyboard.press('Control+KeyZ')
  await expect(marks(her).filter({ hasText: 'الوزيرة' })).toHaveCount(1)
  await expect(card(her, 'من المصدر هنا؟')).not.toContainText('حُذفت')
})

test('a message that was not sent stays in its field, over a reload too; a returned article opens at its first comment', async ({
  window: page,
  app,
}) => {
  app.expected = /ERR_|Failed to fetch/u
  await page.route('**/call/threads.begin', (route) => route.abort())
  await newArticle(page, 'خبر')
  await page.keyboard.type('قالت الوزيرة')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+Shift+ArrowLeft')
  await page.keyboard.press('Control+Alt+KeyM')
  await page.keyboard.type('متى؟')
  await expect(marks(page)).toHaveText('قالت')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByTestId('new-comment').getByRole('alert')).toContainText('لم يُرسل.')
  await expect(field(page)).toHaveValue('متى؟')
  await page.unroute('**/call/threads.begin')
  await page.reload()
  // What is half written stays at its words while the text grows before them, in another article and over a reload, and
  // when a comment is begun elsewhere.
  await editor(page).locator('p').click()
  await page.keyboard.press('Home')
  await page.keyboard.type('نعم ')
  await saved(page)
  await goTo(page, '#/')
  await page.getByTestId('article-row').click()
  await page.reload()
  await editor(page).locator('h1').click()
  await page.keyboard.press('Control+Alt+KeyM')
  await expect(field(page)).toBeFocused()
  await expect(field(page)).toHaveValue('متى؟')
  await expect(marks(page)).toHaveText('قالت')
  await page.getByRole('button', { name: 'أرسل' }).click()
  await expect(card(page, 'متى؟')).toBeVisible()
  await card(page, 'متى؟').click()
  await card(page, 'متى؟').getByRole('textbox').fill('صباح ال')
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await openReview(page)
  await card(page, 'متى؟').click()
  await expect(card(page, 'متى؟').getByRole('textbox')).toHaveValue('صباح ال')

  await page.getByTestId('view-steps').click()
  await page.getByTestId('move-submitted').click()
  await setPerson(page, 'سعاد', 'محرر')
  await page.goBack()
  await page.getByTestId('view-steps').click()
  await page.getByLabel('ملاحظة').fill('انظري التعليق')
  await page.getByTestId('move-returned').click()
  await expect(page.locator('.writing-bar')).toContainText('معادة')
  await setPerson(page, 'سعاد', 'صحفي')
  await page.goBack()
  await expect(page.locator('[data-chosen-card]')).toContainText('متى؟')
  await expect(page.locator('[data-chosen-card]')).toBeFocused()
})
