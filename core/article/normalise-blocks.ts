import type { AnyBlock, Block, ContainerBlock, TextBlock, VoidBlock } from './block.ts'
import type { NewId } from './factories.ts'
import { paragraph } from './factories.ts'
import { assetSchema } from './asset.ts'
import { isFields, type Fields } from './json.ts'
import { normaliseFields } from './normalise-fields.ts'
import { normaliseInlines } from './normalise-inlines.ts'
import { tidyItems, tidyRows } from './normalise-items.ts'
import { isContainerType, isNestedType, isTextType, isVoidType, shapeOf } from './block-types.ts'

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
  return isTextType(type) || isContainerType(type)
}

/** An opaque block is void too, but what it holds is not ours to read. */
function isKnownVoid(type: unknown): type is VoidBlock['type'] {
  return isVoidType(type) && type !== 'unknown'
}

function base(node: Fields, takeId: TakeId): { id: string; dir: 'rtl' | 'ltr' } {
  return { id: takeId(node['id']), dir: node['dir'] === 'ltr' ? 'ltr' : 'rtl' }
}

/** Keeps the order of the fields as they came, so that a block that needs no repair stays the same, byte for byte. */
function inOrderOf(node: Fields, block: Fields): Fields {
  const known = Object.keys(node).filter((key) => Object.hasOwn(block, key))
  return { ...Object.fromEntries(known.map((key) => [key, block[key]])), ...block }
}

function textBlock(node: Fields, type: TextBlock['type'], takeId: TakeId): Fields {
  const fields = { ...normaliseFields(node, type), type, ...base(node, takeId) }
  return inOrderOf(node, { ...fields, children: normaliseInlines(node['children'], isKnownBlock) })
}

function voidBlock(node: Fields, type: VoidBlock['type'], takeId: TakeId): Fields {
  return inOrderOf(node, { ...normaliseFields(node, type), type, ...base(node, takeId), children: [{ text: '' }] })
}

function unknown(node: unknown, takeId: TakeId): Fields {
  const fields = isFields(node) ? node : {}
  const kept = fields['type'] === 'unknown' && Object.hasOwn(fields, 'original') ? fields : { original: node }
  return { ...kept, type: 'unknown', ...base(fields, takeId), children: [{ text: '' }] }
}

/** What an older version could not show, and this one can, comes back as itself. */
function revive(node: Fields, takeId: TakeId): Fields[] {
  const { original } = node
  const isKnown = isFields(original) && (isKnownBlock(original['type']) || isKnownVoid(original['type']))
  if (!isKnown || isStrange(original)) return [unknown(node, takeId)]
  return normaliseNode({ ...original, id: node['id'], dir: node['dir'] }, takeId)
}

/** A figure whose picture is of a kind that this version does not know is kept whole, as it came. */
function isStrange(node: Fields): boolean {
  return node['type'] === 'figure' && isFields(node['asset']) && !assetSchema.safeParse(node['asset']).success
}

/** The children of a container: lines of text, blocks that it may hold, and what it may not, to stand after it. */
type Sorted = { kept: Fields[]; others: unknown[] }

function sortChildren(node: Fields, type: ContainerBlock['type']): Sorted {
  const items: readonly string[] = shapeOf(type).items
  const kept: Fields[] = []
  const others: unknown[] = []
  for (const child of Array.isArray(node['children']) ? node['children'] : []) {
    if (!isFields(child)) others.push(child)
    else if (isTextType(child['type']) || (items.includes(String(child['type'])) && !isStrange(child))) kept.push(child)
    else if (typeof child['text'] === 'string' || child['type'] === 'link' || child['type'] === 'ltr') {
      kept.push({ children: [child] })
    } else others.push(child)
  }
  return { kept, others }
}

/** Takes the lines of a fixed part off one end of `kept`: those that are there, and empty ones for the missing. */
function takeFixed(kept: Fields[], wanted: readonly TextBlock['type'][], hasItems: boolean, dir: unknown): Fields[] {
  return wanted.map((type, index) => {
    const next = kept[0]
    if (next === undefined || isContainerType(next['type'])) return { dir, type }
    const isLater = wanted.slice(index + 1).some((later) => later === next['type']) && kept[1]?.['type'] !== type
    if (next['type'] !== type && (hasItems || isLater)) return { dir, type }
    return { ...kept.shift(), type }
  })
}

function takeTail(kept: Fields[], wanted: readonly TextBlock['type'][], dir: unknown): Fields[] {
  return wanted
    .toReversed()
    .map((type) => (kept.at(-1)?.['type'] === type ? (kept.pop() ?? { type }) : { dir, type }))
    .toReversed()
}

