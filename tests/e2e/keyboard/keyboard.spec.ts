import { tableOf } from '../../scenarios/keyboard/markdown.ts'
import { expect, goTo, newArticle, openReview, saved, setPerson, test } from '../../support/app.ts'
import { fillStore } from '../../support/fill-store.ts'
import { IN_ARTICLE } from './article-shortcuts.ts'
import { IN_CHANGES } from './change-shortcuts.ts'
import { IN_COMMENTS } from './comment-shortcuts.ts'
import { IN_LIBRARY } from './library-shortcuts.ts'
import { editor, press, type Shortcut } from './shortcut.ts'

const COMPARING: Shortcut = {
  keys: 'Esc, Ctrl+Z, while comparing versions',
  what: 'close the comparison; undo what was brought back',
  async proof(page) {
    await setPerson(page, 'سعاد', 'صحفي')
    await newArticle(page, 'عنوان')
    await press(page, 'قبل')
    await saved(page)
    await openReview(page)
    await page.getByTestId('move-submitted').press('Enter')
    await page.getByTestId('move-draft').press('Enter')
    await expect(editor(page)).toHaveAttribute('contenteditable', 'true')
    await editor(page).locator('p').click()
    await press(page, 'End', ' وبعد')
    await saved(page)
    await page.getByRole('tab', { name: 'الإصدارات' }).click()
    const sent = page.getByTestId('timeline-point').filter({ hasText: 'عند الانتقال إلى «مرسلة»' })
    await sent.getByRole('button').press('Enter')
    await expect(page.getByTestId('restore-whole')).toBeEnabled()
    await page.getByTestId('restore-whole').press('Enter')
    await expect(editor(page).locator('p')).toHaveText('قبل')
    await press(page, 'Control+KeyZ')
    await expect(editor(page).locator('p')).toHaveText('قبل وبعد')
    await press(page, 'Escape')
    await expect(page.getByTestId('comparison')).toHaveCount(0)
  },
}

test('the table of shortcuts in docs/keyboard.md is the one that is pressed here', () => {
  const all = [...IN_ARTICLE, ...IN_COMMENTS, ...IN_CHANGES, ...IN_LIBRARY, COMPARING]
  expect(tableOf('Shortcuts')).toEqual(all.map(({ keys, what }) => [keys, what]))
})

test('the shortcuts of the article do what the table says', async ({ window: page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  for (const { keys, proof } of IN_ARTICLE) {
    await test.step(keys, async () => {
      await goTo(page, '#/')
      await newArticle(page, 'عنوان')
      await proof(page)
      await press(page, 'Escape', 'Escape')
    })
  }
})

test('the shortcuts of comments do what the table says', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  for (const { keys, proof } of IN_COMMENTS) await test.step(keys, () => proof(page))
})

test('the shortcuts of proposals do what the table says', async ({ window: page }) => {
  await newArticle(page, 'عنوان')
  for (const { keys, proof } of IN_CHANGES) await test.step(keys, () => proof(page))
})

test('the shortcuts of the library and the bin do what the table says', async ({ app }) => {
  await app.stop()
  fillStore(app.store, 40, new Date('2026-11-24T08:00:00.000Z'))
  await app.start()
  const page = await app.open()
  for (const { keys, proof } of IN_LIBRARY) {
    await test.step(keys, async () => {
      await goTo(page, '#/')
      await expect(page.getByTestId('article-list')).toHaveAttribute('aria-rowcount', '40')
      await proof(page)
    })
  }
})

test('the shortcuts of a comparison do what the table says', async ({ window: page }) => {
  await COMPARING.proof(page)
})
