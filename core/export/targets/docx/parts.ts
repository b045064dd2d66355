import type { Address } from '../../fields/sorts.ts'
import { lines, x, xmlDocument } from '../../xml.ts'
import { docxTarget } from './fields.ts'

/** The transitional namespaces of ECMA-376, which every word processor reads. */
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

/** The namespaces of every part that holds text. */
export const NAMESPACES = {
  'xmlns:w': 'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'xmlns:r': OFFICE,
  'xmlns:wp': 'http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing',
  'xmlns:a': 'http://schemas.openxmlformats.org/drawingml/2006/main',
  'xmlns:pic': 'http://schemas.openxmlformats.org/drawingml/2006/picture',
}

/** A relationship: a part refers by `id` to a picture of the document, or to an address outside it. */
export type Relationship = { readonly id: string; readonly type: 'image' | 'hyperlink'; readonly target: Address }

function relationships(all: readonly { id: string; type: string; target: Address; external?: boolean }[]): string {
  return xmlDocument(
    lines(
      'Relationships',
      { xmlns: `${PACKAGE}/relationships` },
      all.map(({ id, type, target, external }) =>
        x('Relationship', { Id: id, Type: type, Target: target, TargetMode: external === true ? 'External' : null }),
      ),
    ),
  )
}

/** @returns `_rels/.rels`, where a reader begins. */
export function rootRelationships(): string {
  return relationships([
    { id: 'rId1', type: `${OFFICE}/officeDocument`, target: docxTarget('part', 'word/document.xml') },
    {
      id: 'rId2',
      type: `${PACKAGE}/relationships/metadata/core-properties`,
      target: docxTarget('part', 'docProps/core.xml'),
    },
    { id: 'rId3', type: `${OFFICE}/custom-properties`, target: docxTarget('part', 'docProps/custom.xml') },
  ])
}

/** @returns `word/_rels/document.xml.rels`. @param review the parts about comments and people that the document has */
export function documentRelationships(own: readonly Relationship[], review: readonly ReviewPart[]): string {
  return relationships([
    { id: 'styles', type: `${OFFICE}/styles`, target: docxTarget('part', 'styles.xml') },
    { id: 'numbering', type: `${OFFICE}/numbering`, target: docxTarget('part', 'numbering.xml') },
    { id: 'settings', type: `${OFFICE}/settings`, target: docxTarget('part', 'settings.xml') },
    { id: 'footer', type: `${OFFICE}/footer`, target: docxTarget('part', 'footer.xml') },
    { id: 'identity', type: `${OFFICE}/customXml`, target: docxTarget('part', '../customXml/item1.xml') },
    ...review.map((name) => ({
      id: name,
      type: REVIEW_TYPES[name].relation,
      target: docxTarget('part', `${name}.xml`),
    })),
    ...own.map(({ id, type, target }) => ({ id, type: `${OFFICE}/${type}`, target, external: type === 'hyperlink' })),
  ])
}

/** The parts of a document about its comments and the people in it, by their names. */
export type ReviewPart = 'comments' | 'commentsExtended' | 'commentsIds' | 'people'

/** The types of the parts about comments and people. */
const REVIEW_TYPES: Readonly<Record<ReviewPart, { relation: string; content: string }>> = {
  comments: { relation: `${OFFICE}/comments`, content: 'comments' },
  commentsExtended: {
    ...{
      relation: 'http://schemas.microsoft.com/office/2011/relationships/commentsExtended',
      content: 'commentsExtended',
    },
  },
  commentsIds: {
    ...{ relation: 'http://schemas.microsoft.com/office/2016/09/relationships/commentsIds', content: 'commentsIds' },
  },
  people: { relation: 'http://schemas.microsoft.com/office/2011/relationships/people', content: 'people' },
}

/** @returns `customXml/_rels/item1.xml.rels`. */
export function customPartRelationships(): string {
  const target = docxTarget('part', 'itemProps1.xml')
  return relationships([{ id: 'properties', type: `${OFFICE}/customXmlProps`, target }])
}

/** @returns `[Content_Types].xml`. @param review the parts about comments and people that the document has */
export function contentTypes(review: readonly ReviewPart[]): string {
  const byExtension = { rels: 'application/vnd.openxmlformats-package.relationships+xml', xml: 'application/xml' }
  const pictures = { jpg: 'image/jpeg', png: 'image/png', gif: 'image/gif', webp: 'image/webp' }
  const parts = {
    ...{ document: 'document.main', styles: 'styles', numbering: 'numbering', settings: 'settings' },
    footer: 'footer',
    ...Object.fromEntries(review.map((name) => [name, REVIEW_TYPES[name].content])),
  }
  return xmlDocument(
    lines('Types', { xmlns: `${PACKAGE}/content-types` }, [
      ...Object.entries({ ...byExtension, ...pictures }).map(([Extension, ContentType]) =>
        x('Default', { Extension, ContentType }),
      ),
      ...Object.entries(parts).map(([name, type]) =>
        x('Override', { PartName: `/word/${name}.xml`, ContentType: `${WORD}.${type}+xml` }),
      ),
      x('Override', {
        PartName: '/docProps/core.xml',
        ContentType: 'application/vnd.openxmlformats-package.core-properties+xml',
      }),
      x('Override', {
        PartName: '/docProps/custom.xml',
        ContentType: 'application/vnd.openxmlformats-officedocument.custom-properties+xml',
      }),
      x('Override', {
        PartName: '/customXml/itemProps1.xml',
        ContentType: 'application/vnd.openxmlformats-officedocument.customXmlProperties+xml',
      }),
    ]),
  )
}
