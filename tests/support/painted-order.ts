import type { Page } from '@playwright/test'

/** A block as it is painted. `rows` are its lines from the top, each with its characters from left to right. */
export type PaintedBlock = { name: string; text: string; rows: string[] }

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
