import { expect, saved } from '../../support/app.ts'
import { editor, press, type Shortcut } from './shortcut.ts'

/** Pressed one after another, in one article with the headline «عنوان». */
export const IN_CHANGES: readonly Shortcut[] = [
  {
    keys: 'Ctrl+Alt+Shift+X',
    what: 'propose changes, or edit the article again',
    async proof(page) {
      await press(page, 'قالت الوزيرة')
      await saved(page)
      await press(page, 'Control+Alt+Shift+KeyX')
      await expect(page.getByText('ما تكتبه هنا اقتراح باسم سعاد')).toBeVisible()
      await expect(editor(page)).toBeFocused()
      await editor(page).locator('p').click()
      await press(page, 'End', ' أمس', 'Control+Home', 'End', ' جديد')
      await saved(page)
      await press(page, 'Control+Alt+Shift+KeyX')
      await expect(editor(page).locator('p')).toHaveText('قالت الوزيرة')
      await expect(editor(page).locator('ins.drawn-words')).toHaveCount(2)
    },
  },
  {
    keys: 'Ctrl+Alt+J, Ctrl+Alt+Shift+J',
    what: 'the next change, the one before; the focus goes to its card',
    async proof(page) {
      const chosen = page.locator('[data-chosen-card]')
      // From the caret on, in the text that nobody looked at a card of yet.
      await press(page, 'Control+Home', 'Control+Alt+KeyJ')
      await expect(chosen).toContainText('جديد')
      await expect(chosen).toBeFocused()
      await press(page, 'Control+Alt+KeyJ')
      await expect(chosen).toContainText('أمس')
      await press(page, 'Control+Alt+Shift+KeyJ')
      await expect(chosen).toContainText('جديد')
    },
  },
  {
    keys: 'Ctrl+Alt+Y, Ctrl+Alt+N',
    what: 'accept the chosen change, reject it',
    async proof(page) {
      await press(page, 'Control+Alt+KeyY')
      await expect(editor(page).locator('h1')).toHaveText('عنوان جديد')
      await expect(editor(page).locator('ins.drawn-words')).toHaveCount(1)
      await press(page, 'Control+Alt+KeyN')
      await expect(editor(page).locator('ins.drawn-words')).toHaveCount(0)
      await expect(editor(page).locator('p')).toHaveText('قالت الوزيرة')
    },
  },
]
