import { expect, goTo } from '../../support/app.ts'
import { editor, press, rows, type Shortcut } from './shortcut.ts'

/** Pressed in a library of forty articles, with the focus in its search. */
export const IN_LIBRARY: readonly Shortcut[] = [
  {
    keys: 'any letter, in the library',
    what: 'searches; Ctrl+F too; ↓ goes on to what was found',
    async proof(page) {
      const search = page.getByTestId('search')
      await rows(page).first().focus()
      await press(page, 'a')
      await expect(search).toBeFocused()
      await expect(search).toHaveValue('a')
      await search.fill('')
      await rows(page).first().focus()
      await press(page, 'Control+KeyF')
      await expect(search).toBeFocused()
      await press(page, 'ArrowDown')
      await expect(rows(page).first()).toBeFocused()
    },
  },
  {
    keys: '↑ ↓ Home End PageUp PageDown, in the library',
    what: 'go through all articles, however many; Enter opens',
    async proof(page) {
      const focused = () => page.evaluate(() => Number(document.activeElement?.getAttribute('data-index')))
      await rows(page).first().focus()
      await press(page, 'ArrowDown')
      await expect.poll(focused).toBe(1)
      await press(page, 'ArrowUp')
      await expect.poll(focused).toBe(0)
      await press(page, 'End')
      await expect.poll(focused).toBe(39)
      await press(page, 'PageUp')
      await expect.poll(focused).toBeLessThan(39)
      await press(page, 'Home')
      await expect.poll(focused).toBe(0)
      await press(page, 'PageDown')
      await expect.poll(focused).toBeGreaterThan(0)
      const row = await focused()
      await press(page, 'Enter')
      await expect(editor(page)).toBeVisible()
      await goTo(page, '#/')
      await expect.poll(focused).toBe(row)
    },
  },
  {
    keys: '← → in a row of the library',
    what: 'the buttons of the row, and back',
    async proof(page) {
      const row = rows(page).first()
      const isInside = () =>
        row.evaluate((each) => each !== document.activeElement && each.contains(document.activeElement))
      await row.focus()
      await press(page, 'ArrowLeft')
      await expect.poll(isInside).toBe(true)
      await press(page, 'ArrowRight')
      await expect(row).toBeFocused()
    },
  },
  {
    keys: 'Space, Shift+↑ ↓, in the library',
    what: 'choose articles, as a click with Ctrl or Shift does; Esc chooses none',
    async proof(page) {
      const chosen = page.getByTestId('chosen')
      await rows(page).first().focus()
      await press(page, 'Space', 'Shift+ArrowDown', 'Shift+ArrowDown')
      await expect(chosen).toContainText('اخترت 3 مقالات')
      await press(page, 'Shift+ArrowUp')
      await expect(chosen).toContainText('اخترت مقالتين')
      await press(page, 'Escape')
      await expect(chosen).toHaveCount(0)
    },
  },
  {
    keys: 'Delete, in the library',
    what: 'put the article into the bin; Ctrl+Z takes it out again',
    async proof(page) {
      const list = page.getByTestId('article-list')
      await rows(page).first().focus()
      await press(page, 'Delete')
      await expect(list).toHaveAttribute('aria-rowcount', '39')
      await press(page, 'Control+KeyZ')
      await expect(list).toHaveAttribute('aria-rowcount', '40')
    },
  },
  {
    keys: 'Space, ← →, in the bin',
    what: 'choose an article; go to the button that takes it out',
    async proof(page) {
      await rows(page).first().focus()
      await press(page, 'Delete')
      await expect(page.getByTestId('put-away')).toBeVisible()
      await goTo(page, '#/bin')
      const row = page.getByTestId('bin-row')
      await row.focus()
      await press(page, 'Space')
      await expect(row.getByRole('checkbox')).toBeChecked()
      await press(page, 'ArrowLeft', 'ArrowLeft')
      await expect(row.getByRole('button', { name: /من السلة/u })).toBeFocused()
      await press(page, 'ArrowRight', 'ArrowRight')
      await expect(row).toBeFocused()
    },
  },
]
