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

/** Gives the items of the outline the words of their headings: Chromium joins two words where a line ends. */
export function correctOutline(document: PDFDocument, headings: readonly string[]): void {
  const bySqueezed = new Map(headings.map((heading) => [squeezed(heading), heading]))
  const outline = document.catalog.lookupMaybe(PDFName.of('Outlines'), PDFDict)
  for (const item of outline === undefined ? [] : itemsBelow(outline)) {
    const title = item.lookup(PDFName.of('Title'))
    const printed = title instanceof PDFHexString || title instanceof PDFString ? title.decodeText() : ''
    const heading = bySqueezed.get(squeezed(printed))
    if (heading !== undefined) item.set(PDFName.of('Title'), PDFHexString.fromText(heading))
  }
}
