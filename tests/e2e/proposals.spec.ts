import type { Locator, Page } from '@playwright/test'
import type { Article } from '#core/article/article.ts'
import { paragraph } from '#core/article/factories.ts'
import type { App } from '../support/app.ts'
import { expect, goTo, newArticle, openReview, saved, setPerson, test } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'

const editor = (page: Page) => page.getByTestId('editor')
const idIn = (page: Page): string => decodeURIComponent(new URL(page.url()).hash.split('/')[2] ?? '')

/** Proposes another text for the article of a window, as somebody else does. */
async function propose(
  app: App,
  page: Page,
  change: (article: Article) => Article,
  { proposalId, by } = { proposalId: 'p1', by: 'كريم' },
): Promise<void> {
  const client = await app.client()
  const id = idIn(page)
  const opened = await client.call('articles.get', { id })
  if (!opened.ok) throw new Error(opened.error.code)
  const { article } = opened.value
  const added = await client.call('proposals.add', {
    ...{ id, proposalId, by, base: article, head: change(article) },
  })
  expect(added.ok).toBe(true)
}

/** @returns the article with «قليلا» for «كثيرا», and a paragraph more. */
function changed(article: Article): Article {
  const document = article.document.map((block) =>
    block.type === 'paragraph' ? { ...block, children: [{ text: 'ارتفع النفط قليلا أمس' }] } : block,
  )
  return { ...article, document: [...document, paragraph(() => 'more', 'فقرة مقترحة')] }
}

/** What `changed` puts in; it stands in no text. */
const PROPOSED = /قليلا|مقترحة/u

/** @returns all that lies on the clipboard, in every form */
function clipboard(page: Page): Promise<string> {
  return page.evaluate(async () => {
    const items = await navigator.clipboard.read()
    const forms = items.flatMap((item) => item.types.map(async (type) => (await item.getType(type)).text()))
    return (await Promise.all(forms)).join('\n')
  })
}

/** @returns all that a drag of the selected text would carry, in every form */
function dragOut(place: Locator): Promise<string> {
  return place.evaluate((element) => {
    const dataTransfer = new DataTransfer()
    element.dispatchEvent(new DragEvent('dragstart', { dataTransfer, bubbles: true, cancelable: true }))
    return [getSelection()?.toString(), ...dataTransfer.types.map((type) => dataTransfer.getData(type))].join('\n')
  })
}

