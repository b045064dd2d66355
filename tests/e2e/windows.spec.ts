import { expect, goTo, newArticle, saved, test } from '../support/app.ts'

test('a second window follows what the first writes, and may write once the first leaves the article', async ({
  window: first,
  app,
}) => {
  await newArticle(first, 'عنوان')
  await first.keyboard.type('من الأولى')
  await saved(first)
  const second = await app.open()
  await second.getByTestId('article-row').click()
  await expect(second.getByText('المقالة مفتوحة للكتابة في نافذة أخرى')).toBeVisible()
  await expect(second.getByTestId('editor')).toContainText('من الأولى')
  await expect(second.getByTestId('editor')).not.toHaveAttribute('contenteditable', 'true')

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
