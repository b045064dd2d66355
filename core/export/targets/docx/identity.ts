import { articleHash } from '../../../article/canonical.ts'
import type { Article } from '../../../article/article.ts'
import { lines, x, xmlDocument } from '../../xml.ts'
import { docxIdentity } from './fields.ts'

/** The longest name that Word takes. */
const MAX_NAME = 40

/**
 * @returns the bookmark that names a block, so that it is found again when the document comes back; null for an id that does
 *   not fit. A name has letters, digits and low lines only: other signs stand as their numbers.
 */
export function bookmarkName(id: string): string | null {
  const name = `m_${id.replaceAll(/[^A-Za-z0-9]/gu, (sign) => `_${(sign.codePointAt(0) ?? 0).toString(16)}_`)}`
  return name.length <= MAX_NAME ? name : null
}

/**
 * @param notice the warning above the text; null for none. Without it nobody could tell whether it was changed.
 * @returns `docProps/custom.xml`: which article the document is, and from which revision it was written.
 */
export function customProperties(article: Article, notice: string | null): string {
  const property = (name: string, pid: number, value: string) =>
    // The format of all properties of this kind, which Office gives.
    x('property', { fmtid: '{D5CDD505-2E9C-101B-9397-08002B2CF9AE}', pid, name }, docxIdentity('vt:lpwstr', value))
  const namespaces = {
    xmlns: 'http://schemas.openxmlformats.org/officeDocument/2006/custom-properties',
    'xmlns:vt': 'http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes',
  }
  return xmlDocument(
    lines('Properties', namespaces, [
      property('MidadArticle', 2, article.id),
      property('MidadRevision', 3, articleHash(article)),
      ...(notice === null ? [] : [property('MidadNotice', 4, notice)]),
    ]),
  )
}

/** @returns `customXml/item1.xml`, which says the same: a program may drop one of both. */
export function customPart(article: Article, notice: string | null): string {
  return xmlDocument(
    lines('document', { xmlns: 'urn:midad:document' }, [
      docxIdentity('article', article.id),
      docxIdentity('revision', articleHash(article)),
      ...(notice === null ? [] : [docxIdentity('notice', notice)]),
    ]),
  )
}

/** @returns `customXml/itemProps1.xml`, without which Word drops the part. */
export function customPartProperties(): string {
  const namespaces = { 'xmlns:ds': 'http://schemas.openxmlformats.org/officeDocument/2006/customXml' }
  // Every document has this part once, so that its id is the same in all.
  const id = '{4D494441-4400-4000-8000-646F63756D65}'
  return xmlDocument(x('ds:datastoreItem', { 'ds:itemID': id, ...namespaces }, x('ds:schemaRefs')))
}
