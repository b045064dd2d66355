import { expect, test, type Page } from '@playwright/test'
import { articleHtml } from '#core/export/targets/html/html.ts'
import { articleOfLine, dividedLines, wholeLines, type DividedLine } from '../support/number-order.ts'
import { isInRows, paintedBlocks } from '../support/painted-order.ts'

const BLOCKS = 'h1, p, li, th, td'

/** In each page of a line: a headline, a paragraph, two items and four cells. */
const BLOCKS_OF_LINE = 8

/** Shows the exported page of each line, all in one, in rows as long as `width` says. */
async function show(page: Page, lines: readonly DividedLine[], width: string): Promise<void> {
  const pages = lines.map((line) => articleHtml(articleOfLine(line), { images: () => null }))
  await page.setContent('')
  await page.evaluate(
    ({ sources, style }) => {
      for (const source of sources) {
        const parsed = new DOMParser().parseFromString(source, 'text/html')
        if (document.head.childElementCount === 0) document.head.append(...parsed.head.children)
        document.body.append(...parsed.body.children)
      }
      const sheet = document.createElement('style')
      sheet.textContent = style
      document.head.append(sheet)
    },
    {
      sources: pages,
      style: `article { max-inline-size: none; } ${BLOCKS} { inline-size: ${width}; text-wrap: wrap; }`,
    },
  )
}

/** @returns what is painted in another order than the fixture says; `rows` are to be read one after another. */
async function wrong(page: Page, lines: readonly DividedLine[]): Promise<string[]> {
  const blocks = await paintedBlocks(page, BLOCKS)
  expect(blocks.length).toBe(lines.length * BLOCKS_OF_LINE)
  return blocks.flatMap(({ name, rows }, index) => {
    const line = lines[Math.floor(index / BLOCKS_OF_LINE)]
    return (line?.painted ?? [])
      .filter((painted) => !rows.some((row) => row.includes(painted)))
      .map((painted) => `${name}: ${painted} in ${rows.join(' / ')}`)
  })
}

test('the exported page paints every number in its own order', async ({ page }) => {
  const lines = wholeLines()
  await show(page, lines, 'max-content')
  expect(await wrong(page, lines)).toEqual([])
})

test('a number that marks and links divide is painted in its own order, also beside another one', async ({ page }) => {
  const lines = dividedLines()
  await show(page, lines, 'max-content')
  expect(await wrong(page, lines)).toEqual([])
})

test('a number that breaks over two rows stays in order', async ({ page }) => {
  const lines = wholeLines()
  // From one group of digits in a row to nearly all of the line.
  for (const width of ['4rem', '7rem', '10rem', '14rem']) {
    await show(page, lines, width)
    const blocks = await paintedBlocks(page, BLOCKS)
    const broken = blocks.flatMap(({ name, rows }, index) => {
      const line = lines[Math.floor(index / BLOCKS_OF_LINE)]
      return (line?.painted ?? [])
        .filter((painted) => line?.text.includes(painted) === true && !isInRows(rows, painted))
        .map((painted) => `${name}, ${width}: ${painted} in ${rows.join(' / ')}`)
    })
    expect(broken).toEqual([])
  }
})