test('what is proposed is drawn in the text, and no caret, copy, search, count or preview meets it', async ({
  app,
  window: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newArticle(page, 'عنوان')
  await page.keyboard.type('ارتفع النفط كثيرا أمس')
  await saved(page)
  await propose(app, page, changed)
  const line = editor(page).locator('p').first()
  await expect(line.locator('del')).toHaveText('كثيرا')
  await expect(line.locator('ins')).toHaveAttribute('data-words', 'قليلا')
  await expect(editor(page).locator('.drawn-block')).toHaveAttribute('data-words', 'فقرة مقترحة')
  expect(await line.innerText()).toBe('ارتفع النفط كثيرا أمس')
  await expect(page.getByTestId('word-count')).toHaveAttribute('data-count', '4')
  await line.click()
  await page.keyboard.press('Home')
  for (let step = 0; step < 21; step += 1) {
    // One after another: each key starts where the one before ended.
    // oxlint-disable-next-line no-await-in-loop
    await page.keyboard.press('ArrowLeft')
  }
  await page.keyboard.type('!')
  await expect(line).toHaveText('ارتفع النفط كثيرا أمس!')
  await page.keyboard.press('Control+KeyA')
  for (const keys of ['Control+KeyC', 'Control+KeyX']) {
    // oxlint-disable-next-line no-await-in-loop -- one after another
    await page.keyboard.press(keys)
    // oxlint-disable-next-line no-await-in-loop
    const copied = await clipboard(page)
    expect(copied).toContain('ارتفع النفط كثيرا أمس!')
    expect(copied).not.toMatch(PROPOSED)
  }
  await page.keyboard.press('Control+KeyZ')
  await expect(line.locator('del')).toHaveText('كثيرا')
  await page.keyboard.press('Control+KeyA')
  const dragged = await dragOut(line)
  expect(dragged).toContain('ارتفع النفط كثيرا أمس!')
  expect(dragged).not.toMatch(PROPOSED)
  await page.keyboard.press('Control+KeyF')
  await page.getByRole('search').getByRole('textbox').first().fill('قليلا')
  await expect(page.locator('.find-bar')).toContainText('لا نتائج')
  await page.keyboard.press('Escape')
  await expectAccessible(page, 'a proposal in the text')
  await openReview(page)
  await page.getByTestId('view-cards').click()
  const reply = page.getByTestId('change-card').getByRole('textbox')
  await page.getByTestId('change-card').first().click()
  await reply.fill('كم بالضبط؟')
  app.expected = /ERR_|Failed to fetch/u
  // The answer is lost: what is sent again is the same message.
  await page.route('**/call/threads.begin', async (route) => {
    await route.fetch()
    await route.abort()
  })
  await reply.press('Control+Enter')
  await expect(page.getByTestId('change-card').getByRole('alert')).toBeVisible()
  await page.unroute('**/call/threads.begin')
  await reply.press('Control+Enter')
  await expect(reply).toHaveValue('')
  await expect(page.getByTestId('thread')).toHaveCount(1)
  await expect(line.locator('mark')).toHaveText('كثيرا')
  // The end of the cards reaches what the page scrolls to, and no line: each would have its style computed anew with it.
  const ends = await page.locator('.writing-page').evaluate((each) => ({
    page: getComputedStyle(each).getPropertyValue('--cards-end'),
    scrolledTo: getComputedStyle(each, '::after').top,
    line: getComputedStyle(each.querySelector('p') ?? each).getPropertyValue('--cards-end'),
  }))
  expect(ends.line).toBe('1px')
  expect(parseFloat(ends.page)).toBeGreaterThan(1)
  expect(parseFloat(ends.scrolledTo)).toBeCloseTo(parseFloat(ends.page) - 1, 1)
  await page.getByRole('button', { name: 'التصدير' }).click()
  await expect(page.getByTestId('preview')).toBeVisible()
  await expect(page.frameLocator('[data-testid=preview]').locator('body')).not.toContainText('مقترحة')
})

test('an editor proposes for an article that was sent, which stays as it is; its writer accepts one change and undoes that', async ({
  window: page,
}) => {
  await setPerson(page, 'سعاد', 'صحفي')
  await newArticle(page, 'عنوان')
  await page.keyboard.type('ارتفع النفط كثيرا أمس')
  await saved(page)
  const article = new URL(page.url()).hash
  await openReview(page)
  await page.getByTestId('move-submitted').click()
  await expect(page.locator('.writing-bar')).toContainText('مرسلة')
  await setPerson(page, 'كريم', 'محرر')
  await goTo(page, article)
  // Twice: the second press comes while the first is on its way.
  await page.getByText('اقتراح', { exact: true }).dblclick()
  await expect(page.getByText('ما تكتبه هنا اقتراح باسم كريم')).toBeVisible()
  await editor(page).locator('p').click()
  await page.keyboard.press('End')
  await page.keyboard.type(' مساء')
  await expect(editor(page).locator('ins.changed-text')).toHaveText(' مساء')
  await saved(page)
  await expectAccessible(page, 'proposing')
  await expect(page.locator('.writing-bar')).toContainText('مرسلة')
  await expect(page.getByTestId('word-count')).toHaveAttribute('data-count', '4')
  await page.getByTestId('view-steps').click()
  await page.getByLabel('ملاحظة').fill('انظر الاقتراح')
  await page.getByTestId('move-returned').click()
  await expect(page.locator('.writing-bar')).toContainText('معادة')

  await setPerson(page, 'سعاد', 'صحفي')
  await goTo(page, article)
  const card = page.getByTestId('change-card')
  // A returned article opens at what stands first.
  await expect(page.locator('[data-chosen-card]')).toBeFocused()
  await expect(page.locator('[data-chosen-card]')).toContainText('كريم')
  // A card does nothing with a letter: it is the next of the text. Delete takes nothing out of it.
  const before = await editor(page).innerText()
  await page.keyboard.press('Delete')
  await page.keyboard.type('وب')
  await expect(editor(page)).toBeFocused()
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => editor(page).innerText()).toBe(before)
  await card.getByTestId('accept-change').click()
  await expect(editor(page).locator('p')).toHaveText('ارتفع النفط كثيرا أمس مساء')
  await expect(card).toHaveCount(0)
  await editor(page).locator('p').click()
  await page.keyboard.press('Control+KeyZ')
  await expect(editor(page).locator('p')).toHaveText('ارتفع النفط كثيرا أمس')
  await expect(card).toHaveCount(1)
  await page.keyboard.press('Control+Shift+KeyZ')
  await saved(page)
  await page.reload()
  await expect(editor(page).locator('p')).toHaveText('ارتفع النفط كثيرا أمس مساء')
  await expect(card).toHaveCount(0)
})

