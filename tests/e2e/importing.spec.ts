import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { buildPackage } from '#core/export/package/package.ts'
import { writeZip } from '#electron/files/zip-write.ts'
import { ELAPH, expect, goTo, HEADLINE, saved, test } from '../support/app.ts'
import { PACKAGE } from '../support/edition.ts'
import { realArticle } from '../support/real-article.ts'
import { wordDocument } from '../support/word.ts'

const text = readFileSync(ELAPH, 'utf8')

test('takes a pasted text at once', async ({ window: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await goTo(page, '#/import')
  await page.evaluate((words) => navigator.clipboard.writeText(words), text)
  await page.getByLabel('الصق النص هنا').focus()
  await page.keyboard.press('Control+V')
  await expect(page.locator('[data-role=headline]')).toContainText(HEADLINE)
})

test('takes a dropped file', async ({ window: page }) => {
  await goTo(page, '#/import')
  const data = await page.evaluateHandle((words) => {
    const transfer = new DataTransfer()
    transfer.items.add(new File([words], 'مقالة.txt', { type: 'text/plain' }))
    return transfer
  }, text)
  await page.getByLabel('الصق النص هنا').dispatchEvent('drop', { dataTransfer: data })
  await expect(page.locator('[data-role=headline]')).toContainText(HEADLINE)
})

test('lets roles be corrected and dropped lines be restored', async ({ window: page }) => {
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(ELAPH)
  await page.getByLabel('دور السطر 4', { exact: true }).selectOption({ label: 'العنوان التمهيدي' })
  await page.locator('[data-line="50"]').getByRole('button', { name: 'أعِده' }).click()
  await page.getByLabel('القسم').fill('سياسة')
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  const editor = page.getByTestId('editor')
  await expect(editor.locator('[data-block=kicker]')).toHaveText(
    'بغداد ولندن تنسقان لانهاء الدور القتالي للتحالف في العراق',
  )
  await expect(editor.locator('[data-block=paragraph]').last()).toHaveText('في أخبار')
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await expect(page.getByRole('combobox', { name: 'القسم' })).toHaveValue('سياسة')
})

test('reads a file of an old Arabic newsroom, and one with a byte order mark', async ({ window: page, app }) => {
  const old = join(app.folder, 'قديم.txt')
  writeFileSync(old, iconv.encode(text, 'windows-1256'))
  const marked = join(app.folder, 'bom.txt')
  writeFileSync(marked, `\uFEFF${text}`)
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(old)
  await expect(page.getByText('كان الملف بترميز عربي قديم فحُوّل')).toBeVisible()
  await expect(page.locator('[data-role=headline]')).toContainText(HEADLINE)
  await page.getByRole('button', { name: 'نص آخر' }).click()
  await page.getByLabel('افتح ملفًا').setInputFiles(marked)
  await expect(page.locator('[data-role=headline]')).toContainText(HEADLINE)
})

test('refuses damaged, foreign, empty and too large files in plain words, and stores nothing', async ({
  window: page,
  app,
}) => {
  const cases: [string, Buffer, string][] = [
    ['وورد.docx', Buffer.from('504b030414000600', 'hex'), 'الملف تالف أو ناقص'],
    ['قديم.doc', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'ليس هذا ملفًا نصيًا'],
    ['فارغ.txt', Buffer.from(' \n'), 'لا نص في هذا الملف'],
    ['كبير.txt', Buffer.alloc(11 * 1024 * 1024, 'ا'), 'النص أكبر من 10 ميغابايت'],
  ]
  await goTo(page, '#/import')
  for (const [name, bytes, words] of cases) {
    const path = join(app.folder, name)
    writeFileSync(path, bytes)
    await page.getByLabel('افتح ملفًا').setInputFiles(path)
    await expect(page.getByRole('alert')).toContainText(words)
  }
  await goTo(page, '#/')
  await expect(page.getByRole('heading', { name: 'لا مقالات بعد' })).toBeVisible()
})

test('previews a Word document with what is lost and who proposes what, and imports it', async ({
  window: page,
  app,
}) => {
  const path = join(app.folder, 'مقالة.docx')
  writeFileSync(path, await wordDocument())
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await expect(page.getByTestId('import-format')).toHaveAttribute('data-format', 'docx')
  await expect(page.locator('[data-testid=import-preview][data-role=headline]')).toContainText(
    'مجلس الوزراء يقر الموازنة',
  )
  await expect(page.locator('[data-testid=import-loss][data-code=formatting]')).toContainText('السعر القديم')
  await expect(page.getByTestId('import-review-found').getByRole('listitem')).toHaveText([
    'تغييران مقترحان: x',
    'نقاش واحد: كريم',
  ])
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  const editor = page.getByTestId('editor')
  await expect(editor.locator('h1')).toHaveText('مجلس الوزراء يقر الموازنة')
  await expect(editor.locator('[data-block=paragraph]').first()).toContainText('أقر المجلس كلمة محذوفة')
})

test('asks what to do with a package whose article is already in the store', async ({ window: page, app }) => {
  const path = join(app.folder, 'حزمة.zip')
  writeFileSync(path, await writeZip(buildPackage({ ...PACKAGE, article: realArticle() })))
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await expect(page.getByText('يدخل كل ما في الملف')).toBeVisible()
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  await expect(page.getByTestId('editor').locator('h1')).toHaveText(HEADLINE)
  const address = page.url()
  await page.getByTestId('editor').locator('h1').click()
  await page.keyboard.type('اليوم')
  await saved(page)

  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await expect(page.getByTestId('import-known')).toContainText('اليوم')
  await expect(page.getByTestId('import-known')).toContainText('نص الملف محفوظ في إصدارات المقالة هنا')
  await page.getByRole('button', { name: 'افتحها' }).click()
  await expect(page.getByTestId('editor').locator('h1')).toContainText('اليوم')
  expect(page.url()).toBe(address)

  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await page.getByText('أدخل نص الملف فيها إصدارًا جديدًا').click()
  await page.getByRole('button', { name: 'أدخل الإصدار الجديد' }).click()
  await expect(page.getByTestId('editor').locator('h1')).toHaveText(HEADLINE)
  expect(page.url()).toBe(address)

  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await page.getByText('استوردها نسخة مستقلة').click()
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  await expect(page.getByTestId('editor').locator('h1')).toHaveText(HEADLINE)
  expect(page.url()).not.toBe(address)
})

test('imports a web page without running or fetching anything in it', async ({ window: page, app }) => {
  const path = join(app.folder, 'صفحة.html')
  writeFileSync(
    path,
    `<!doctype html><html lang="ar" dir="rtl"><body><nav>الرئيسة</nav><article><h1>عنوان الصفحة</h1>
    <p onclick="window.pwned=1">نص <script>window.pwned=1</script><b>مهم</b>.</p>
    <img src="https://evil.example/track.png" alt="صورة"><iframe src="https://video.example/1"></iframe></article></body></html>`,
  )
  const asked: string[] = []
  page.on('request', (request) => asked.push(request.url()))
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await expect(page.locator('[data-testid=import-loss][data-code=remote-picture]')).toContainText('evil.example')
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  const editor = page.getByTestId('editor')
  await expect(editor.locator('h1')).toHaveText('عنوان الصفحة')
  await expect(editor.locator('[data-block=paragraph]').first()).toHaveText('نص مهم.')
  expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
  expect(asked.filter((url) => url.includes('example'))).toEqual([])
})

test('shows the first of many losses, and all of them on request', async ({ window: page, app }) => {
  const path = join(app.folder, 'صفحة.html')
  const hidden = ['أ', 'ب', 'ج', 'د'].map((letter) => `<p hidden>سطر مخفي ${letter}</p>`).join('')
  writeFileSync(path, `<html dir="rtl"><body><article><h1>عنوان</h1><p>نص.</p>${hidden}</article></body></html>`)
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  const loss = page.locator('[data-testid=import-loss][data-code=hidden-text]')
  await expect(loss).toContainText('نص مخفي في الأصل: 4')
  await expect(loss.getByText('سطر مخفي ج')).toHaveCount(2)
  await expect(loss.getByText('سطر مخفي د')).toBeHidden()
  await loss.getByText('اقرأ الكل (4)').click()
  await expect(loss.getByText('سطر مخفي د')).toBeVisible()
  await expect(loss.getByText('سطر مخفي ج').first()).toBeHidden()
})

test('imports the chosen ones of several posts', async ({ window: page, app }) => {
  const path = join(app.folder, 'تصدير.xml')
  const item = (title: string) =>
    `<item><title>${title}</title><content:encoded><![CDATA[نص ${title}.\n\nفقرة ثانية.]]></content:encoded><wp:post_type>post</wp:post_type></item>`
  writeFileSync(
    path,
    `<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:wp="http://wordpress.org/export/1.2/"><channel><language>ar</language>${['الأول', 'الثاني', 'الثالث'].map(item).join('')}</channel></rss>`,
  )
  await goTo(page, '#/import')
  await page.getByLabel('افتح ملفًا').setInputFiles(path)
  await expect(page.getByTestId('import-article')).toHaveCount(3)
  await page.getByRole('checkbox', { name: 'الثاني' }).uncheck()
  await page.getByRole('button', { name: 'أنشئ مسودتين' }).click()
  await expect(page.getByTestId('article-row')).toHaveCount(2)
})
