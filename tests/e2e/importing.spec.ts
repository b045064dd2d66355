import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import iconv from 'iconv-lite'
import { ELAPH, expect, goTo, HEADLINE, test } from '../support/app.ts'

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
  await page.getByLabel('دور السطر 4', { exact: true }).selectOption({ label: 'سطر تمهيدي' })
  await page.locator('[data-line="50"]').getByRole('button', { name: 'أعِده' }).click()
  await page.getByLabel('القسم').fill('سياسة')
  await page.getByRole('button', { name: 'أنشئ المسودة' }).click()
  const editor = page.getByTestId('editor')
  await expect(editor.locator('[data-block=kicker]')).toHaveText(
    'بغداد ولندن تنسقان لانهاء الدور القتالي للتحالف في العراق',
  )
  await expect(editor.locator('[data-block=paragraph]').last()).toHaveText('في أخبار')
  await page.getByRole('tab', { name: 'التفاصيل' }).click()
  await expect(page.getByLabel('القسم')).toHaveValue('سياسة')
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

test('refuses what is no text, in plain words, and stores nothing', async ({ window: page, app }) => {
  const cases: [string, Buffer, string][] = [
    ['وورد.docx', Buffer.from('504b030414000600', 'hex'), 'ليس هذا ملفًا نصيًا'],
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
