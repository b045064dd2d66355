import { assetSchema } from './asset.ts'
import type { AnyBlock, Block, TextBlock } from './block.ts'
import { HEAD_TYPES } from './block.ts'
import type { NewId } from './factories.ts'
import { paragraph } from './factories.ts'
import { isFields, type Fields } from './json.ts'
import { normaliseInlines } from './normalise-inlines.ts'

const NESTED_TYPES = ['caption', 'credit', 'attribution', 'list-item'] as const
const TEXT_TYPES: ReadonlySet<unknown> = new Set([...HEAD_TYPES, ...NESTED_TYPES, 'paragraph', 'subhead'])
const CONTAINER_TYPES: ReadonlySet<unknown> = new Set(['quote', 'list', 'figure'])

/** What only one type of block carries; it goes when the block becomes another. */
const OWN_FIELDS: ReadonlySet<string> = new Set(['level', 'ordered', 'asset', 'alt'])

/** Gives a block its id: its own when it is one and nobody has it yet. */
export type TakeId = (own: unknown) => string

/** @returns a function that gives every block of one document another id. */
export function idTaker(newId: NewId): TakeId {
  const taken = new Set<string>()
  return (own) => {
    let id = typeof own === 'string' && own.length > 0 && own.length <= 64 ? own : newId()
    while (taken.has(id)) id = newId()
    taken.add(id)
    return id
  }
}

function isKnownBlock(type: unknown): boolean {
  return TEXT_TYPES.has(type) || CONTAINER_TYPES.has(type)
}

function base(node: Fields, takeId: TakeId): { id: string; dir: 'rtl' | 'ltr' } {
  return { id: takeId(node['id']), dir: node['dir'] === 'ltr' ? 'ltr' : 'rtl' }
}

function without(node: Fields, type: string): Fields {
  const kept = (key: string): boolean => !OWN_FIELDS.has(key) || (type === 'subhead' && key === 'level')
  return Object.fromEntries(Object.entries(node).filter(([key]) => kept(key)))
}

function textBlock(node: Fields, type: TextBlock['type'], takeId: TakeId): TextBlock {
  const fields = { ...without(node, type), type, ...base(node, takeId) }
  const level = type === 'subhead' ? { level: node['level'] === 3 ? 3 : 2 } : {}
  return { ...fields, ...level, children: normaliseInlines(node['children'], isKnownBlock) } as TextBlock
}

function unknown(node: unknown, takeId: TakeId): Block {
  const fields = isFields(node) ? node : {}
  const kept = fields['type'] === 'unknown' && Object.hasOwn(fields, 'original') ? fields : { original: node }
  return { ...kept, type: 'unknown', ...base(fields, takeId), children: [{ text: '' }] } as Block
}

/** The lines of a container, each of the type that it must have, and what it cannot hold, to stand after it. */
type Sorted = { lines: Fields[]; others: unknown[] }

function sortChildren(node: Fields): Sorted {
  const lines: Fields[] = []
  const others: unknown[] = []
  for (const child of Array.isArray(node['children']) ? node['children'] : []) {
    if (!isFields(child)) others.push(child)
    else if (TEXT_TYPES.has(child['type'])) lines.push(child)
    else if (typeof child['text'] === 'string' || child['type'] === 'link' || child['type'] === 'ltr') {
      lines.push({ children: [child] })
    } else others.push(child)
  }
  return { lines, others }
}

function quote(node: Fields, { lines }: Sorted, takeId: TakeId): Block {
  const head = { ...without(node, 'quote'), type: 'quote', ...base(node, takeId) }
  const hasAttribution = lines.at(-1)?.['type'] === 'attribution'
  const dir = head.dir
  const words = hasAttribution ? lines.slice(0, -1) : lines
  const paragraphs = (words.length === 0 ? [{ dir }] : words).map((line) => textBlock(line, 'paragraph', takeId))
  const attribution = textBlock((hasAttribution ? lines.at(-1) : undefined) ?? { dir }, 'attribution', takeId)
  return { ...head, children: [...paragraphs, attribution] } as Block
}

