import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { parseArticle } from '#core/article/parse.ts'
import { readZip } from '#electron/files/zip-read.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { expect, goTo, importArticle, openReview, saved, setPerson, test } from '../support/app.ts'
import { drawn } from '../support/drawn.ts'
import { png } from '../support/pictures.ts'
import { realArticle } from '../support/real-article.ts'
import { caretAfter, selectWords } from '../support/select-words.ts'

const editor = (page: Page) => page.getByTestId('editor')
const changeCard = (page: Page, words: string) => page.getByTestId('change-card').filter({ hasText: words })
const thread = (page: Page, words: string) => page.getByTestId('thread').filter({ hasText: words })

async function comment(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+Alt+KeyM')
  await expect(page.getByTestId('new-comment').getByRole('textbox')).toBeFocused()
  await page.keyboard.type(words)
  await page.keyboard.press('Control+Enter')
  await expect(thread(page, words)).toBeVisible()
}

/**
 * Goes from card to card until one with these words is chosen: cards that are far from what is in sight are not in the window.
 * @param key goes to the next change or comment
 */
async function goToCard(page: Page, key: 'KeyJ' | 'Period', words: string): Promise<void> {
  await expect(async () => {
    await page.keyboard.press(`Control+Alt+${key}`)
    await expect(page.locator('[data-chosen-card]')).toContainText(words, { timeout: 1000 })
  }).toPass()
}

/** @returns the text of the real article with what she accepted, and nothing of what she rejected. */
function accepted(): string[] {
  const lines = drawn(realArticle().document)
  const edit = (words: string, now: string): void => {
    const at = lines.findIndex((line) => line.includes(words))
    lines.splice(at, 1, ...(lines[at] ?? '').replace(words, now).split('\n'))
  }
  edit('استقرارالمنطقة', 'استقرار المنطقة')
  edit('بيان صحافي', 'بيان صحافي رسمي')
  edit('عضو مهم', '*عضو مهم*')
  edit('حلف شمال الأطلسي', '[حلف شمال الأطلسي](https://www.nato.int/)')
  // The space stays with the words that follow it.
  edit('غير صحيح".', 'غير صحيح".\nparagraph: ')
  edit('خلال العملية.', 'خلال العملية.\nparagraph: وهذه الفقرة اقترحها كريم.')
  edit('paragraph: وتقود', 'list list-item: وتقود')
  const joined = lines.findIndex((line) => line.includes('وكان الكاظمي'))
  const [second = ''] = lines.splice(joined, 1)
  lines[joined - 1] += second.slice('paragraph: '.length)
  return lines
}

/** What was only proposed or said, and is in no file of the package. */
const UNPUBLISHED = ['الثلاثاء', 'نوفمبر الماضي 2021', 'من أين هذه المدة', 'أضفته', 'انظري', 'proposal', 'thread']

