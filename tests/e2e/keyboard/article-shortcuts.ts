import { expect } from '../../support/app.ts'
import { body, editor, makes, press, type Shortcut } from './shortcut.ts'

/** Pressed in a new article, with the caret in its empty paragraph. */
export const IN_ARTICLE: readonly Shortcut[] = [
  {
    keys: 'Ctrl+K',
    what: 'commands: everything that can be done, found by name in Arabic or English',
    async proof(page) {
      await press(page, 'Control+KeyK', 'separator', 'Enter')
      await expect.poll(() => body(page)).toContain('separator: ')
      await press(page, 'Control+KeyK', 'فاصل', 'Enter')
      await expect.poll(async () => (await body(page)).filter((line) => line === 'separator: ')).toHaveLength(2)
    },
  },
  {
    keys: '/ at the start of a line or after a space',
    what: 'blocks and snippets, found by name',
    async proof(page) {
      const menu = page.getByRole('listbox', { name: 'إدراج وتحويل' })
      await press(page, '/')
      await expect(menu).toBeVisible()
      await press(page, 'Escape', 'Backspace', 'كلمة', '/')
      await expect(menu).toHaveCount(0)
      await press(page, 'Backspace', ' ', '/')
      await expect(menu).toBeVisible()
    },
  },
  {
    keys: 'Ctrl+B, Ctrl+I, Ctrl+U',
    what: 'bold, emphasis, underline',
    async proof(page) {
      await press(page, 'Control+KeyB', 'غ', 'Control+KeyB', 'Control+KeyI', 'م', 'Control+KeyI', 'Control+KeyU', 'ت')
      expect(await body(page)).toEqual(['paragraph: *غ*_م_+ت+'])
    },
  },
  {
    keys: 'Ctrl+Shift+K',
    what: 'link',
    async proof(page) {
      await press(page, 'خبر', 'Shift+Home', 'Control+Shift+KeyK')
      await page.getByRole('textbox', { name: 'الرابط', exact: true }).fill('example.org')
      await press(page, 'Enter')
      await expect.poll(() => body(page)).toEqual(['paragraph: [خبر](https://example.org)'])
    },
  },
  {
    keys: 'Alt+Enter, in a link',
    what: 'open it in the browser',
    async proof(page) {
      await page.context().route('https://example.org/', (route) => route.fulfill({ body: '' }))
      await press(page, 'https://example.org/', ' ', 'ArrowRight')
      const opened = page.context().waitForEvent('page')
      await press(page, 'Alt+Enter')
      const other = await opened
      expect(other.url()).toBe('https://example.org/')
      await other.close()
    },
  },
  {
    keys: 'Alt+F10, in a link',
    what: 'its address, with open, edit and remove; Esc goes back',
    async proof(page) {
      await press(page, 'www.example.org', ' ', 'ArrowRight', 'Alt+F10')
      await expect(page.getByRole('toolbar', { name: 'الرابط', exact: true }).getByRole('button').first()).toBeFocused()
      await press(page, 'Escape')
      await expect(editor(page)).toBeFocused()
    },
  },
  {
    keys: 'Ctrl+Shift+L',
    what: "left-to-right isolate of the writer's own, or none any more",
    async proof(page) {
      const isolate = editor(page).locator('p bdi, p [dir=ltr]')
      await press(page, 'خبر', 'Shift+Home', 'Control+Shift+KeyL')
      await expect(isolate).toHaveCount(1)
      await press(page, 'Control+Shift+KeyL')
      await expect(isolate).toHaveCount(0)
    },
  },
  {
    keys: 'Ctrl+\\',
    what: 'clear formatting',
    async proof(page) {
      await press(page, 'Control+KeyB', 'غ')
      await makes(page, ['Control+Backslash', ['paragraph: غ']])
    },
  },
  {
    keys: 'Ctrl+Alt+0, Ctrl+Alt+2, Ctrl+Alt+3',
    what: 'paragraph, subhead, smaller subhead',
    proof: (page) =>
      makes(
        page,
        ['Control+Alt+Digit2', ['subhead: ']],
        ['Control+Alt+Digit3', ['subhead 3: ']],
        ['Control+Alt+Digit0', ['paragraph: ']],
      ),
  },
  {
    keys: 'Ctrl+Shift+9',
    what: 'quote',
    proof: (page) => makes(page, ['Control+Shift+Digit9', ['quote', 'paragraph: ', 'attribution: ']]),
  },
  {
    keys: 'Ctrl+Shift+8, Ctrl+Shift+7',
    what: 'list, numbered list',
    proof: (page) =>
      makes(
        page,
        ['Control+Shift+Digit8', ['list', 'list-item: ']],
        ['Control+Shift+Digit7', ['list ordered', 'list-item: ']],
      ),
  },
  {
    keys: 'Tab, Shift+Tab',
    what: 'in a list one level in or out; in a table the next or the previous cell',
    async proof(page) {
      await press(page, '- أول', 'Enter', 'ب')
      await makes(
        page,
        ['Tab', ['list', 'list-item: أول', 'list-item 1: ب']],
        ['Shift+Tab', ['list', 'list-item: أول', 'list-item: ب']],
      )
      await press(page, 'Enter', 'Enter', '/', 'جدول', 'Enter', 'Tab', 'ثانية', 'Shift+Tab', 'أولى')
      const cells = ['table', 'table-row', 'table-cell: أولى', 'table-cell: ثانية']
      expect((await body(page)).slice(3, 7)).toEqual(cells)
    },
  },
  {
    keys: '↑, ↓ in a table',
    what: 'the cell above or below, at the same place of the line',
    async proof(page) {
      await press(page, '/', 'جدول', 'Enter', 'أ', 'ArrowDown', 'ب', 'ArrowUp', 'ت')
      expect((await body(page)).slice(0, 7)).toEqual([
        ...['table', 'table-row', 'table-cell: أت', 'table-cell: ', 'table-cell: '],
        ...['table-row', 'table-cell: ب'],
      ])
    },
  },
  {
    keys: 'Ctrl+Shift+G',
    what: 'pictures of the computer',
    async proof(page) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), press(page, 'Control+Shift+KeyG')])
      expect(chooser.isMultiple()).toBe(true)
    },
  },
  {
    keys: 'Alt+Shift+↑, Alt+Shift+↓',
    what: 'move the selected blocks: block, list item, link or table row',
    async proof(page) {
      await press(page, 'أ', 'Enter', '- ب', 'Enter', 'ج')
      await makes(
        page,
        ['Alt+Shift+ArrowUp', ['paragraph: أ', 'list', 'list-item: ج', 'list-item: ب']],
        ['Alt+Shift+ArrowDown', ['paragraph: أ', 'list', 'list-item: ب', 'list-item: ج']],
      )
      await press(page, 'ArrowUp', 'ArrowUp')
      await makes(page, ['Alt+Shift+ArrowDown', ['list', 'list-item: ب', 'list-item: ج', 'paragraph: أ']])
    },
  },
  {
    keys: 'Ctrl+D',
    what: 'duplicate them',
    async proof(page) {
      await press(page, 'أ')
      await makes(page, ['Control+KeyD', ['paragraph: أ', 'paragraph: أ']])
    },
  },
  {
    keys: 'Ctrl+Shift+Backspace',
    what: 'delete them',
    async proof(page) {
      await press(page, 'أ', 'Enter', 'ب')
      await makes(page, ['Control+Shift+Backspace', ['paragraph: أ']])
    },
  },
  {
    keys: 'Esc, in the text',
    what: 'select the block, then what is around it, then give the caret back',
    async proof(page) {
      const chosen = editor(page).locator('[data-chosen]')
      await press(page, '- أ', 'Enter', 'ب', 'Escape')
      await expect(chosen).toHaveText(['ب'])
      await press(page, 'Escape')
      await expect(chosen).toHaveAttribute('data-block', 'list')
      await press(page, 'Escape', 'ج')
      await expect(chosen).toHaveCount(0)
      expect(await body(page)).toEqual(['list', 'list-item: أ', 'list-item: بج'])
    },
  },
  {
    keys: '↑ ↓, Shift+↑ ↓, while blocks are selected',
    what: 'select the block above or below; select up to it',
    async proof(page) {
      const chosen = editor(page).locator('[data-chosen]')
      await press(page, 'أ', 'Enter', 'ب', 'Enter', 'ج', 'Escape', 'ArrowUp')
      await expect(chosen).toHaveText(['ب'])
      await press(page, 'Shift+ArrowUp')
      await expect(chosen).toHaveText(['أ', 'ب'])
      await makes(page, ['Delete', ['paragraph: ج']])
    },
  },
  {
    keys: 'Ctrl with the right Shift, Ctrl with the left Shift',
    what: 'the line runs right to left, left to right',
    async proof(page) {
      await page.keyboard.down('ControlLeft')
      await makes(page, ['ShiftLeft', ['paragraph ltr: ']], ['ShiftRight', ['paragraph: ']])
      await page.keyboard.up('ControlLeft')
    },
  },
  {
    keys: 'Ctrl+Shift+X',
    what: 'the other direction',
    proof: (page) => makes(page, ['Control+Shift+KeyX', ['paragraph ltr: ']], ['Control+Shift+KeyX', ['paragraph: ']]),
  },
  {
    keys: 'Ctrl+Z, Ctrl+Shift+Z or Ctrl+Y',
    what: 'undo, redo',
    async proof(page) {
      await press(page, 'أ')
      await makes(
        page,
        ['Control+KeyZ', ['paragraph: ']],
        ['Control+Shift+KeyZ', ['paragraph: أ']],
        ['Control+KeyZ', ['paragraph: ']],
        ['Control+KeyY', ['paragraph: أ']],
      )
    },
  },
  {
    keys: 'Ctrl+V, Ctrl+Shift+V',
    what: 'paste; paste as plain text',
    async proof(page) {
      await press(page, 'Control+KeyB', 'غ', 'Shift+Home', 'Control+KeyC', 'End', 'Enter', 'Control+Backslash')
      await makes(page, ['Control+KeyV', ['paragraph: *غ*', 'paragraph: *غ*']])
      await press(page, 'Enter', 'Control+Backslash')
      await makes(page, ['Control+Shift+KeyV', ['paragraph: *غ*', 'paragraph: *غ*', 'paragraph: غ']])
    },
  },
  {
    keys: 'Shift+F10, the menu key',
    what: 'cut, copy, paste and the link, at the caret, as a right click',
    async proof(page) {
      const menu = page.getByRole('menu', { name: 'قائمة النص' })
      for (const key of ['Shift+F10', 'ContextMenu']) {
        await press(page, 'خبر', key)
        await expect(menu.getByRole('menuitem', { name: 'الصق بلا تنسيق' })).toBeVisible()
        await press(page, 'Escape')
        await expect(menu).toHaveCount(0)
      }
      expect(await body(page)).toEqual(['paragraph: خبرخبر'])
    },
  },
  {
    keys: 'Ctrl+F, Ctrl+H',
    what: 'find; find and replace',
    async proof(page) {
      await press(page, 'Control+KeyF')
      await expect(page.getByRole('textbox', { name: 'ابحث في المقالة' })).toBeFocused()
      await press(page, 'Escape', 'Control+KeyH')
      await expect(page.getByRole('textbox', { name: 'استبدل بها' })).toBeVisible()
    },
  },
  {
    keys: 'Enter, Shift+Enter while finding',
    what: 'next, previous',
    async proof(page) {
      await press(page, 'كلمة كلمة كلمة', 'Control+KeyF', 'كلمة')
      const search = page.getByRole('search')
      await expect(search).toContainText(/\d من 3/u)
      const at = async (): Promise<number> => Number(/(\d) من 3/u.exec(await search.innerText())?.[1])
      const first = await at()
      await press(page, 'Enter')
      await expect.poll(at).toBe((first % 3) + 1)
      await press(page, 'Shift+Enter')
      await expect.poll(at).toBe(first)
    },
  },
  {
    keys: 'Esc',
    what: 'close the find bar, or the side panel where it covers the page',
    async proof(page) {
      await press(page, 'Control+KeyF')
      await expect(page.getByRole('search')).toBeVisible()
      await press(page, 'Escape')
      await expect(page.getByRole('search')).toHaveCount(0)
      await expect(editor(page)).toBeFocused()
      await page.setViewportSize({ width: 900, height: 600 })
      const panel = page.getByRole('complementary', { name: 'اللوح الجانبي' })
      await page.getByRole('button', { name: 'أظهر اللوح الجانبي' }).press('Enter')
      await expect(panel).toBeVisible()
      await press(page, 'Escape')
      await expect(panel).toHaveCount(0)
      await page.setViewportSize({ width: 1280, height: 800 })
    },
  },
  {
    keys: 'Ctrl+Shift+F',
    what: 'focus mode',
    async proof(page) {
      await press(page, 'Control+Shift+KeyF')
      await expect(page.getByRole('navigation')).toBeHidden()
      await press(page, 'Control+Shift+KeyF')
      await expect(page.getByRole('navigation')).toBeVisible()
    },
  },
  {
    keys: 'Ctrl+Alt+=, Ctrl+Alt+−',
    what: 'larger, smaller text',
    async proof(page) {
      const zoom = () => page.locator('.writing').evaluate((each) => each.style.getPropertyValue('--text-zoom'))
      await press(page, 'Control+Alt+Equal')
      await expect.poll(zoom).toBe('1.1')
      await press(page, 'Control+Alt+Minus')
      await expect.poll(zoom).toBe('1')
    },
  },
  {
    keys: 'Ctrl+P',
    what: 'print a proof',
    async proof(page) {
      await page.evaluate(() => {
        window.print = () => document.documentElement.setAttribute('data-printed', '')
      })
      await press(page, 'Control+KeyP')
      await expect(page.locator('html')).toHaveAttribute('data-printed', '')
    },
  },
  {
    keys: 'Ctrl+S',
    what: 'save now, and say so; Midad saves by itself too',
    async proof(page) {
      await press(page, 'كلمة', 'Control+KeyS')
      await expect(page.getByTestId('save-status')).toContainText('حُفظ الآن')
    },
  },
  {
    keys: 'F1, and ؟ outside a text',
    what: 'these shortcuts',
    async proof(page) {
      const sheet = page.getByRole('dialog', { name: 'اختصارات لوحة المفاتيح' })
      await press(page, 'F1')
      await expect(sheet.getByText('Ctrl+Shift+9')).toBeVisible()
      await press(page, 'Escape')
      await expect(sheet).toHaveCount(0)
      await expect(editor(page)).toBeFocused()
      // In the text it is a question mark.
      await press(page, 'Shift+Slash')
      expect(await body(page)).toEqual(['paragraph: ?'])
      await page.getByRole('link', { name: 'المكتبة' }).focus()
      await press(page, 'Shift+Slash')
      await expect(sheet).toBeVisible()
    },
  },
]
