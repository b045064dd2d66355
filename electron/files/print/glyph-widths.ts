import { PDFArray, PDFName, PDFNumber, type PDFDict } from 'pdf-lib'

/** From the number of a glyph to its width, in thousandths of an em. */
export type Widths = Map<number, number>

/** @returns the widths that a font lists (PDF 32000-1, 9.7.4.3), up to the first thing that is none. */
export function readWidths(font: PDFDict): Widths {
  const widths: Widths = new Map()
  const list = font.lookupMaybe(PDFName.of('W'), PDFArray)?.asArray() ?? []
  let at = 0
  while (at < list.length) {
    const [first, second, third] = list.slice(at, at + 3)
    if (!(first instanceof PDFNumber)) return widths
    const start = first.asNumber()
    if (second instanceof PDFArray) {
      for (const [index, width] of second.asArray().entries())
        if (width instanceof PDFNumber) widths.set(start + index, width.asNumber())
      at += 2
    } else if (second instanceof PDFNumber && third instanceof PDFNumber) {
      for (let glyph = start; glyph <= second.asNumber(); glyph += 1) widths.set(glyph, third.asNumber())
      at += 3
    } else return widths
  }
  return widths
}

/** @returns widths as a list for a font. */
export function writtenWidths(widths: Widths): (number | number[])[] {
  return [...widths].toSorted(([a], [b]) => a - b).flatMap(([glyph, width]) => [glyph, [width]])
}
