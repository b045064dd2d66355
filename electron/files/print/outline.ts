import { PDFDict, PDFHexString, PDFName, PDFString, type PDFDocument } from 'pdf-lib'

const squeezed = (text: string): string => text.replaceAll(/[\s\p{Cf}]/gu, '')

/** @returns the items below one of the outline, each before its own. */
function itemsBelow(item: PDFDict): PDFDict[] {
  const items: PDFDict[] = []
  let next = item.lookupMaybe(PDFName.of('First'), PDFDict)
  while (next !== undefined) {
    items.push(next, ...itemsBelow(next))
    next = next.lookupMaybe(PDFName.of('Next'), PDFDict)
  }
  return items
}

function printedTitle(item: PDFDict): string {
  const title = item.lookup(PDFName.of('Title'))
  return title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : ''
}

/**
 * Gives the items of the outline the words of their headings: Chromium joins two words where a line ends, and writes the
 * pieces of a line with numbers or Latin words in the order in which it shows them, some of them twice.
 * @param headings in their order. Where the outline does not have an item for each, items are found by their letters.
 */
export function correctOutline(document: PDFDocument, headings: readonly string[]): void {
  const outline = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  const items = outline === undefined ? [] : itemsBelow(outline)
  const bySqueezed = new Map(headings.map((heading) => [squeezed(heading), heading]))
  const isWhole = items.length === headings.length
  for (const [index, item] of items.entries()) {
    const heading = isWhole ? headings[index] : bySqueezed.get(squeezed(printedTitle(item)))
    if (heading !== undefined) item.set(PDFName.of('Title'), PDFHexString.fromText(heading))
  }
}
