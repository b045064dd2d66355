import type { AnyBlock, Block, ContainerBlock, TextBlock, VoidBlock } from './block.ts'
import type { NewId } from './factories.ts'
import { paragraph } from './factories.ts'
import { assetSchema } from './asset.ts'
import { isWrapperType } from './inline.ts'
import { isFields, type Fields } from './json.ts'
import { normaliseFields } from './normalise-fields.ts'
import { normaliseInlines } from './normalise-inlines.ts'
import { tidyItems, tidyRows } from './normalise-items.ts'
import { isContainerType, isNestedType, isTextType, isVoidType, shapeOf } from './block-types.ts'

/** Returns an id for a block: its own if that is valid and not taken, else a new one. */
export type TakeId = (own: unknown) => string

/** @returns a function that never returns the same id twice; use one per document. */
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

/** `unknown` is left out: its content must not be normalised. */
function isKnownVoid(type: unknown): type is VoidBlock['type'] {
  return isVoidType(type) && type !== 'unknown'
}

function base(node: Fields, takeId: TakeId): { id: string; dir: 'rtl' | 'ltr' } {
  return { id: takeId(node['id']), dir: node['dir'] === 'ltr' ? 'ltr' : 'rtl' }
}

/**
 * Puts the fields of `block` in the order of `node`, so that the JSON of a valid block stays the same byte for byte.
 */
function inFieldOrderOf(node: Fields, block: Fields): Fields {
  const known = Object.keys(node).filter((key) => Object.hasOwn(block, key))
  return { ...Object.fromEntries(known.map((key) => [key, block[key]])), ...block }
}

function textBlock(node: Fields, type: TextBlock['type'], takeId: TakeId): Fields {
  const fields = { ...normaliseFields(node, type), type, ...base(node, takeId) }
  return inFieldOrderOf(node, { ...fields, children: normaliseInlines(node['children'], isKnownBlock) })
}

function voidBlock(node: Fields, type: VoidBlock['type'], takeId: TakeId): Fields {
  return inFieldOrderOf(node, { ...normaliseFields(node, type), type, ...base(node, takeId), children: [{ text: '' }] })
}

function unknown(node: unknown, takeId: TakeId): Fields {
  const fields = isFields(node) ? node : {}
  const kept = fields['type'] === 'unknown' && Object.hasOwn(fields, 'original') ? fields : { original: node }
  return { ...kept, type: 'unknown', ...base(fields, takeId), children: [{ text: '' }] }
}

/** Unwraps a block that an older version kept as `unknown`, if this version knows its type. */
function unwrapKnown(node: Fields, takeId: TakeId): Fields[] {
  const { original } = node
  const isKnown = isFields(original) && (isKnownBlock(original['type']) || isKnownVoid(original['type']))
  if (!isKnown || hasUnknownPicture(original)) return [unknown(node, takeId)]
  return normaliseNode({ ...original, id: node['id'], dir: node['dir'] }, takeId)
}

/** Whether a figure has a picture that this version cannot read. Such a figure is kept whole, as `unknown`. */
function hasUnknownPicture(node: Fields): boolean {
  return node['type'] === 'figure' && isFields(node['asset']) && !assetSchema.safeParse(node['asset']).success
}

/** The children of a container: the lines and the blocks that it may hold, and the rest, which moves after it. */
type SplitChildren = { kept: Fields[]; rejected: unknown[] }

function splitChildren(node: Fields, type: ContainerBlock['type']): SplitChildren {
  const items: readonly string[] = shapeOf(type).items
  const kept: Fields[] = []
  const rejected: unknown[] = []
  for (const child of Array.isArray(node['children']) ? node['children'] : []) {
    if (!isFields(child)) rejected.push(child)
    else if (isTextType(child['type']) || (items.includes(String(child['type'])) && !hasUnknownPicture(child)))
      kept.push(child)
    else if (typeof child['text'] === 'string' || isWrapperType(child['type'])) {
      kept.push({ children: [child] })
    } else rejected.push(child)
  }
  return { kept, rejected }
}

/**
 * Removes the lead lines of a container from the start of `kept`. A missing one is replaced by an empty line. The next
 * line is converted to the wanted type, unless the container has items or a later lead line has that line's type.
 */
function takeLead(kept: Fields[], wanted: readonly TextBlock['type'][], hasItems: boolean, dir: unknown): Fields[] {
  return wanted.map((type, index) => {
    const next = kept[0]
    if (next === undefined || isContainerType(next['type'])) return { dir, type }
    const isLater = wanted.slice(index + 1).some((later) => later === next['type']) && kept[1]?.['type'] !== type
    if (next['type'] !== type && (hasItems || isLater)) return { dir, type }
    return { ...kept.shift(), type }
  })
}

/** Removes the tail lines of a container from the end of `kept`. A missing line is replaced by an empty one. */
function takeTail(kept: Fields[], wanted: readonly TextBlock['type'][], dir: unknown): Fields[] {
  return wanted
    .toReversed()
    .map((type) => (kept.at(-1)?.['type'] === type ? (kept.pop() ?? { type }) : { dir, type }))
    .toReversed()
}