test('two people take the real article from draft to approval, and the package has the accepted words alone', async ({
  app,
  window: her,
}) => {
  await setPerson(her, 'سعاد', 'صحفي')
  await importArticle(her)
  const picture = join(app.folder, 'صورة.png')
  writeFileSync(picture, png(640, 360, 90))
  await editor(her).locator('figure').getByLabel('اختر صورة من جهازك').setInputFiles(picture)
  await expect(editor(her).locator('figure img')).toBeVisible()
  await saved(her)
  const article = new URL(her.url()).hash
  await openReview(her)
  await her.getByTestId('move-submitted').click()
  await expect(her.locator('.writing-bar')).toContainText('مرسلة')
  await goTo(her, '#/')

  const his = await app.open()
  await test.step('he comments on five places', async () => {
    await setPerson(his, 'كريم', 'محرر')
    await goTo(his, article)
    await expect(editor(his)).toContainText('مخمور')
    await comment(his, 'شكرًا، ينقصها مصدر عراقي')
    await selectWords(his, 'عشرة أيام')
    await comment(his, 'من أين هذه المدة؟')
    await selectWords(his, 'هجوما جويا', 'المليشيات تهدد')
    await comment(his, 'نحتاج فقرة بينهما')
    await selectWords(his, 'وزيرة الخارجية البريطانية ليز تراس خلال')
    await comment(his, 'هل الصورة لنا؟')
    await selectWords(his, 'تعزيز')
    await comment(his, 'العنوان طويل')
  })
  await test.step('he proposes sixteen changes of every sort', async () => {
    await his.keyboard.press('Escape')
    await his.keyboard.press('Control+Alt+Shift+KeyX')
    await expect(editor(his)).toHaveAttribute('contenteditable', 'true')
    await expect(his.getByText('ما تكتبه هنا اقتراح باسم كريم')).toBeVisible()
    await caretAfter(his, 'استقرار')
    await his.keyboard.type(' ')
    await selectWords(his, 'الاثنين')
    await his.keyboard.type('الثلاثاء')
    await caretAfter(his, 'بيان صحافي')
    await his.keyboard.type(' رسمي')
    await selectWords(his, 'فلول ')
    await his.keyboard.press('Delete')
    await selectWords(his, 'عضو مهم')
    await his.keyboard.press('Control+KeyB')
    await selectWords(his, 'حلف شمال الأطلسي')
    await his.keyboard.press('Control+Shift+KeyK')
    await his.keyboard.type('https://www.nato.int/')
    await his.keyboard.press('Enter')
    await expect(his.getByRole('dialog')).toHaveCount(0)
    await selectWords(his, 'وكان الكاظمي')
    await his.keyboard.press('ArrowRight')
    await his.keyboard.press('Backspace')
    await caretAfter(his, 'غير صحيح".')
    await his.keyboard.press('Enter')
    await selectWords(his, 'المليشيات تهدد')
    await his.keyboard.press('Control+Alt+Digit3')
    await selectWords(his, 'وتقود الولايات')
    await his.keyboard.press('Control+Shift+Digit8')
    await caretAfter(his, 'خلال العملية.')
    await his.keyboard.press('Enter')
    await his.keyboard.type('وهذه الفقرة اقترحها كريم.')
    await selectWords(his, 'وبالتالي قررت')
    await his.keyboard.press('Escape')
    await his.keyboard.press('Alt+Shift+ArrowUp')
    await selectWords(his, 'وكان البرلمان')
    await his.keyboard.press('Escape')
    await his.keyboard.press('Delete')
    await caretAfter(his, 'نوفمبر الماضي')
    await his.keyboard.type(' 2021')
    await his.keyboard.press('Control+KeyK')
    await his.keyboard.type('النص البديل')
    await his.keyboard.press('Enter')
    await his.keyboard.type('تراس خلف منصة')
    await his.keyboard.press('Enter')
    await expect(his.getByRole('dialog')).toHaveCount(0)
    await his.getByRole('tab', { name: 'التفاصيل' }).click()
    await his.getByRole('combobox', { name: 'القسم' }).fill('العراق')
    await his.keyboard.press('Tab')
    await saved(his)
    await openReview(his)
    await expect(his.getByTestId('change-card')).toHaveCount(16)
  })
  await test.step('he returns it with a note', async () => {
    await his.getByTestId('view-steps').click()
    await his.getByLabel('ملاحظة').fill('انظري الاقتراحات')
    await his.getByTestId('move-returned').click()
    await expect(his.locator('.writing-bar')).toContainText('معادة')
    await goTo(his, '#/')
  })
  const chosen = her.locator('[data-chosen-card]')
  await test.step('she lands on the first, and decides by key', async () => {
    await setPerson(her, 'سعاد', 'صحفي')
    await goTo(her, article)
    await expect(chosen).toBeFocused()
    await expect(chosen).toContainText('القسم')
    const decisions = [
      ['KeyY', 'استقرار المنطقة'],
      ['KeyY', 'الثلاثاء'],
      ['KeyN', 'فلول'],
      ['KeyN', 'رسمي'],
    ] as const
    for (const [key, next] of decisions) {
      await her.keyboard.press(`Control+Alt+${key}`)
      await expect(chosen).toContainText(next)
    }
    await her.keyboard.press('Control+Alt+KeyY')
    await expect(changeCard(her, 'رسمي')).toHaveCount(0)
  })
  await test.step('she decides by card, undoes one and takes it again', async () => {
    for (const words of ['2021', 'نقل', 'مستوى العنوان', 'حذف فقرة']) {
      await goToCard(her, 'KeyJ', words)
      await changeCard(her, words).getByTestId('reject-change').click()
      await expect(changeCard(her, words)).toHaveCount(0)
    }
    for (const words of ['الخط العريض', 'ضم فقرة', 'النص البديل', 'رابط على', 'إضافة فقرة', 'قسمة', 'النوع']) {
      await goToCard(her, 'KeyJ', words)
      await changeCard(her, words).getByTestId('accept-change').click()
      await expect(changeCard(her, words)).toHaveCount(0)
    }
    await expect(her.getByTestId('change-card')).toHaveCount(0)
    await her.keyboard.press('Control+KeyZ')
    await expect(changeCard(her, 'النوع')).toHaveCount(1)
    await expect(editor(her).locator('[data-block=list]')).toHaveCount(0)
    await her.keyboard.press('Control+Shift+KeyZ')
    await expect(her.getByTestId('change-card')).toHaveCount(0)
    await expect(editor(her).locator('[data-block=list]')).toHaveCount(1)
  })
  await test.step('she answers, closes discussions, and sends it again', async () => {
    await goToCard(her, 'Period', 'ينقصها مصدر')
    await her.keyboard.press('Control+Alt+KeyR')
    await her.keyboard.type('أضفته في الفقرة الأخيرة')
    await her.keyboard.press('Control+Enter')
    await expect(thread(her, 'ينقصها مصدر').locator('.message')).toHaveCount(2)
    await thread(her, 'ينقصها مصدر').getByTestId('resolve').click()
    await expect(thread(her, 'ينقصها مصدر')).toHaveCount(0)
    await goToCard(her, 'Period', 'هل الصورة لنا؟')
    await thread(her, 'هل الصورة لنا؟').getByTestId('resolve').click()
    await expect(her.getByTestId('thread')).toHaveCount(3)
    await her.getByTestId('view-steps').click()
    await her.getByTestId('move-submitted').click()
    await expect(her.locator('.writing-bar')).toContainText('مرسلة')
    await goTo(her, '#/')
  })
  await test.step('he approves it, and the package has exactly the accepted words', async () => {
    await setPerson(his, 'كريم', 'محرر')
    await goTo(his, article)
    await his.getByTestId('view-steps').click()
    await his.getByTestId('move-approved').click()
    await expect(his.locator('.writing-bar')).toContainText('معتمدة')
    const client = await app.client()
    resultOrThrow(await client.call('publish.chooseFolder', { folder: app.folder }))
    await goTo(his, `${article}/publish`)
    await his.getByRole('button', { name: 'صدّر الحزمة' }).click()
    await expect(his.getByTestId('export-path')).toContainText('-v1.zip')
    const name = readdirSync(app.folder).find((each) => each.endsWith('.zip')) ?? ''
    const { files, problems } = await readZip(readFileSync(join(app.folder, name)))
    expect(problems).toEqual([])
    const texts = new Map([...files].map(([path, bytes]) => [path, Buffer.from(bytes ?? []).toString('utf8')]))
    const json = [...texts].find(([path]) => path.endsWith('article.json'))?.[1] ?? ''
    const packaged = parseArticle(JSON.parse(json), () => 'new')
    const id = decodeURIComponent(article.split('/')[2] ?? '')
    expect(packaged).toEqual(resultOrThrow(await client.call('articles.get', { id })).article)
    expect(drawn(packaged.document)).toEqual(accepted())
    expect(packaged.metadata.section).toBe('العراق')
    expect(packaged.document.find(({ type }) => type === 'figure')).toHaveProperty('alt', 'تراس خلف منصة')
    const leaks = [...texts].flatMap(([path, text]) =>
      UNPUBLISHED.filter((words) => text.includes(words)).map((words) => `${path}: ${words}`),
    )
    expect(leaks).toEqual([])
  })
})
