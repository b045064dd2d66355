import { expect, goTo, importArticle, newArticle, saved, slash, test } from '../support/app.ts'
import { outline } from '../support/paste.ts'

test('finds words in any Arabic spelling, and replaces all of them in one step', async ({ window: page }) => {
  await newArticle(page, 'مدرسة أحمد')
  await page.keyboard.type('زار أحمد المدرسه')
  await page.keyboard.press('Control+KeyF')
  await page.getByRole('search').getByRole('textbox').fill('مدرسه')
  // «المدرسه» is a longer word: whole words are meant, and the bar says what it leaves out.
  await expect(page.getByRole('search')).toContainText('1 من 1')
  await expect(page.getByTestId('find-longer')).toContainText('تُركت كلمة أطول: «المدرسه».')
  await page.getByRole('button', { name: 'ابحث فيها أيضًا' }).click()
  await expect(page.getByRole('search')).toContainText('من 2')
  await page.getByRole('button', { name: 'كيف يُبحث' }).click()
  await page.getByRole('checkbox', { name: 'كلمات كاملة فقط' }).click({ force: true })
  await expect(page.getByRole('search')).toContainText('1 من 1')
  await page.keyboard.press('Escape')
  await page.getByRole('search').getByRole('textbox').press('Escape')
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.press('Control+KeyH')
  await page.getByRole('textbox', { name: 'ابحث في المقالة' }).fill('احمد')
  await page.getByRole('textbox', { name: 'استبدل بها' }).fill('محمود')
  await page.getByRole('button', { name: 'استبدل الكل' }).click()
  await expect(page.getByRole('search')).toContainText('استُبدل موضعان')
  expect(await outline(page)).toEqual(['headline: مدرسة محمود', 'paragraph: زار محمود المدرسه'])
  await page.getByRole('button', { name: 'أغلق البحث' }).click()
  await page.keyboard.press('Control+Z')
  expect(await outline(page)).toEqual(['headline: مدرسة أحمد', 'paragraph: زار أحمد المدرسه'])
})

test('the palette opens screens and articles from any screen, and what was typed stays', async ({ window: page }) => {
  await importArticle(page)
  await saved(page)
  await goTo(page, '#/settings')
  await page.getByLabel('الاسم').focus()
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('الكاظمي بحث')
  await expect(page.getByRole('option')).toHaveText(['الكاظمي بحث مع تراس دور بلاده في تعزيز استقرارالمنطقة'])
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toContainText('الكاظمي بحث مع تراس')
  // In a field beside the text too.
  await page.getByLabel('ملاحظة').fill('جاهزة')
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('صندوق')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'صندوق الصادر' })).toBeVisible()
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('مقالة جديدة')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
  // A dialog that is open comes first.
  await page.keyboard.press('F1')
  await page.keyboard.press('Control+KeyK')
  await expect(page.getByRole('dialog')).toHaveCount(1)
})

test('the marks of a search leave the selection where it is', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('كلمة C++ وكلمة')
  await page.keyboard.press('Home')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Shift+ArrowLeft')
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type('كلمة')
  await page.keyboard.press('Escape')
  await page.keyboard.type('قال: ')
  expect((await outline(page)).at(-1)).toBe('paragraph: قال:  C++ وكلمة')
})

test('finding scrolls the article, and never the window around it', async ({ window: page }) => {
  await importArticle(page)
  await page.getByTestId('editor').click()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Control+KeyF')
  await page.keyboard.type('المليشيات')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor').locator('h2').last()).toBeInViewport()
  const scrolled = await page.evaluate(() =>
    [document.documentElement, ...document.querySelectorAll('.main, .writing')].map((each) => [
      each.scrollTop,
      each.scrollHeight - each.clientHeight,
    ]),
  )
  expect(scrolled).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ])
})

