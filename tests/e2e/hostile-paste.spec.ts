import { expect, newArticle, saved, test } from '../support/app.ts'
import { outline, paste } from '../support/paste.ts'

test('what is typed while a paste is read stands behind it, and one undo takes the paste back', async ({ app }) => {
  const page = await app.open()
  const { promise: isRead, resolve: read } = Promise.withResolvers<void>()
  // The worker that reads it begins late.
  await page.route('**/worker-*.js', async (route) => {
    await isRead
    await route.continue()
  })
  await page.reload()
  await newArticle(page, 'عنوان')
  const text = page.getByTestId('editor')
  const pasted = paste(page, { 'text/html': '<p>أول</p><ul><li>بند</li></ul><p>آخر</p>' })
  await expect(text).toHaveAttribute('aria-busy', 'true')
  await page.keyboard.type('كُتب بعده')
  expect(await outline(page)).toEqual(['headline: عنوان', 'paragraph: كُتب بعده'])
  await expect(page.getByText('يُقرأ ما لصقته…')).toBeVisible()
  read()
  await pasted
  await expect(page.getByText('يُقرأ ما لصقته…')).toBeHidden()
  await page.keyboard.type('!')
  await expect(text).toContainText('كُتب بعده!')
  const whole = ['headline: عنوان', 'paragraph: أول', 'list', 'list-item: بند', 'paragraph: آخر']
  expect((await outline(page)).slice(0, -1)).toEqual(whole)
  await page.keyboard.press('Control+Z')
  await page.keyboard.press('Control+Z')
  expect(await outline(page)).toEqual(['headline: عنوان', 'paragraph: كُتب بعده'])
})

/** What hangs or floods a window that reads it itself, and whether its words alone are pasted. */
const HOSTILE: Readonly<Record<string, readonly [html: string, isTooLarge: boolean]>> = {
  'half a million of <': ['<'.repeat(500_000), true],
  'spans in one another': [`${'<span>'.repeat(100_000)}عمق`, false],
  'tables in one another': [`${'<table><tr><td>'.repeat(100_000)}عمق`, false],
  'marks that are never closed': ['<b><i><u><font color=red><p>ن'.repeat(60_000), true],
  'an attribute': [`<p title="${'x'.repeat(3_900_000)}">نص</p>`, false],
  'comments in one another': [`<p>نص</p>${'<!--'.repeat(900_000)}`, false],
  'a hundred thousand paragraphs': ['<p>نص</p>'.repeat(100_000), true],
  'a line that no line is as long as': [`<p>${'كلام '.repeat(200_000)}</p>`, true],
}

test('hostile clipboards are pasted or refused in words, and typing goes on', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  for (const [name, [html, isTooLarge]] of Object.entries(HOSTILE)) {
    await test.step(name, async () => {
      await paste(page, { 'text/html': html, 'text/plain': 'الكلمات' })
      await page.keyboard.type('تم.')
      await expect(page.getByTestId('editor')).toContainText('تم.')
      const words = page.getByRole('alert').filter({ hasText: 'لُصقت الكلمات وحدها' })
      await expect(words).toHaveCount(isTooLarge ? 1 : 0)
      if (isTooLarge) await words.getByRole('button', { name: 'أغلق' }).click()
      await page.getByTestId('editor').focus()
      await page.keyboard.press('Control+End')
      await page.keyboard.press('Enter')
    })
  }
  await saved(page)
})
