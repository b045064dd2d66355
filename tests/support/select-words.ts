import { expect, type Page } from '@playwright/test'

/** Where words stand in the window: just inside of their first and their last letter. */
type Ends = { from: { x: number; y: number }; to: { x: number; y: number } }

/** @returns where the words stand that run from `first` to `last` in the text; it is scrolled to them. */
function endsOf(page: Page, first: string, last: string): Promise<Ends> {
  return page.getByTestId('editor').evaluate(
    (editor, words) => {
      const walker = document.createTreeWalker(editor, NodeFilter.SHOW_TEXT)
      const letters: { node: Node; offset: number }[] = []
      let text = ''
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const value = node.nodeValue ?? ''
        for (let offset = 0; offset < value.length; offset += 1) letters.push({ node, offset })
        text += value
      }
      const start = text.indexOf(words.first)
      const end = text.indexOf(words.last, start) + words.last.length - 1
      const rectOf = (at: number): DOMRect => {
        const letter = letters[at]
        if (letter === undefined) throw new Error(`Not in the text: ${words.first} … ${words.last}`)
        const range = document.createRange()
        range.setStart(letter.node, letter.offset)
        range.setEnd(letter.node, letter.offset + 1)
        return range.getBoundingClientRect()
      }
      if (start === -1) throw new Error(`Not in the text: ${words.first}`)
      letters[start]?.node.parentElement?.scrollIntoView({ block: 'center' })
      const [one, other] = [rectOf(start), rectOf(end)]
      // The text runs right to left.
      return {
        from: { x: one.right - 0.5, y: one.y + one.height / 2 },
        to: { x: other.left + 0.5, y: other.y + other.height / 2 },
      }
    },
    { first, last },
  )
}

/**
 * Selects words of a right-to-left text with the mouse, and again where the page moved below it.
 * @param last where they end; with `first` itself, if left out
 */
export async function selectWords(page: Page, first: string, last = first): Promise<void> {
  await expect(async () => {
    // The bar over what was selected before would take the press, and a press on selected words would drag them.
    if ((await page.getByTestId('editor').getAttribute('contenteditable')) !== 'true')
      await page.evaluate(() => getSelection()?.empty())
    else if (await page.evaluate(() => getSelection()?.isCollapsed === false)) await page.keyboard.press('ArrowLeft')
    await expect(page.locator('.selection-bar:not(.link-bar)')).toHaveCount(0)
    const { from, to } = await endsOf(page, first, last)
    await page.mouse.click(from.x, from.y)
    await page.keyboard.down('Shift')
    await page.mouse.click(to.x, to.y)
    await page.keyboard.up('Shift')
    const text = await page.evaluate(() => getSelection()?.toString() ?? '')
    const words = text.replaceAll('\uFEFF', '')
    expect([words.slice(0, first.length), words.slice(-last.length)]).toEqual([first, last])
  }).toPass({ timeout: 20_000 })
}

/** Puts the caret behind words with the mouse and a key. */
export async function caretAfter(page: Page, words: string): Promise<void> {
  await selectWords(page, words)
  await page.keyboard.press('ArrowLeft')
}
