import type { Page } from '@playwright/test'
import { expect } from '../../support/app.ts'
import { editor, press, type Shortcut } from './shortcut.ts'

const card = (page: Page, words: string) => page.getByTestId('thread').filter({ hasText: words })
const chosen = (page: Page) => page.locator('[data-chosen-card]')

/** Pressed one after another, in one article with the words «قالت الوزيرة». */
export const IN_COMMENTS: readonly Shortcut[] = [
  {
    keys: 'Ctrl+Alt+M',
    what: 'comment on the selected words or block; without a selection on the article',
    async proof(page) {
      await press(page, 'قالت الوزيرة', 'Control+Alt+KeyM')
      await expect(page.getByTestId('new-comment')).toContainText('على المقالة كلها')
      await expect(page.getByTestId('new-comment').getByRole('textbox')).toBeFocused()
    },
  },
  {
    keys: 'Ctrl+Enter, in a message',
    what: 'send it',
    async proof(page) {
      await press(page, 'أين المصدر؟', 'Control+Enter')
      await expect(card(page, 'أين المصدر؟')).toBeVisible()
      await editor(page).locator('p').click()
      await press(page, 'Home', 'Control+Shift+ArrowLeft', 'Control+Alt+KeyM', 'أو «أعلنت»', 'Control+Enter')
      await expect(editor(page).locator('mark')).toHaveText('قالت')
      await expect(chosen(page)).toContainText('أو «أعلنت»')
      await expect(chosen(page)).toBeFocused()
    },
  },
  {
    keys: 'Ctrl+Alt+., Ctrl+Alt+,',
    what: 'the next comment, the one before; the focus goes to it',
    async proof(page) {
      await press(page, 'Control+Alt+Period')
      await expect(chosen(page)).toContainText('أين المصدر؟')
      await expect(chosen(page)).toBeFocused()
      await press(page, 'Control+Alt+Comma')
      await expect(chosen(page)).toContainText('أو «أعلنت»')
    },
  },
  {
    keys: 'Ctrl+Alt+R',
    what: 'reply to the chosen comment',
    async proof(page) {
      await press(page, 'Control+Alt+KeyR')
      await expect(chosen(page).getByRole('textbox')).toBeFocused()
      await press(page, 'نعم', 'Control+Enter')
      await expect(chosen(page).locator('.message')).toHaveCount(2)
    },
  },
  {
    keys: 'Esc, in a comment',
    what: 'back to its words; where the panel covers the page, close it',
    async proof(page) {
      await press(page, 'Escape')
      await expect(editor(page)).toBeFocused()
      await press(page, 'هكذا ')
      await expect(editor(page).locator('p')).toHaveText('هكذا قالت الوزيرة')
    },
  },
  {
    keys: 'Ctrl+Alt+Shift+M',
    what: 'resolve its discussion, or reopen it',
    async proof(page) {
      await editor(page).locator('mark').click()
      await expect(chosen(page)).toContainText('أو «أعلنت»')
      await press(page, 'Control+Alt+Shift+KeyM')
      await expect(card(page, 'أو «أعلنت»')).toHaveCount(0)
      await expect(editor(page).locator('mark')).toHaveCount(0)
    },
  },
]
