import { asPerson } from '../support/as-person.ts'
import { expectAccessible } from '../support/axe.ts'
import { expect, newArticle, openReview, saved, test } from '../support/app.ts'

test.use({ person: { name: 'سعاد', role: 'editor' } })

test('an article is assigned, waits in a queue, is unread, and its return is told once', async ({
  window: page,
  app,
}) => {
  const client = await app.client()
  const editor = { name: 'كريم', role: 'editor' } as const
  await newArticle(page, 'زيارة الوزير')
  await saved(page)
  const id = new URL(page.url()).hash.split('/').at(-1) ?? ''

  await openReview(page)
  await page.getByTestId('assign').click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('combobox', { name: 'المكلَّف' }).fill('سع')
  await page.getByRole('option', { name: 'سعاد' }).click()
  await dialog.getByRole('group', { name: 'موعد التسليم' }).getByRole('spinbutton').first().focus()
  // Day, month, year, hour, minute, and the half of the day.
  await page.keyboard.type('011220990330م')
  await dialog.getByLabel('المطلوب').fill('أضيفي رأي الوزارة.')
  await expectAccessible(page, 'the dialog of an assignment')
  await dialog.getByRole('button', { name: 'كلّف', exact: true }).click()
  await expect(page.getByTestId('assignment')).toContainText('المكلَّف: سعاد')
  await expect(page.getByTestId('assignment')).toContainText('1 ديسمبر')
  await expect(page.getByTestId('history-event').first()).toContainText('كلّف بها سعاد، والتسليم 1 ديسمبر 2099')

  await page.getByRole('link', { name: 'المكتبة' }).click()
  await page.getByTestId('queues').getByRole('link', { name: 'بانتظاري 1' }).click()
  await expect(page).toHaveURL(/#\/library\/waiting$/u)
  const row = page.getByTestId('article-row')
  await expect(row).toContainText('أضيفي رأي الوزارة.')
  await expect(row).not.toContainText('غير مقروءة')
  // The window may not have closed the article yet.
  await expect.poll(async () => (await client.call('review.move', { id, to: 'submitted' })).ok).toBe(true)
  await expect(page.getByRole('heading', { name: 'لا شيء ينتظرك' })).toBeVisible()

  const search = page.getByTestId('search')
  await search.focus()
  await asPerson(client, editor, () => client.call('review.move', { id, to: 'returned', note: 'أين المصدر؟' }))
  const notice = page.getByTestId('arrival')
  await expect(notice).toContainText('أعاد كريم إليك «زيارة الوزير».')
  await expect(search).toBeFocused()
  await expect(page.getByRole('status').filter({ hasText: 'أعاد كريم إليك' })).toHaveCount(1)
  await expect(row).toContainText('غير مقروءة')
  await expectAccessible(page, 'a queue with a notice')
  await notice.getByRole('button', { name: 'افتحها' }).click()
  await expect(page.getByTestId('editor')).toContainText('زيارة الوزير')
  await expect(notice).toHaveCount(0)

  await page.getByRole('link', { name: 'المكتبة' }).click()
  // The queue is the one that was shown last.
  await expect(page.getByRole('link', { name: 'بانتظاري 1' })).toHaveAttribute('aria-current', 'page')
  await expect(row).not.toContainText('غير مقروءة')
  await row.hover()
  await row.getByRole('button', { name: 'علّم «زيارة الوزير» غير مقروءة' }).click()
  await expect(row).toContainText('غير مقروءة')
  await expect(notice).toHaveCount(0)
})