/** @returns the article with words for words of its paragraphs. */
function replaced(article: Article, words: string, by: string): Article {
  const document = article.document.map((block) => {
    if (block.type !== 'paragraph') return block
    const text = block.children.map((each) => ('text' in each ? each.text : '')).join('')
    return { ...block, children: [{ text: text.replace(words, by) }] }
  })
  return { ...article, document }
}

test('all changes of one person, of a selection, or all are decided by key, each as one step of undo that other windows see', async ({
  app,
  window: her,
}) => {
  await newArticle(her, 'عنوان')
  await her.keyboard.type('ارتفع النفط كثيرا أمس')
  await her.keyboard.press('Enter')
  await her.keyboard.type('وقال الوزير إن القرار مؤقت')
  await saved(her)
  await propose(app, her, (article) => replaced(replaced(article, 'كثيرا', 'قليلا'), 'مؤقت', 'دائم'))
  await propose(app, her, (article) => replaced(article, 'الوزير', 'وزير النفط'), { proposalId: 'p2', by: 'ليلى' })
  const paragraphs = editor(her).locator('p')
  const his = await app.open()
  await goTo(his, new URL(her.url()).hash)
  const changes = (page: Page) => editor(page).locator('.drawn-words')
  await expect(changes(her)).toHaveCount(3)
  await expect(changes(his)).toHaveCount(3)
  const fromPalette = async (words: string): Promise<void> => {
    await her.keyboard.press('Control+KeyK')
    await her.keyboard.type(words)
    await her.keyboard.press('Enter')
    await expect(her.getByRole('dialog')).toHaveCount(0)
  }
  const undone = async (count: number): Promise<void> => {
    await expect(changes(her)).toHaveCount(count)
    await saved(her)
    await expect(changes(his)).toHaveCount(count)
    await her.keyboard.press('Control+KeyZ')
    await expect(changes(her)).toHaveCount(3)
    await expect(paragraphs).toHaveText(['ارتفع النفط كثيرا أمس', 'وقال الوزير إن القرار مؤقت'])
    await saved(her)
    await expect(changes(his)).toHaveCount(3)
  }
  // Nothing has the focus in a window that was just opened, nor once the card that had it is gone.
  const chosen = his.locator('[data-chosen-card]')
  await his.keyboard.press('Control+Alt+KeyJ')
  await expect(chosen).toBeFocused()
  await expect(chosen).toContainText('قليلا')
  // The first change after the caret is by Karim.
  await her.keyboard.press('Control+Home')
  await her.keyboard.press('Control+Alt+KeyJ')
  await fromPalette('اقبل كل ما اقترحه صاحب')
  await expect(paragraphs).toHaveText(['ارتفع النفط قليلا أمس', 'وقال الوزير إن القرار دائم'])
  await undone(1)
  expect(await his.evaluate(() => document.activeElement?.tagName)).toBe('BODY')
  await his.keyboard.press('Control+Alt+KeyJ')
  await expect(chosen).toBeFocused()
  await paragraphs.nth(1).click({ clickCount: 3 })
  await fromPalette('ارفض التغييرات في المحدد')
  await undone(1)
  await fromPalette('اقبل كل التغييرات')
  await expect(paragraphs).toHaveText(['ارتفع النفط قليلا أمس', 'وقال وزير النفط إن القرار دائم'])
  await undone(0)
})

