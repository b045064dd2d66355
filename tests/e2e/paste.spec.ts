import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, newArticle, saved, test } from '../support/app.ts'
import { outline, paste } from '../support/paste.ts'
import { jpeg } from '../support/pictures.ts'
import { hostilePastes } from '../support/hostile.ts'

const fixture = (name: string): string =>
  readFileSync(join(import.meta.dirname, '..', 'fixtures', 'clipboard', `${name}.html`), 'utf8')

const EXPECTED: Record<string, string[]> = {
  word: [
    'subhead: استقرار المنطقة',
    'paragraph: بحث *الكاظمي* مع _تراس_ التعاون، وفق [بيان](https://example.org/news).',
    'list',
    'list-item: أولًا',
    'list-item 1 ordered: ثانيًا',
    'paragraph ltr: The minister said so.',
  ],
  'google-docs': [
    'subhead: عنوان داخلي',
    'paragraph: نص *عريض*_ مائل _+مسطر+ [رابط](https://example.org/a)',
    'list ordered',
    'list-item: أول',
    'list-item 1: فرعي',
    'list-item: ثانٍ',
    'table',
    'table-row',
    'table-cell: *البلد*',
    'table-cell: *العدد*',
    'table-row',
    'table-cell: العراق',
    'table-cell: 3',
  ],
  libreoffice: [
    'subhead 3: عنوان أصغر',
    'paragraph: قال المتحدث *إن* +الأمر+ واضح.',
    'list',
    'list-item: بند',
    'list-item: آخر',
    'paragraph ltr: An English line.',
    'separator: ',
    'quote',
    'paragraph: لن نتراجع',
    'attribution: ',
  ],
  gmail: [
    'paragraph: مرحبًا أحمد،',
    'paragraph: هذا *نص* الخبر:\nسطر ثانٍ',
    'paragraph: فقرة أخرى',
    'paragraph: عاجل: انتهى الاجتماع',
    'paragraph: [الرابط](https://mail.example.org/track?u=1)',
    'paragraph ltr: On Tue, Ali wrote:',
    'quote',
    'paragraph: أرسل النص',
    'attribution: ',
  ],
  whatsapp: ['paragraph: وصل الوزير إلى *لندن* صباح اليوم ✈️ والاجتماع غدًا'],
  'news-site': [
    'subhead: عنوان الموقع',
    'paragraph: الوزيرة في لندن (رويترز)',
    'paragraph: فقرة محلية وأخرى [كاملة](https://example.org/full).',
    'paragraph: وقال:«نعم»',
    'subhead 3: اقرأ أيضًا',
    'list',
    'list-item: [خبر](https://example.org/1)',
    'paragraph: كلمة أخرى',
  ],
}

for (const [name, blocks] of Object.entries(EXPECTED)) {
  test(`a text of ${name} keeps its structure, and nothing else`, async ({ window: page }) => {
    await newArticle(page, 'عنوان')
    await paste(page, { 'text/html': fixture(name), 'text/plain': 'نص' })
    await expect(page.getByTestId('editor')).toContainText(/\S{3} /u)
    expect((await outline(page)).slice(1)).toEqual(blocks)
    await expect(page.getByTestId('editor').locator('[style*=font], font, script, iframe')).toHaveCount(0)
    await page.keyboard.press('Control+Z')
    expect(await outline(page)).toEqual(['headline: عنوان', 'paragraph: '])
  })
}

test('comments, footnotes and struck words are counted, and added on request', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await paste(page, { 'text/html': fixture('word') })
  await expect(page.getByText('في النص الملصق تعليقان أو حاشيتان لم تُلصقا.')).toBeVisible()
  await page.getByRole('button', { name: 'أضفها في آخر النص' }).click()
  expect((await outline(page)).slice(-2)).toEqual(['paragraph: حاشية عن البيان', 'paragraph: تحقق من الاسم'])
  await paste(page, { 'text/html': '<p>قال <s>إن المشروع توقف</s> إنه تقدم <del>كثيرًا</del></p>' })
  await expect(page.getByText('في النص الملصق 4 كلمات مشطوبة لم تُلصق.')).toBeVisible()
  await page.getByRole('button', { name: 'أضف المشطوب في آخر النص' }).click()
  expect((await outline(page)).slice(-2)).toEqual(['paragraph: إن المشروع توقف', 'paragraph: كثيرًا'])
})

test('pasted Markdown becomes blocks, and the broken lines of a PDF are joined', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await paste(page, { 'text/plain': '## فرعي\n\nنص **مهم** و[رابط](https://example.org)\n\n- أول\n- ثانٍ\n\n> قول' })
  expect((await outline(page)).slice(1)).toEqual([
    'subhead: فرعي',
    'paragraph: نص *مهم* و[رابط](https://example.org)',
    'list',
    'list-item: أول',
    'list-item: ثانٍ',
    'quote',
    'paragraph: قول',
    'attribution: ',
  ])
  await newArticle(page, 'من ملف')
  const pdf = [
    'بحث رئيس الوزراء العراقي مصطفى الكاظمي مع وزيرة الخارجية',
    'البريطانية ليز تراس دور بلاده في تعزيز استقرار المنطقة في',
    'لندن.',
  ]
  await paste(page, { 'text/plain': pdf.join('\n') })
  expect(await outline(page)).toEqual(['headline: من ملف', `paragraph: ${pdf.join(' ')}`])
})

