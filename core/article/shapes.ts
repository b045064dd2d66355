import type { AnyBlock, ContainerBlock, TextBlock, VoidBlock } from './block.ts'

type ItemType = Exclude<AnyBlock, VoidBlock>['type']

/** What a container holds, in this order: each line of `lead` once, one or more items, each line of `tail` once. */
export type Shape = {
  readonly lead: readonly TextBlock['type'][]
  /** The first is what a line of another sort becomes, where it is a line itself. Empty: no items. */
  readonly items: readonly ItemType[]
  readonly tail: readonly TextBlock['type'][]
}

/** The one place that says what may stand where: the normaliser and the editor's rules both read it. */
export const SHAPES: Readonly<Record<ContainerBlock['type'], Shape>> = {
  quote: { lead: [], items: ['paragraph'], tail: ['attribution'] },
  list: { lead: [], items: ['list-item'], tail: [] },
  figure: { lead: ['caption', 'credit'], items: [], tail: [] },
  gallery: { lead: [], items: ['figure'], tail: [] },
  embed: { lead: ['caption'], items: [], tail: [] },
  factbox: { lead: ['factbox-title'], items: ['paragraph', 'list'], tail: [] },
  related: { lead: [], items: ['related-item'], tail: [] },
  table: { lead: [], items: ['table-row'], tail: [] },
  'table-row': { lead: [], items: ['table-cell'], tail: [] },
}

/** Blocks that only live inside another; at the top level a line among them becomes a paragraph. */
export const NESTED_TYPES: ReadonlySet<string> = new Set<AnyBlock['type']>([
  'caption',
  'credit',
  'attribution',
  'list-item',
  'factbox-title',
  'related-item',
  'table-row',
  'table-cell',
])

/** The fields that only one sort of block carries; they go when it becomes another. */
export const OWN_FIELDS: Readonly<Partial<Record<AnyBlock['type'], readonly string[]>>> = {
  subhead: ['level'],
  list: ['ordered'],
  'list-item': ['depth', 'ordered'],
  figure: ['asset', 'alt', 'date'],
  embed: ['url'],
  correction: ['date'],
  'related-item': ['url'],
  table: ['header'],
}

const TEXT_TYPES: ReadonlySet<string> = new Set<TextBlock['type']>([
  'kicker',
  'headline',
  'deck',
  'byline',
  'dateline',
  'paragraph',
  'subhead',
  'pullquote',
  'correction',
  'attribution',
  'list-item',
  'caption',
  'credit',
  'factbox-title',
  'related-item',
  'table-cell',
])
const VOID_TYPES: ReadonlySet<string> = new Set<VoidBlock['type']>(['separator', 'unknown'])
const ALL_OWN_FIELDS: ReadonlySet<string> = new Set(Object.values(OWN_FIELDS).flat())

/** @returns whether blocks of this type hold text and inline elements. */
export function isTextType(type: unknown): type is TextBlock['type'] {
  return typeof type === 'string' && TEXT_TYPES.has(type)
}

/** @returns whether blocks of this type hold other blocks. */
export function isContainerType(type: unknown): type is ContainerBlock['type'] {
  return typeof type === 'string' && Object.hasOwn(SHAPES, type)
}

/** @returns whether blocks of this type hold nothing that can be written in. */
export function isVoidType(type: unknown): type is VoidBlock['type'] {
  return typeof type === 'string' && VOID_TYPES.has(type)
}

/** @returns those of a block's fields that a block of `type` may not carry. */
export function foreignFields(fields: readonly string[], type: AnyBlock['type']): string[] {
  const own = OWN_FIELDS[type] ?? []
  return fields.filter((field) => ALL_OWN_FIELDS.has(field) && !own.includes(field))
}
