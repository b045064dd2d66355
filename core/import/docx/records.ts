import type { Element } from '@xmldom/xmldom'
import { elementAt, elementsOf } from '../xml.ts'
import { valueOf } from './parts.ts'

/** Elements around what was inserted and what was deleted. In the properties of a paragraph they are about its mark. */
export const INSERTED: ReadonlySet<string> = new Set(['ins', 'moveTo', 'cellIns'])
export const DELETED: ReadonlySet<string> = new Set(['del', 'moveFrom', 'cellDel'])

/** Who made a change, and when. */
export type Maker = { readonly by: string; readonly at: string | null }

/** @returns a time of a document as ISO 8601; null for none. LibreOffice writes `0-00-00` where it knows none. */
export function timeOf(written: string | null): string | null {
  const [, moment, zone = 'Z'] =
    /^([1-9]\d{3}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:\.\d+)?)(Z|[+-]\d\d:\d\d)?$/u.exec(written ?? '') ?? []
  const date = new Date(`${moment}${zone}`)
  return Number.isNaN(date.getTime()) ? null : date.toISOString()
}

/** @returns who made a tracked change, or wrote a comment. */
export function makerOf(record: Element): Maker {
  const by = (valueOf(record, 'author') ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return { by: by.toWellFormed().slice(0, 200), at: timeOf(valueOf(record, 'date')) }
}

/**
 * @returns the records of the changes of a paragraph's mark. There are two where one person inserted it and another deleted
 *   it.
 */
export function markRecords(paragraph: Element): Element[] {
  return recordsIn(elementAt(paragraph, 'pPr', 'rPr'))
}

/** @returns the records of the changes of a row or a cell: that it was inserted, and that it was deleted. */
export function partRecords(part: Element): Element[] {
  return recordsIn(elementAt(part, 'trPr') ?? elementAt(part, 'tcPr'))
}

function recordsIn(properties: Element | undefined): Element[] {
  return properties === undefined ? [] : elementsOf(properties, ...INSERTED, ...DELETED)
}

const RECORDS: readonly string[] = [...INSERTED, ...DELETED, 'rPrChange', 'pPrChange']

/** @returns whether an element holds tracked changes. */
export function isTracked(element: Element): boolean {
  return RECORDS.some((name) => element.getElementsByTagNameNS('*', name).length > 0)
}