test('the match that is gone to is never under the find bar, and no word moves when the bar opens or closes', async ({
  window: page,
}) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await importArticle(page)
  const line = page.getByTestId('editor').locator('p').nth(2)
  await line.scrollIntoViewIfNeeded()
  const topOf = async () => (await line.boundingBox())?.y
  const top = await topOf()
  await page.keyboard.press('Control+KeyH')
  const bar = page.getByRole('search')
  await expect(bar).toBeVisible()
  expect(await topOf()).toBe(top)
  await page.getByRole('textbox', { name: 'ابحث في المقالة' }).fill('في')
  const count = Number(/من (\d+)/u.exec((await bar.textContent()) ?? '')?.[1])
  expect(count).toBeGreaterThan(5)
  for (let step = 1; step < count; step += 1) {
    await page.keyboard.press('Enter')
    const isClear = await page.evaluate(() => {
      const [range] = CSS.highlights.get('midad-current-match') ?? []
      const match = (range as Range | undefined)?.getBoundingClientRect()
      const over = document.querySelector('.find-bar')?.getBoundingClientRect()
      const view = document.querySelector('.writing-page')?.getBoundingClientRect()
      if (match === undefined || over === undefined || view === undefined) return null
      const isUnder =
        match.top < over.bottom && match.bottom > over.top && match.left < over.right && match.right > over.left
      return !isUnder && match.top >= view.top && match.bottom <= view.bottom
    })
    expect(isClear).toBe(true)
  }
  const before = await topOf()
  await page.keyboard.press('Escape')
  await expect(bar).toHaveCount(0)
  expect(await topOf()).toBe(before)
})

test('a search can be typed right after an undo that draws its line anew', async ({ window: page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await importArticle(page)
  const line = page.getByTestId('editor').locator('p').nth(1)
  await line.click()
  await line.hover()
  await page.getByRole('button', { name: 'قائمة الفقرة' }).click()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await page.keyboard.type('كلمة')
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+F')
  await page.keyboard.type('العراق')
  await expect(page.getByRole('textbox', { name: 'ابحث في المقالة' })).toHaveValue('العراق')
})

test('the focus on a setting never scrolls the window around the settings', async ({ window: page }) => {
  await page.setViewportSize({ width: 900, height: 600 })
  await goTo(page, '#/settings')
  const last = page.getByRole('main').getByRole('radio').last()
  await expect(last).toBeAttached()
  await last.focus()
  await expect(last).toBeFocused()
  const room = await page.evaluate(() => {
    const { scrollTop, scrollHeight, clientHeight } = document.documentElement
    return [scrollTop, scrollHeight - clientHeight]
  })
  expect(room).toEqual([0, 0])
})

test('the outline jumps to a subhead, and the reading time and a headline that is too long are shown', async ({
  window: page,
}) => {
  await importArticle(page)
  await page.getByRole('tab', { name: 'النص' }).click()
  await expect(page.getByText('3 دقائق قراءة')).toBeVisible()
  await page.getByRole('button', { name: 'المليشيات تهدد' }).click()
  await page.keyboard.type('هنا ')
  await expect(page.getByTestId('editor').locator('h2').last()).toContainText('هنا ')
  await expect(page.getByRole('meter', { name: 'العنوان الرئيس' })).toBeVisible()
  await goTo(page, '#/settings/limits')
  await page.getByRole('spinbutton', { name: 'العنوان الرئيس' }).fill('20')
  await page.goBack()
  await page.getByRole('tab', { name: 'النص' }).click()
  await expect(page.getByText(/أطول من المتاح بنحو \d+ حرفًا/u)).toBeVisible()
})

test('focus mode, text size and page width are remembered', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.press('Control+Shift+KeyF')
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.keyboard.press('Control+Alt+Equal')
  await page.keyboard.press('Control+Alt+Equal')
  await page.getByRole('button', { name: 'العرض' }).click()
  await page.getByText('واسع', { exact: true }).click()
  await page.keyboard.press('Escape')
  await saved(page)
  await page.reload()
  await expect(page.getByTestId('editor')).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  expect(await page.locator('.writing').evaluate((screen) => screen.style.getPropertyValue('--text-zoom'))).toBe('1.2')
  await page.getByRole('button', { name: 'أنهِ التركيز' }).click()
  await expect(page.getByRole('navigation')).toBeVisible()
  await page.getByRole('button', { name: 'العرض' }).click()
  await expect(page.getByRole('radio', { name: 'واسع' })).toBeChecked()
})

