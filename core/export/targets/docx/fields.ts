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
  'dc:language': 'language',
  'cp:contentStatus': 'code',
} as const

/** The attributes of a picture. */
export const DOCX_PICTURE = { name: 'name', descr: 'text' } as const

/** The text of a run, and the addresses of relationships: of links, and of the parts of the document. */
export const DOCX_TEXT = { 'w:t': 'run', 'w:delText': 'run' } as const
export const DOCX_TARGET = { hyperlink: 'link', part: 'url' } as const

/** Who changed something or wrote a comment, and when. */
export const DOCX_MAKER = { author: 'name', initials: 'name', date: 'code' } as const
export const DOCX_COMMENT = { person: 'name' } as const
/** Which article of Midad a document is. */
export const DOCX_IDENTITY = { 'vt:lpwstr': 'code', article: 'code', revision: 'code', notice: 'run' } as const

/** Writes a property of a document. */
export const docxProperty = elementsOf(DOCX_PROPERTIES)
/** Writes the text of a run. */
export const docxText = elementsOf(DOCX_TEXT)
/** Encodes the target of a relationship. */
export const docxTarget = encoderOf(DOCX_TARGET)
/** Encodes an attribute that says who did something. */
export const docxMaker = encoderOf(DOCX_MAKER)
/** Encodes the name of a person. */
export const docxComment = encoderOf(DOCX_COMMENT)
/** Writes what says which article a document is. */
export const docxIdentity = elementsOf(DOCX_IDENTITY)
/** Encodes an attribute of a picture. */
export const docxPicture = encoderOf(DOCX_PICTURE)