/** Normalises what stands between the fixed lines. What cannot stand there goes to `after`. */
function takeItems(
  kept: Fields[],
  type: ContainerBlock['type'],
  dir: unknown,
  takeId: TakeId,
  after: Fields[],
): Fields[] {
  const [first, ...also] = shapeOf(type).items
  if (first === undefined) {
    after.push(...kept.flatMap((line) => normaliseNode(line, takeId)))
    return []
  }
  const accepted: ReadonlySet<string> = new Set([first, ...also])
  const items = kept.flatMap((child): Fields[] => {
    const own = child['type']
    if (isContainerType(own) && accepted.has(own)) {
      const [block, ...rest] = normaliseNode(child, takeId)
      if (block?.['type'] === own) {
        after.push(...rest)
        return [block]
      }
      after.push(...(block === undefined ? [] : [block]), ...rest)
      return []
    }
    if (isTextType(first)) return [textBlock(child, first, takeId)]
    after.push(...normaliseNode({ type: 'paragraph', ...child }, takeId))
    return []
  })
  if (items.length === 0 && isTextType(first)) items.push(textBlock({ dir }, first, takeId))
  return items
}

function container(node: Fields, type: ContainerBlock['type'], takeId: TakeId): Fields[] {
  const [first] = Array.isArray(node['children']) ? node['children'] : []
  const isLine = first === undefined || (isFields(first) && !Object.hasOwn(first, 'children'))
  const shape = shapeOf(type)
  // A container that lost its blocks has become a line of text: the text is what counts.
  if (isLine && shape.items.length > 0) return [textBlock(node, 'paragraph', takeId)]
  const own = base(node, takeId)
  const { kept, others } = sortChildren(node, type)
  const after: Fields[] = []
  if (kept.length === 0 && shape.items.length > 0) return others.flatMap((other) => normaliseNode(other, takeId))
  const tail = takeTail(kept, shape.tail, own.dir)
  const lead = takeFixed(kept, shape.lead, shape.items.length > 0, own.dir).map((line) => fixed(line, takeId))
  const items = takeItems(kept, type, own.dir, takeId, after)
  after.push(...others.flatMap((other) => normaliseNode(other, takeId)))
  const children = [...lead, ...items, ...tail.map((line) => fixed(line, takeId))]
  if (shape.items.length > 0 && items.length === 0) return after
  const block = { ...normaliseFields(node, type), type, ...own, children }
  return [tidyItems(tidyRows(inOrderOf(node, block), takeId)), ...after]
}

function fixed(line: Fields, takeId: TakeId): Fields {
  return textBlock(line, isTextType(line['type']) ? line['type'] : 'paragraph', takeId)
}

function normaliseNode(node: unknown, takeId: TakeId): Fields[] {
  if (typeof node === 'string') return [textBlock({ children: [{ text: node }] }, 'paragraph', takeId)]
  if (!isFields(node)) return [unknown(node, takeId)]
  const { type } = node
  if (typeof node['text'] === 'string' || type === 'link' || type === 'ltr') {
    return [textBlock({ children: [node] }, 'paragraph', takeId)]
  }
  if (isStrange(node)) return [unknown(node, takeId)]
  if (isContainerType(type)) return container(node, type, takeId)
  if (isTextType(type)) return [textBlock(node, type, takeId)]
  if (isKnownVoid(type)) return [voidBlock(node, type, takeId)]
  return type === 'unknown' && Object.hasOwn(node, 'original') ? revive(node, takeId) : [unknown(node, takeId)]
}

/**
 * Brings one value from a document into the shape of a top-level block. Words are kept whatever they stood in;
 * a block of a type that this version does not know is kept whole.
 * @returns the block, and after it what it held and may not hold.
 */
export function normaliseBlock(node: unknown, takeId: TakeId): Block[] {
  return normaliseNode(node, takeId).flatMap(asTopLevel) as Block[]
}

/** A line that lives only inside a container is a paragraph on its own; a row on its own is its cells. */
function asTopLevel(block: Fields): Fields[] {
  if (block['type'] === 'table-row') return (block['children'] as Fields[]).flatMap(asTopLevel)
  return isNestedType(block['type']) ? [{ ...normaliseFields(block, 'paragraph'), type: 'paragraph' }] : [block]
}

/** @returns the same block as a paragraph: its words stay, what only its old type carried goes. */
export function asParagraph(block: AnyBlock): Block {
  return { ...normaliseFields(block, 'paragraph'), type: 'paragraph' } as Block
}

/** @returns an empty paragraph, for a body that has no block. */
export function emptyParagraph(takeId: TakeId): Block {
  return paragraph(() => takeId(undefined))
}
