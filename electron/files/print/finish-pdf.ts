import { PDFDocument } from 'pdf-lib'
import type { PrintProperties } from '#core/export/targets/print/properties.ts'
import { joinHarakat } from './join-harakat.ts'
import { writeProperties } from './properties.ts'

/**
 * Makes a printed PDF ready to leave: what it says about itself, and vocalised words that readers find. The pages look as they
 * were printed, and the tags stay.
 * @returns the same bytes for the same pages and properties
 */
export async function finishPdf(pdf: Uint8Array, properties: PrintProperties): Promise<Uint8Array> {
  // Without this option pdf-lib writes the present time, and itself as the producer.
  const document = await PDFDocument.load(pdf, { updateMetadata: false })
  joinHarakat(document)
  writeProperties(document, properties)
  return document.save({ addDefaultPage: false, updateFieldAppearances: false })
}
