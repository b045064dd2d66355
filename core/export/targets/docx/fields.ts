import { encoderOf } from '../../fields/encode.ts'
import { elementsOf } from '../../fields/element.ts'

/** The properties of a document (`docProps/core.xml`), which Word shows as plain text. */
export const DOCX_PROPERTIES = {
  'dc:title': 'text',
  'dc:subject': 'name',
  'dc:creator': 'text',
  'cp:keywords': 'name',
  'dc:description': 'text',
  'dcterms:created': 'code',
  'dcterms:modified': 'code',
  'dc:language': 'code',
  'cp:contentStatus': 'code',
} as const

/** The attributes of a picture. */
export const DOCX_PICTURE = { name: 'name', descr: 'text' } as const

/** Writes a property of a document. */
export const docxProperty = elementsOf(DOCX_PROPERTIES)
/** Encodes an attribute of a picture. */
export const docxPicture = encoderOf(DOCX_PICTURE)
