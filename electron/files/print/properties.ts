import { PDFName, ReadingDirection, type PDFDocument } from 'pdf-lib'
import type { PrintProperties } from '#core/export/targets/print/properties.ts'
import { CREATOR_TOOL, printXmp, writtenKeywords } from '#core/export/targets/print/xmp.ts'
import { correctOutline } from './outline.ts'

/** Writes what a PDF says about itself, as XMP and in the older dictionary. Every date in it is the article's. */
export function writeProperties(document: PDFDocument, properties: PrintProperties): void {
  const { title, author, description, keywords, language, direction, at } = properties
  document.setTitle(title, { showInWindowTitleBar: true })
  if (author !== '') document.setAuthor(author)
  if (description !== '') document.setSubject(description)
  if (keywords.length > 0) document.setKeywords([writtenKeywords(keywords)])
  document.setCreator(CREATOR_TOOL)
  document.setCreationDate(new Date(at))
  document.setModificationDate(new Date(at))
  document.setLanguage(language)
  correctOutline(document, properties.headings)
  const preferences = document.catalog.getOrCreateViewerPreferences()
  preferences.setReadingDirection(direction === 'rtl' ? ReadingDirection.R2L : ReadingDirection.L2R)
  // Not compressed, so that a program that does not know PDF finds the packet.
  const xmp = document.context.stream(Buffer.from(printXmp(properties)), { Type: 'Metadata', Subtype: 'XML' })
  document.catalog.set(PDFName.of('Metadata'), document.context.register(xmp))
}