function list(node: Fields, { lines }: Sorted, takeId: TakeId): Block {
  const head = { ...without(node, 'list'), type: 'list', ...base(node, takeId), ordered: node['ordered'] === true }
  return inOrderOf(node, { ...head, children: lines.map((line) => textBlock(line, 'list-item', takeId)) }) as Block
}

function figure(node: Fields, { lines }: Sorted, takeId: TakeId): Block[] {
  const asset = assetSchema.safeParse(node['asset'])
  // A picture of a kind that this version does not know: the whole figure is kept as it came.
  if (!asset.success && isFields(node['asset'])) return [unknown(node, takeId)]
  const own = base(node, takeId)
  const caption = lines[0]?.['type'] === 'credit' && lines[1]?.['type'] !== 'caption' ? { dir: own.dir } : lines[0]
  const rest = caption === lines[0] ? lines.slice(1) : lines
  const block = {
    ...without(node, 'figure'),
    type: 'figure',
    ...own,
    asset: asset.success ? node['asset'] : null,
    alt: typeof node['alt'] === 'string' ? node['alt'].toWellFormed().slice(0, 2000) : '',
    children: [
      textBlock(caption ?? { dir: own.dir }, 'caption', takeId),
      textBlock(rest[0] ?? { dir: own.dir }, 'credit', takeId),
    ],
  }
  return [
    inOrderOf(node, block) as Block,
    ...rest.slice(1).map((line) => textBlock(line, 'paragraph', takeId) as Block),
  ]
}

/** Keeps the order of the fields as they came, so that a block that needs no repair stays the same, byte for byte. */
function inOrderOf(node: Fields, block: Fields): Fields {
  const known = Object.keys(node).filter((key) => Object.hasOwn(block, key))
  return { ...Object.fromEntries(known.map((key) => [key, block[key]])), ...block }
}

function container(node: Fields, takeId: TakeId): Block[] {
  const sorted = sortChildren(node)
  const [first] = Array.isArray(node['children']) ? node['children'] : []
  const isLine = first === undefined || (isFields(first) && !Object.hasOwn(first, 'children'))
  // A container that lost its blocks has become a line of text: the text is what counts.
  if (isLine && node['type'] !== 'figure') return [textBlock(node, 'paragraph', takeId) as Block]
  const others = (): Block[] => sorted.others.flatMap((other) => normaliseBlock(other, takeId))
  if (node['type'] === 'figure') return [...figure(node, sorted, takeId), ...others()]
  if (sorted.lines.length === 0) return others()
  const block = node['type'] === 'quote' ? quote(node, sorted, takeId) : list(node, sorted, takeId)
  return [inOrderOf(node, block) as Block, ...others()]
}

/**
 * Brings one value from a document into the shape of a top-level block. Words are kept whatever they stood in;
 * a block of a type that this version does not know is kept whole.
 * @returns the block, and after it what it held and may not hold.
 */
export function normaliseBlock(node: unknown, takeId: TakeId): Block[] {
  if (typeof node === 'string') return [textBlock({ children: [{ text: node }] }, 'paragraph', takeId) as Block]
  if (!isFields(node)) return [unknown(node, takeId)]
  const { type } = node
  if (typeof node['text'] === 'string' || type === 'link' || type === 'ltr') {
    return [textBlock({ children: [node] }, 'paragraph', takeId) as Block]
  }
  if (CONTAINER_TYPES.has(type)) return container(node, takeId)
  if (!TEXT_TYPES.has(type)) return [unknown(node, takeId)]
  const isNested = NESTED_TYPES.some((nested) => nested === type)
  const own = isNested ? 'paragraph' : (type as TextBlock['type'])
  return [inOrderOf(node, textBlock(node, own, takeId)) as Block]
}

/** @returns the same block as a paragraph: its words stay, what only its old type carried goes. */
export function asParagraph(block: AnyBlock): Block {
  return { ...without(block, 'paragraph'), type: 'paragraph' } as Block
}

/** @returns an empty paragraph, for a body that has no block. */
export function emptyParagraph(takeId: TakeId): Block {
  return paragraph(() => takeId(undefined))
}
