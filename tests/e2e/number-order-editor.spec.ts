import type { Page } from '@playwright/test'
import { expect, newArticle, test } from '../support/app.ts'
import { dividedLines, wholeLines, type DividedLine } from '../support/number-order.ts'
import { paintedBlocks, wronglyPainted } from '../support/painted-order.ts'
import { paste } from '../support/paste.ts'

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

function html({ children }: DividedLine): string {
  return children
    .map((inline) => {
      if ('url' in inline && Array.isArray(inline.children)) {
        return `<a href="https://example.org/">${escaped(inline.children.map(({ text }) => text).join(''))}</a>`
      }
      const text = escaped(String(inline.text))
      return inline.bold === true ? `<b>${text}</b>` : text
    })
    .join('')
}

/** Writes every line in a paragraph, a list and a table, each in one row of the screen. */
async function write(page: Page, all: readonly DividedLine[]): Promise<void> {
  await newArticle(page, 'عنوان')
  for (const dir of ['rtl', 'ltr'] as const) {
    const lines = all.filter((line) => line.dir === dir).map(html)
    const each = (tag: string): string => lines.map((line) => `<${tag} dir="${dir}">${line}</${tag}>`).join('')
    const rows = lines.map((line) => `<tr dir="${dir}"><td dir="${dir}">${line}</td><td dir="${dir}">${line}</td></tr>`)
    await paste(page, {
      'text/html': `${each('p')}<ul dir="${dir}">${each('li')}</ul><table dir="${dir}">${rows.join('')}</table><p>نهاية</p>`,
    })
  }
  await page.addStyleTag({
    content:
      '.editor-chunk { content-visibility: visible !important; } [data-block] { white-space: nowrap !important; }',
  })
}

/** A paragraph, an item and two cells. */
const BLOCKS_OF_LINE = 4

for (const isDivided of [false, true]) {
  test(`the editor paints every number in its own order${isDivided ? ', also one that marks and links divide' : ''}`, async ({
    window: page,
  }) => {
    const lines = isDivided ? dividedLines() : wholeLines()
    await write(page, lines)
    const blocks = await paintedBlocks(page, ':is(p, [data-block=list-item], td, th)[dir]')
    expect(wronglyPainted(blocks, lines, BLOCKS_OF_LINE)).toEqual([])
  })
}

test('the headline paints every number in its own order', async ({ window: page }) => {
  const lines = wholeLines().filter(({ dir }) => dir === 'rtl')
  await newArticle(page, 'عنوان')
  const headline = page.locator('[data-block=headline]')
  await headline.click()
  await page.keyboard.press('Control+End')
  await headline.click()
  await page.keyboard.press('End')
  await page.keyboard.insertText(lines.map(({ text }) => ` ثم: ${text}`).join(' كذا'))
  await page.addStyleTag({ content: '[data-block] { white-space: nowrap !important; }' })
  const [block] = await paintedBlocks(page, '[data-block=headline]')
  const row = block?.rows.join('') ?? ''
  expect(lines.flatMap(({ painted }) => painted.filter((order) => !row.includes(order)))).toEqual([])
})
