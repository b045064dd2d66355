import type { Element } from '@xmldom/xmldom'
import type { Direction } from '../../article/block.ts'
import type { Inline } from '../../article/inline.ts'
import { joinedLines } from '../html/line.ts'
import type { LooseBlock } from '../html/loose.ts'
import { spreadCells } from '../spread-cells.ts'
import { elementAt, elementsOf } from '../xml.ts'
import { MAKER_MARK } from './marks.ts'
import type { ListPlace, Numbering } from './numbering.ts'
import { readParagraph, type DocxPicture, type Reading } from './paragraph.ts'
import { chosenOf, isOn, valueOf, wordsOf } from './parts.ts'
import type { Role } from './styles.ts'

/** One piece of a document, in reading order. */
export type Item =
  | {
      kind: 'line'
      id: string
      /** Who tracked a change of its mark. */
      maker: number | null
      role: Role
      dir: Direction
      inlines: Inline[]
      place: ListPlace | null
    }
  | { kind: 'picture'; id: string; dir: Direction; picture: DocxPicture }
  | { kind: 'block'; block: LooseBlock }

type DocxReading = Reading & { readonly numbering: Numbering }

const MAX_BOXES = 5
/** Merged cells are not spread in a table of more. */
const MAX_CELLS = 20_000

/** Numbering makes a paragraph a list item, whatever its style; without numbering it is none. */
function roleIn(role: Role, isList: boolean): Role {
  if (isList) return role === 'factbox' ? 'factbox' : 'list-item'
  return role === 'list-item' ? 'paragraph' : role
}

function paragraphItems(element: Element, reading: DocxReading, depth: number): Item[] {
  const properties = elementAt(element, 'pPr')
  const style = reading.styles.of(valueOf(elementAt(properties, 'pStyle')))
  const { inlines, id, maker, dir, pictures, boxes } = readParagraph(element, reading)
  const partId = (index: number): string => (index === 0 ? id : reading.identities.ofPart(element, index))
  if (inlines !== null || pictures.length > 0) reading.comments.placeIn(id)
  const numbered = elementAt(properties, 'numPr') ?? style.numbering
  const place = numbered === undefined ? null : reading.numbering.placeOf(numbered)
  // Numbers are generated again; words that stand with them are not.
  if (inlines !== null && place !== null && place.label !== '') reading.losses.add('other-text', place.label)
  // A numbered heading is still a heading.
  const isList =
    place !== null && (style.role === 'paragraph' || style.role === 'list-item' || style.role === 'factbox')
  const role = roleIn(style.role, isList)
  return [
    ...pictures.map((picture, index): Item => ({
      ...{ kind: 'picture', dir, picture },
      id: partId(inlines === null ? index : index + 1),
    })),
    ...(inlines === null
      ? []
      : [{ kind: 'line' as const, id, maker, role, dir, inlines, place: isList ? place : null }]),
    ...boxes.flatMap((box) => boxItems(box, reading, depth)),
  ]
}

function boxItems(box: Element, reading: DocxReading, depth: number): Item[] {
  if (depth <= MAX_BOXES) return itemsOf(box, reading, depth + 1)
  reading.losses.add('other-text', wordsOf(box))
  return []
}

/** Elements that wrap rows and cells: content controls and custom XML. */
const WRAPPERS = new Set(['sdt', 'sdtContent', 'customXml'])

/** @returns the rows of a table or the cells of a row, also those inside wrapping elements. */
function partsOf(parent: Element, name: 'tr' | 'tc', { losses, comments }: DocxReading): Element[] {
  const found: Element[] = []
  const visit = (element: Element): void => {
    const own = element.localName ?? ''
    if (own === name) found.push(element)
    else if (WRAPPERS.has(own)) for (const child of elementsOf(element)) visit(child)
    else if (own === 'AlternateContent') elementsOf(chosenOf(element) ?? element).forEach(visit)
    else if (!comments.note(element)) reportUnread(element, losses)
  }
  elementsOf(parent).forEach(visit)
  return found
}

/** Reports the words of an element that is not read. */
function reportUnread(element: Element, losses: DocxReading['losses']): void {
  const words = wordsOf(element)
  if (words !== '') losses.add('unknown-content', words)
}

/** @returns the field that says who tracked a change of a block; none for nobody. */
export function madeBy(maker: number | null): { [MAKER_MARK]?: number } {
  return maker === null ? {} : { [MAKER_MARK]: maker }
}

/** @returns the direction of an empty cell. */
function emptyDirection(cell: Element, dir: Direction): Direction {
  const said = isOn(elementAt(cell, 'p', 'pPr'), 'bidi')
  return said === null ? dir : said ? 'rtl' : 'ltr'
}