test('letters that come while the page turns to proposing are written into the proposal, which one comes back to', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('نص')
  await saved(page)
  // The service does not answer until all has been typed.
  const { promise, resolve } = Promise.withResolvers<void>()
  await page.route('**/call/proposals.list', async (route) => {
    await promise
    await route.continue()
  })
  await page.keyboard.press('Control+Alt+Shift+KeyX')
  // Pressed again, it does not begin twice.
  await page.keyboard.press('Control+Alt+Shift+KeyX')
  await page.keyboard.type(' جديدx')
  await page.keyboard.press('Backspace')
  await page.keyboard.press('Enter')
  await page.keyboard.type('سطر')
  resolve()
  await expect(page.getByText('ما تكتبه هنا اقتراح باسم سعاد')).toBeVisible()
  await expect(editor(page).locator('p')).toHaveText([/^نص جديد/u, 'سطر'])
  await expect(editor(page)).toBeFocused()
  // Coming back from another screen, one goes on proposing, and does not see the article itself before that.
  const article = new URL(page.url()).hash
  await goTo(page, '#/')
  const drawn = await page.evaluateHandle(() => {
    const lines = new Set<number>()
    const count = (): unknown => {
      const found = document.querySelectorAll('[data-testid=editor] p').length
      return found > 0 && lines.add(found)
    }
    new MutationObserver(count).observe(document.body, { childList: true, subtree: true })
    return lines
  })
  await goTo(page, article)
  await expect(page.getByText('ما تكتبه هنا اقتراح باسم سعاد')).toBeVisible()
  expect(await drawn.evaluate((lines) => [...lines])).toEqual([2])
  await page.keyboard.press('Control+Alt+Shift+KeyX')
  await expect(page.getByText('ما تكتبه هنا اقتراح باسم سعاد')).toHaveCount(0)
  await expect(editor(page).locator('p')).toHaveText(['نص'])
})

/** The heights at which letters of paragraphs stand, from the first row to the last, and that of the caret. */
function rowsAndCaret(page: Page): Promise<{ rows: number[]; caret: number }> {
  return page.evaluate(() => {
    const start = document.querySelector('[data-testid=editor] h1')?.getBoundingClientRect().top ?? 0
    const middle = ({ top, height }: DOMRect): number => Math.round((top + height / 2 - start) / 8)
    const letters = [...document.querySelectorAll('[data-testid=editor] p [data-slate-string]')]
    const rows = new Set(letters.flatMap((each) => [...each.getClientRects()].map(middle)))
    const boxes = getSelection()?.getRangeAt(0).getClientRects() ?? []
    return {
      rows: [...rows].toSorted((one, other) => one - other),
      caret: middle(boxes[boxes.length - 1] ?? new DOMRect()),
    }
  })
}