test('a picture inside pasted HTML is stored with its caption', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  const src = `data:image/jpeg;base64,${jpeg().toString('base64')}`
  const html = `<figure><img src="${src}" alt="وزيران"><figcaption>في لندن</figcaption></figure><p>نص</p>`
  await paste(page, { 'text/html': html })
  await expect(page.getByRole('img', { name: 'وزيران' })).toBeVisible()
  expect((await outline(page)).slice(1)).toEqual(['figure', 'caption: في لندن', 'credit: ', 'paragraph: نص'])
  await saved(page)
})

test('a paste between words keeps the words and doubles no space', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  await page.keyboard.type('أول آخر')
  await page.keyboard.press('Home')
  await page.keyboard.press('Control+ArrowLeft')
  await page.keyboard.type(' ')
  await paste(page, { 'text/html': '<p> <b>مهم</b>&nbsp; جدًا </p>' })
  expect((await outline(page)).slice(1)).toEqual(['paragraph: أول *مهم* جدًا آخر'])
  await paste(page, { 'text/html': '<p>سطر</p><ul><li>بند</li></ul>' })
  expect((await outline(page)).slice(1)).toEqual([
    'paragraph: أول *مهم* جدًا',
    'paragraph: سطر',
    'list',
    'list-item: بند',
    'paragraph:  آخر',
  ])
})

test('copied text is clean HTML with directions, and plain text, and pastes back unchanged', async ({
  window: page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await newArticle(page, 'عنوان')
  await paste(page, {
    'text/html': '<h2>فرعي</h2><p>نص <b>مهم</b> <a href="https://example.org/">هنا</a></p><p dir="ltr">English</p>',
  })
  await page.keyboard.press('Control+A')
  await page.keyboard.press('Control+C')
  // The browser writes to its clipboard while the page goes on.
  const types = (): Promise<readonly string[]> =>
    page.evaluate(async () => (await navigator.clipboard.read())[0]?.types ?? [])
  await expect.poll(types).toEqual(expect.arrayContaining(['text/html', 'text/plain']))
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read()
    const read = async (type: string): Promise<string> => (await (await item?.getType(type))?.text()) ?? ''
    return { html: await read('text/html'), text: await read('text/plain') }
  })
  expect(copied.text).toBe('عنوان\n\nفرعي\n\nنص مهم هنا\n\nEnglish')
  expect(copied.html).toContain(
    '<p dir="rtl" lang="ar">نص <strong>مهم</strong> <a href="https://example.org/" rel="noopener noreferrer">هنا</a></p>',
  )
  expect(copied.html).toContain('<p dir="ltr" lang="und">English</p>')
  expect(copied.html).not.toMatch(/style=|data-slate|class="(?!kicker)/u)
  await page.keyboard.press('Control+End')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+V')
  const last = async (): Promise<string[]> => (await outline(page)).slice(-4)
  await expect
    .poll(last)
    .toEqual([
      'paragraph: عنوان',
      'subhead: فرعي',
      'paragraph: نص *مهم* [هنا](https://example.org/)',
      'paragraph ltr: English',
    ])
  await page.keyboard.press('Control+Shift+V')
  await expect(page.getByTestId('editor').locator('strong')).toHaveCount(2)
})

test('two hundred hostile pastes run nothing and load nothing, and the article is saved and opens again', async ({
  window: page,
}) => {
  const asked: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith('http://127.0.0.1')) asked.push(request.url())
  })
  await newArticle(page, 'عنوان')
  const pastes = hostilePastes()
  expect(pastes.length).toBeGreaterThanOrEqual(200)
  for (const contents of pastes) await paste(page, contents)
  await page.keyboard.type('انتهى')
  await saved(page)
  const seen = await page.getByTestId('editor').evaluate((editor) => ({
    ran: 'pwned' in window,
    elements: editor.querySelectorAll(
      'script, style, iframe, object, embed, svg:not(.lucide), math, form, template, link, meta',
    ).length,
    handlers: [...editor.querySelectorAll('*')].filter((each) =>
      [...each.attributes].some(({ name }) => name.startsWith('on')),
    ).length,
    links: [...editor.querySelectorAll<HTMLElement>('[data-url]')].map((each) => each.dataset['url'] ?? ''),
  }))
  expect(seen.ran).toBe(false)
  expect(seen.elements).toBe(0)
  expect(seen.handlers).toBe(0)
  for (const url of seen.links) expect(url).toMatch(/^(?:https?:|mailto:|tel:)/u)
  expect(asked).toEqual([])
  await page.reload()
  await expect(page.getByTestId('editor')).toContainText('انتهى')
})