/** Normalises the children between lead and tail. Pushes those that the container may not hold to `after`. */
function takeItems(
  kept: Fields[],
  type: ContainerBlock['type'],
  dir: unknown,
  takeId: TakeId,
  after: Fields[],
): Fields[] {
  const [first, ...also] = shapeOf(type).items
  if (first === undefined) {
    for (const line of kept) for (const block of normaliseNode(line, takeId)) after.push(block)
    return []
  }
  const accepted: ReadonlySet<string> = new Set([first, ...also])
  const items = kept.flatMap((child): Fields[] => {
    const own = child['type']
    if (isContainerType(own) && accepted.has(own)) {
      const [block, ...evicted] = normaliseNode(child, takeId)
      if (block?.['type'] === own) {
        for (const each of evicted) after.push(each)
        return [block]
      }
      for (const each of block === undefined ? [] : [block, ...evicted]) after.push(each)
      return []
    }
    if (isTextType(first)) return [textBlock(child, first, takeId)]
    for (const block of normaliseNode({ type: 'paragraph', ...child }, takeId)) after.push(block)
    return []
  })
  if (items.length === 0 && isTextType(first)) items.push(textBlock({ dir }, first, takeId))
  return items
}

function container(node: Fields, type: ContainerBlock['type'], takeId: TakeId): Fields[] {
  const [first] = Array.isArray(node['children']) ? node['children'] : []
  const hasText = first === undefined || (isFields(first) && !Object.hasOwn(first, 'children'))
  const shape = shapeOf(type)
  // A container with text instead of blocks becomes a paragraph, so that the text is kept.
  if (hasText && shape.items.length > 0) return [textBlock(node, 'paragraph', takeId)]
  const own = base(node, takeId)
  const { kept, rejected } = splitChildren(node, type)
  const after: Fields[] = []
  if (kept.length === 0 && shape.items.length > 0) return rejected.flatMap((child) => normaliseNode(child, takeId))
  const tail = takeTail(kept, shape.tail, own.dir)
  const lead = takeLead(kept, shape.lead, shape.items.length > 0, own.dir).map((line) => fixedLine(line, takeId))
  const items = takeItems(kept, type, own.dir, takeId, after)
  for (const child of rejected) for (const block of normaliseNode(child, takeId)) after.push(block)
  const children = [...lead, ...items, ...tail.map((line) => fixedLine(line, takeId))]
  if (shape.items.length > 0 && items.length === 0) return after
  const block = { ...normaliseFields(node, type), type, ...own, children }
  return [tidyItems(tidyRows(inFieldOrderOf(node, block), takeId)), ...after]
}

function fixedLine(line: Fields, takeId: TakeId): Fields {
  return textBlock(line, isTextType(line['type']) ? line['type'] : 'paragraph', takeId)
}

function normaliseNode(node: unknown, takeId: TakeId): Fields[] {
  if (typeof node === 'string') return [textBlock({ children: [{ text: node }] }, 'paragraph', takeId)]
  if (!isFields(node)) return [unknown(node, takeId)]
  const { type } = node
  if (typeof node['text'] === 'string' || isWrapperType(type)) {
    return [textBlock({ children: [node] }, 'paragraph', takeId)]
  }
  if (hasUnknownPicture(node)) return [unknown(node, takeId)]
  if (isContainerType(type)) return container(node, type, takeId)
  if (isTextType(type)) return [textBlock(node, type, takeId)]
  if (isKnownVoid(type)) return [voidBlock(node, type, takeId)]
  return type === 'unknown' && Object.hasOwn(node, 'original') ? unwrapKnown(node, takeId) : [unknown(node, takeId)]
}

/**
 * Turns one value of a document into valid top-level blocks. Text is always kept. A block of an unknown type is kept
 * whole.
 * @returns the block, then the blocks that it contained but may not contain
 */
export function normaliseBlock(node: unknown, takeId: TakeId): Block[] {
  return normaliseNode(node, takeId).flatMap(asTopLevel) as Block[]
}

/**
 * Turns nested lines into paragraphs, and nested containers, such as table rows, into the paragraphs of their lines.
 */
function asTopLevel(block: Fields): Fields[] {
  if (!isNestedType(block['type'])) return [block]
  if (isContainerType(block['type'])) return (block['children'] as Fields[]).flatMap(asTopLevel)
  return [{ ...normaliseFields(block, 'paragraph'), type: 'paragraph' }]
}

/** @returns a line as a paragraph, without the fields of its old type. */
export function asParagraph(block: AnyBlock): Block {
  return { ...normaliseFields(block, 'paragraph'), type: 'paragraph' } as Block
}

/** @returns an empty paragraph, for a body without blocks. */
export function emptyParagraph(takeId: TakeId): Block {
  return paragraph(() => takeId(undefined))
}