test('arrows up and down go through every row of letters, past rows that hold drawn words alone', async ({
  app,
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('ارتفع النفط أمس في بغداد ثم عاد الوزير إلى مكتبه مساء')
  await page.keyboard.press('Enter')
  await page.keyboard.type('سطر ثان')
  await page.keyboard.press('Enter')
  await page.keyboard.type('سطر ثالث')
  await saved(page)
  const long = 'أمس وقد أعلنت الوزارة في بيان مطول أنها ستراجع الأسعار كلها قبل نهاية الشهر'
  await propose(app, page, (article) => ({
    ...article,
    document: article.document.map((block, index) =>
      index === 1 && block.type === 'paragraph'
        ? { ...block, children: [{ text: `ارتفع النفط ${long} في بغداد ثم عاد الوزير إلى مكتبه مساء` }] }
        : block,
    ),
  }))
  await page.addStyleTag({ content: '[data-testid=editor] p { inline-size: 200px; font-size: 24px }' })
  await expect(editor(page).locator('.drawn-words')).toHaveCount(1)
  await page.keyboard.press('Control+Home')
  const { rows } = await rowsAndCaret(page)
  expect(rows.length).toBeGreaterThan(5)
  const visited: number[] = []
  const step = async (key: string): Promise<void> => {
    await page.keyboard.press(key)
    visited.push((await rowsAndCaret(page)).caret)
  }
  // One after another: each key starts where the one before ended.
  // oxlint-disable-next-line no-await-in-loop
  for (let row = 0; row < rows.length; row += 1) await step('ArrowDown')
  expect(visited.splice(0)).toEqual(rows)
  // oxlint-disable-next-line no-await-in-loop
  for (let row = 1; row < rows.length; row += 1) await step('ArrowUp')
  expect(visited.splice(0)).toEqual(rows.slice(0, -1).toReversed())
  // A page is the height of the window, also past such rows.
  await page.setViewportSize({ width: 1280, height: 420 })
  await page.keyboard.press('Control+Home')
  const { caret } = await rowsAndCaret(page)
  await step('PageDown')
  expect(rows.slice(2, -1)).toContain(visited[0])
  await step('PageUp')
  expect(visited[1]).toBe(caret)
})

test('what changed since the article was sent is drawn for reading only, and leaves nothing behind', async ({
  window: page,
}) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('ارتفع النفط كثيرا أمس')
  await saved(page)
  await openReview(page)
  await page.getByTestId('move-submitted').click()
  await expect(page.locator('.writing-bar')).toContainText('مرسلة')
  await page.getByRole('button', { name: 'اسحبها إلى المسودات' }).click()
  await expect(page.locator('.writing-bar')).toContainText('مسودة')
  const line = editor(page).locator('p')
  await line.click()
  await page.keyboard.press('End')
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.type('اليوم')
  await saved(page)
  await page.getByRole('tab', { name: 'الإصدارات' }).click()
  await page.getByLabel('ما الذي تغيّر منذ…').selectOption('أرسلتُها للمراجعة')
  // The first letter also bears the words before it.
  await expect(line.locator('ins.changed-text')).toHaveText(['ا', 'ليوم'])
  await expect(line.locator('del')).toHaveAttribute('data-words', 'أمس')
  await expect(editor(page)).not.toHaveAttribute('contenteditable', 'true')
  await expect(page.getByTestId('mode-line')).toContainText(/^تقرأ ما تغيّر منذ .*، ولا يُكتب هنا شيء/u)
  const mode = page.getByRole('radiogroup', { name: 'طريقة الكتابة' })
  await expect(mode.getByRole('radio', { checked: true })).toHaveAccessibleName('قراءة')
  await expect(page.getByTestId('accept-change')).toHaveCount(0)
  await expectAccessible(page, 'what changed since')
  await page.getByRole('button', { name: 'أغلق', exact: true }).click()
  await expect(editor(page)).toHaveAttribute('contenteditable', 'true')
  await expect(line).toHaveText('ارتفع النفط كثيرا اليوم')
  await expect(line.locator('ins, del')).toHaveCount(0)
})