test('a way of showing the page that cannot be kept says so', async ({ window: page, app }) => {
  app.expected = /ERR_FAILED|Failed to fetch/u
  await newArticle(page, 'عنوان')
  await page.route('**/call/settings.set', (route) => route.abort())
  await page.keyboard.press('Control+Alt+Equal')
  await expect(page.locator('.writing-notices')).toContainText('انقطع الاتصال')
})

test('the line being written stays in the middle in typewriter mode', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('السطر في الوسط')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
  for (let line = 0; line < 30; line += 1) {
    await page.keyboard.insertText('سطر')
    await page.keyboard.press('Enter')
  }
  await page.keyboard.type('الأخير')
  const box = await page.getByTestId('editor').locator('p').last().boundingBox()
  const scroller = await page.locator('.writing-page').boundingBox()
  if (box === null || scroller === null) throw new Error('nothing to measure')
  const middle = scroller.y + scroller.height / 2
  expect(Math.abs(box.y + box.height / 2 - middle)).toBeLessThan(60)
})

test('an article begins from a template, becomes one, and a snippet is kept and inserted', async ({ window: page }) => {
  await page.getByRole('button', { name: 'مقالة من قالب' }).click()
  await page.getByRole('menuitem', { name: 'تقرير' }).click()
  await expect(page.getByTestId('editor')).toBeFocused()
  expect((await outline(page)).filter((line) => line.startsWith('subhead'))).toEqual([
    'subhead: الخلفية',
    'subhead: ماذا بعد؟',
  ])
  await page.keyboard.press('Control+Home')
  await page.keyboard.type('تقرير خاص')
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('قالب')
  await page.keyboard.press('Enter')
  await page.getByLabel('اسم القالب').fill('تقرير البيت')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
  await page.keyboard.press('Control+Shift+ArrowRight')
  await page.keyboard.press('Control+KeyK')
  await page.keyboard.type('عبارة')
  await page.keyboard.press('Enter')
  await page.getByLabel('اسم العبارة').fill('نوع')
  await page.keyboard.press('Enter')
  await expect(page.getByTestId('editor')).toBeFocused()
  const first = page.url()
  await page.getByRole('button', { name: 'مقالة من قالب' }).click()
  await page.getByRole('menuitem', { name: 'تقرير البيت' }).click()
  await expect(page).not.toHaveURL(first)
  await expect(page.getByTestId('editor')).toContainText('تقرير خاص')
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await slash(page, 'نوع')
  const inserted = page.getByTestId('editor').locator('p').filter({ hasText: /^خاص$/u })
  await expect(inserted).toHaveCount(1)
  // A proposal takes one too, and the article stays as it is.
  await page.keyboard.press('Control+Alt+Shift+KeyX')
  await expect(page.getByText('ما تكتبه هنا اقتراح باسم سعاد')).toBeVisible()
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await slash(page, 'نوع')
  await expect(inserted).toHaveCount(2)
  await page.keyboard.press('Control+Z')
  await expect(inserted).toHaveCount(1)
  await page.keyboard.press('Control+Shift+Z')
  await expect(inserted).toHaveCount(2)
  await page.keyboard.press('Control+Alt+Shift+KeyX')
  await expect(inserted).toHaveCount(1)
})

test('the proof is printed right to left, without the window around it', async ({ window: page }) => {
  await importArticle(page)
  await page.emulateMedia({ media: 'print' })
  await expect(page.getByRole('navigation')).toBeHidden()
  await expect(page.locator('.writing-bar')).toBeHidden()
  await expect(page.locator('.proof-line')).toContainText('بروفة')
  const pdf = await page.pdf({ format: 'A4' })
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
  // The whole article needs more than one page.
  expect(pdf.toString('latin1').match(/\/Type \/Page\b/gu)?.length).toBeGreaterThan(1)
  const direction = await page
    .getByTestId('editor')
    .locator('p')
    .first()
    .evaluate((line) => getComputedStyle(line).direction)
  expect(direction).toBe('rtl')
})
