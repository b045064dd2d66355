import type { Article } from './article.ts'
import { defaultFields, isContainerType, shapeOf } from './block-types.ts'
import { SCHEMA_VERSION } from './article.ts'
import type { Asset } from './asset.ts'
import type {
  AnyBlock,
  Block,
  BlockOf,
  Correction,
  Direction,
  Embed,
  Factbox,
  Figure,
  Gallery,
  HeadType,
  List,
  Paragraph,
  Pullquote,
  Quote,
  Related,
  Separator,
  Subhead,
  Table,
  TableRow,
} from './block.ts'
import type { Inline } from './inline.ts'
import { emptyMetadata } from './metadata.ts'

/** Returns an id that no other block has. Passed in, so that tests can use fixed ids. */
export type NewId = () => string

type TextBlockOf<T extends string> = { type: T; id: string; dir: Direction; children: Inline[] }

function block<T extends string>(type: T, newId: NewId, text: string): TextBlockOf<T> {
  return { type, id: newId(), dir: 'rtl', children: [{ text }] }
}

/** @returns an empty block of a type with its default fields. A container has its fixed lines and one item. */
export function emptyBlock<T extends Exclude<AnyBlock['type'], 'unknown'>>(
  type: T,
  newId: NewId,
  dir: Direction = 'rtl',
): BlockOf<T> {
  const inside = isContainerType(type) ? shapeOf(type) : null
  const lines = inside === null ? [] : [...inside.lead, ...inside.items.slice(0, 1), ...inside.tail]
  const id = newId()
  const children = inside === null ? [{ text: '' }] : lines.map((line) => emptyBlock(line, newId, dir))
  return { type, id, dir, ...defaultFields(type), children } as unknown as BlockOf<T>
}

/** @returns a right-to-left head block of the given type. */
export function head<T extends HeadType>(type: T, newId: NewId, text = ''): TextBlockOf<T> {
  return block(type, newId, text)
}

/** @returns a right-to-left paragraph. */
export function paragraph(newId: NewId, text = ''): Paragraph {
  return block('paragraph', newId, text)
}

/** @returns a right-to-left subhead; level 2 is above level 3. */
export function subhead(newId: NewId, text = '', level: 2 | 3 = 2): Subhead {
  return { ...block('subhead', newId, text), level }
}

/** @returns a quotation of one paragraph, with its attribution. */
export function quote(newId: NewId, text = '', attribution = ''): Quote {
  return {
    type: 'quote',
    id: newId(),
    dir: 'rtl',
    children: [paragraph(newId, text), block('attribution', newId, attribution)],
  }
}

/** @returns a list with one item per text. */
export function list(newId: NewId, ordered: boolean, items: readonly string[] = ['']): List {
  return {
    type: 'list',
    id: newId(),
    dir: 'rtl',
    ordered,
    children: items.map((text) => block('list-item', newId, text)),
  }
}

/** @returns a figure. Without an asset, the editor asks for the picture. */
export function figure(
  newId: NewId,
  content: { asset?: Asset; alt?: string; date?: string; caption?: string; credit?: string } = {},
): Figure {
  return {
    type: 'figure',
    id: newId(),
    dir: 'rtl',
    ...(content.asset === undefined ? {} : { asset: content.asset }),
    alt: content.alt ?? '',
    ...(content.date === undefined ? {} : { date: content.date }),
    children: [block('caption', newId, content.caption ?? ''), block('credit', newId, content.credit ?? '')],
  }
}

/** @returns a gallery of the given figures, or of one empty figure. */
export function gallery(newId: NewId, figures: Gallery['children'] = [figure(newId)]): Gallery {
  return { type: 'gallery', id: newId(), dir: 'rtl', children: figures }
}

/** @returns a pull quote. */
export function pullquote(newId: NewId, text = ''): Pullquote {
  return block('pullquote', newId, text)
}

/** @returns a correction. Without a date, the editor asks for one. */
export function correction(newId: NewId, text = '', date?: string): Correction {
  return { ...block('correction', newId, text), ...(date === undefined ? {} : { date }) }
}

/** @returns an embed of the page at an address; empty for one to be filled in. */
export function embed(newId: NewId, url = '', caption = ''): Embed {
  return { type: 'embed', id: newId(), dir: 'rtl', url, children: [block('caption', newId, caption)] }
}

/** @returns a factbox with one paragraph per text. */
export function factbox(newId: NewId, title = '', texts: readonly string[] = ['']): Factbox {
  return {
    type: 'factbox',
    id: newId(),
    dir: 'rtl',
    children: [block('factbox-title', newId, title), ...texts.map((text) => paragraph(newId, text))],
  }
}

/** @returns related links, each with its title and its address. */
export function related(newId: NewId, links: readonly { title: string; url: string }[]): Related {
  return {
    type: 'related',
    id: newId(),
    dir: 'rtl',
    children: links.map(({ title, url }) => ({ ...block('related-item', newId, title), url })),
  }
}

/** @returns a row with one cell per text. */
export function tableRow(newId: NewId, texts: readonly string[]): TableRow {
  return {
    type: 'table-row',
    id: newId(),
    dir: 'rtl',
    children: texts.map((text) => block('table-cell', newId, text)),
  }
}

/** @returns a table of the given rows, which must be equally long; the first row is the header. */
export function table(newId: NewId, rows: readonly (readonly string[])[]): Table {
  return { type: 'table', id: newId(), dir: 'rtl', header: true, children: rows.map((texts) => tableRow(newId, texts)) }
}

/** @returns a separator. */
export function separator(newId: NewId): Separator {
  return { type: 'separator', id: newId(), dir: 'rtl', children: [{ text: '' }] }
}

/** @returns an article with the given document, or with an empty headline and one empty paragraph. */
export function newArticle(id: string, newId: NewId, document?: Block[]): Article {
  return {
    id,
    schemaVersion: SCHEMA_VERSION,
    metadata: emptyMetadata(),
    document: document ?? [head('headline', newId), paragraph(newId)],
  }
}
