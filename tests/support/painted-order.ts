import type { Page } from 'playwright-core'
import type { OrderLine } from './number-order.ts'

/** A block as it is painted. `rows` are its lines from the top, each with its characters from left to right. */
export type PaintedBlock = { name: string; text: string; rows: string[] }

/**
 * @param blocks the lines as they are painted, each in one row
 * @param perLine how many blocks have each line
 * @returns the numbers that a block paints in another order than its line says, and lines that are not there so often
 */
export function wronglyPainted(
  blocks: readonly PaintedBlock[],
  lines: readonly OrderLine[],
  perLine: number,
): string[] {
  // The editor has zero width characters in empty texts.
  const shown = blocks.map(({ name, text, rows }) => ({
    name,
    text: text.replaceAll('\uFEFF', ''),
    row: rows.join('').replaceAll('\uFEFF', ''),
  }))
  return lines.flatMap(({ text, painted }) => {
    const own = shown.filter((block) => block.text === text)
    const count = perLine * lines.filter((line) => line.text === text).length
    if (own.length !== count) return [`${own.length} blocks instead of ${count}: ${text}`]
    return painted.flatMap((order) =>
      own.filter(({ row }) => !row.includes(order)).map(({ name, row }) => `${name}: ${order} in ${row}`),
    )
  })
}

/** Whether the rows hold a number: at once, or its beginning in one row and the rest from there on in the next ones. */
export function isInRows(rows: readonly string[], painted: string): boolean {
  const rest = painted.replaceAll(' ', '')
  return rows.some((row, index) => {
    const own = row.replaceAll(' ', '')
    if (own.includes(rest)) return true
    for (let length = rest.length - 1; length > 0; length -= 1) {
      if (own.includes(rest.slice(0, length)) && isContinued(rows.slice(index + 1), rest.slice(length))) return true
    }
    return false
  })
}

function isContinued(rows: readonly string[], rest: string): boolean {
  const [next = '', ...more] = rows.map((row) => row.replaceAll(' ', ''))
  if (next.includes(rest)) return true
  // A row that is all of the number, with more of it to come.
  return next !== '' && rest.startsWith(next) && isContinued(more, rest.slice(next.length))
}

/**
 * Reads where each character of the blocks that a selector finds is painted. Runs in the page.
 * @param selector the blocks; each is one line of text
 */
export function paintedBlocks(page: Page, selector: string): Promise<PaintedBlock[]> {
  return page.evaluate((wanted) => {
    const visit = (block: Element): PaintedBlock => {
      const characters: { character: string; x: number; y: number }[] = []
      const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = node.nodeValue ?? ''
        let at = 0
        for (const character of text) {
          range.setStart(node, at)
          at += character.length
          range.setEnd(node, at)
          // A space at the end of a row is not painted.
          const box = Array.from(range.getClientRects()).findLast(({ width }) => width > 0)
          if (box !== undefined) {
            characters.push({ character, x: box.left + box.width / 2, y: box.top + box.height / 2 })
          }
        }
      }
      const rows: { y: number; characters: { character: string; x: number }[] }[] = []
      for (const { character, x, y } of characters) {
        // Other fonts in one row are some pixels higher or lower.
        let row = rows.find((each) => Math.abs(each.y - y) < 12)
        if (row === undefined) rows.push((row = { y, characters: [] }))
        row.characters.push({ character, x })
      }
      return {
        name: block.localName,
        text: characters.map(({ character }) => character).join(''),
        rows: rows
          .toSorted((a, b) => a.y - b.y)
          .map((row) =>
            row.characters
              .toSorted((a, b) => a.x - b.x)
              .map(({ character }) => character)
              .join(''),
          ),
      }
    }
    return Array.from(document.querySelectorAll(wanted), (block) => visit(block))
  }, selector)
}
