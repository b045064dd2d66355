import { decodePDFRawStream, PDFDict, PDFName, PDFRawStream, PDFRef, type PDFDocument } from 'pdf-lib'
import { partHarakat } from './part-harakat.ts'
import { PrintedFont } from './printed-font.ts'

/** The fonts of a document, each read once. */
class Fonts {
  readonly #document: PDFDocument
  readonly #known = new Map<PDFRef, PrintedFont | null>()

  constructor(document: PDFDocument) {
    this.#document = document
  }

  /** @returns the font of a name in the resources of a page; null for none that Chromium wrote. */
  named(name: string, resources: PDFDict | undefined): PrintedFont | null {
    const ref = resources?.lookupMaybe(PDFName.of('Font'), PDFDict)?.get(PDFName.of(name))
    if (!(ref instanceof PDFRef)) return null
    let font = this.#known.get(ref)
    if (font === undefined) {
      font = PrintedFont.read(this.#document, this.#document.context.lookup(ref, PDFDict))
      this.#known.set(ref, font)
    }
    return font
  }

  write(): void {
    for (const font of this.#known.values()) font?.write(this.#document)
  }
}

/**
 * Makes vocalised words whole for readers, which search and copy them without harakat. Chromium draws a mark before its
 * letter, at a height of its own, and names the two together: readers take each such pair for a word. A letter that is
 * never without a mark has no name of its own. Here the marks are drawn after the letters of their line, with no name, and
 * each letter has its own. The pages look the same.
 */
export function joinHarakat(document: PDFDocument): void {
  const fonts = new Fonts(document)
  for (const page of document.getPages()) {
    const contents = page.node.get(PDFName.of('Contents'))
    const stream = document.context.lookup(contents)
    if (!(contents instanceof PDFRef) || !(stream instanceof PDFRawStream)) continue
    const printed = Buffer.from(decodePDFRawStream(stream).decode()).toString('latin1')
    const parted = partHarakat(printed, (name) => fonts.named(name, page.node.Resources()))
    if (parted !== printed)
      document.context.assign(contents, document.context.flateStream(Buffer.from(parted, 'latin1')))
  }
  fonts.write()
}
