import { expect, goTo, newArticle, saved, test } from '../support/app.ts'
import { dragPicture } from '../support/drag-picture.ts'

test('a second window follows what the first writes, and may write once the first leaves the article', async ({
  window: first,
  app,
  context,
}) => {
  await context.route('https://example.org/**', (route) => route.fulfill({ contentType: 'text/html', body: 'صفحة' }))
  await newArticle(first, 'عنوان')
  await first.keyboard.type('https://example.org/a من الأولى')
  await saved(first)
  const second = await app.open()
  await second.getByTestId('article-row').click()
  await expect(second.getByText('المقالة مفتوحة للكتابة في نافذة أخرى')).toBeVisible()
  await expect(second.getByTestId('editor')).toContainText('من الأولى')
  await expect(second.getByTestId('editor')).not.toHaveAttribute('contenteditable', 'true')

  // What may only be read takes nothing, and says so; its links are opened by keyboard.
  expect(await dragPicture(second.locator('.writing-page'), { y: 200, drop: true })).toBe(false)
  await expect(second.getByText('المقالة مفتوحة للقراءة فقط، فلا يُضاف إليها شيء الآن.')).toBeVisible()
  const opened = context.waitForEvent('page')
  await second.getByTestId('editor').getByRole('link').press('Enter')
  const other = await opened
  await expect(other).toHaveURL('https://example.org/a')
  await other.close()

  await first.bringToFront()
  await first.getByTestId('editor').locator('[data-block=paragraph]').click()
  await first.keyboard.press('End')
  await first.keyboard.type(' وبقيتها')
  await saved(first)
  await expect(second.getByTestId('editor')).toContainText('من الأولى وبقيتها')

  await goTo(first, '#/')
  await expect(second.getByTestId('editor')).toHaveAttribute('contenteditable', 'true')
  await second.bringToFront()
  await second.getByTestId('editor').locator('[data-block=paragraph]').click()
  await second.keyboard.press('End')
  await second.keyboard.type(' ثم الثانية')
  await saved(second)
  await expect(first.getByTestId('article-row')).toContainText('عنوان')
})

test('a window that is closed abruptly releases its article', async ({ window: first, app }) => {
  await newArticle(first, 'عنوان')
  await saved(first)
  const second = await app.open()
  await second.getByTestId('article-row').click()
  await expect(second.getByText('المقالة مفتوحة للكتابة في نافذة أخرى')).toBeVisible()
  await first.close()
  await expect(second.getByTestId('editor')).toHaveAttribute('contenteditable', 'true')
})

test('the library of one window shows what another writes', async ({ window: first, app }) => {
  const second = await app.open()
  await newArticle(first, 'خبر من النافذة الأولى')
  await saved(first)
  await expect(second.getByTestId('article-row')).toContainText('خبر من النافذة الأولى')
})