/** @returns whether a table is for layout: its cells hold pictures or tables. */
function isLayout(table: Element): boolean {
  return ['drawing', 'pict', 'tbl'].some((name) => table.getElementsByTagNameNS('*', name).length > 0)
}

/** @returns the number of columns that a cell stands over. */
function columnsOf(cell: Element): number {
  const said = Number(valueOf(elementAt(cell, 'tcPr', 'gridSpan')) ?? 1)
  return Number.isSafeInteger(said) ? said : 1
}

function cellOf(cell: Element, dir: Direction, reading: DocxReading, depth: number): LooseBlock {
  const properties = elementAt(cell, 'tcPr')
  if (columnsOf(cell) > 1 || elementAt(properties, 'vMerge') !== undefined)
    reading.losses.add('merged-cells', wordsOf(cell))
  const id = reading.identities.of(cell)
  const items = itemsOf(cell, reading, depth + 1)
  const lines = items.flatMap((item) => (item.kind === 'line' ? [item] : []))
  for (const item of items) if (item.kind === 'picture') reading.losses.add('misplaced-picture', item.picture.alt)
  return {
    ...{ type: 'table-cell', id, ...madeBy(reading.makerOf(cell)), dir: lines[0]?.dir ?? emptyDirection(cell, dir) },
    children: joinedLines(lines.map(({ inlines }) => inlines)),
  }
}

function tableItems(table: Element, reading: DocxReading, depth: number): Item[] {
  const rows = partsOf(table, 'tr', reading)
    .map((row) => ({ row, cells: partsOf(row, 'tc', reading) }))
    .filter(({ cells }) => cells.length > 0)
  const cells = rows.flatMap((each) => each.cells)
  // A table of one cell is a frame around text.
  const isFrame = cells.length <= 1 && !reading.styles.isOurs
  if (isLayout(table) && !isFrame) reading.losses.add('nested-table', cells[0] === undefined ? '' : wordsOf(cells[0]))
  if (isFrame || isLayout(table) || depth > 0 || cells.length === 0)
    return cells.flatMap((cell) => itemsOf(cell, reading, depth + 1))
  const isVisual = isOn(elementAt(table, 'tblPr'), 'bidiVisual') === true
  const inside = isVisual ? 'rtl' : 'ltr'
  // A cell over several rows has an empty cell in each of them already.
  const spanning = rows.map((each) => each.cells.map((cell) => ({ cell, columns: columnsOf(cell), rows: 1 })))
  const emptyCell = (row: Element | undefined, column: number): LooseBlock => {
    const id = row === undefined ? {} : { id: reading.identities.ofPart(row, column + 1) }
    return { type: 'table-cell', ...id, dir: inside, children: [] }
  }
  const made = spreadCells([spanning], MAX_CELLS).map((row, index) =>
    row.map((cell, column): LooseBlock =>
      cell === null ? emptyCell(rows[index]?.row, column) : cellOf(cell, inside, reading, depth),
    ),
  )
  const isRtl =
    isVisual ||
    (!reading.styles.isOurs && made.flat().filter(({ dir }) => dir === 'rtl').length * 2 > made.flat().length)
  const dir = isRtl ? 'rtl' : 'ltr'
  const header = isOn(elementAt(rows[0]?.row, 'trPr'), 'tblHeader') === true
  // Word itself sets this on nearly every table.
  const isNamed = reading.styles.isOurs && valueOf(elementAt(table, 'tblPr', 'tblLook'), 'firstColumn') === '1'
  const children = made.map((cells_, index) => {
    const row = rows[index]?.row
    if (row === undefined) return { type: 'table-row', dir, children: cells_ }
    const own = { id: reading.identities.of(row), ...madeBy(reading.makerOf(row)) }
    return { type: 'table-row', ...own, dir, children: cells_ }
  })
  const names = { header, ...(isNamed ? { headerColumn: true } : {}) }
  return [{ kind: 'block', block: { type: 'table', id: reading.identities.of(table), dir, ...names, children } }]
}

/** @returns the items of a part of a document, in reading order. */
export function itemsOf(parent: Element, reading: DocxReading, depth = 0): Item[] {
  return elementsOf(parent).flatMap((element): Item[] => {
    switch (element.localName) {
      case 'p':
        return paragraphItems(element, reading, depth)
      case 'tbl':
        return tableItems(element, reading, depth)
      case 'sdt':
      case 'sdtContent':
      case 'customXml':
        return itemsOf(element, reading, depth)
      case 'AlternateContent':
        return itemsOf(chosenOf(element) ?? element, reading, depth)
      case 'altChunk':
        reading.losses.add('unknown-content', 'altChunk')
        return []
      default:
        if (!reading.comments.note(element)) reportUnread(element, reading.losses)
        return []
    }
  })
}
