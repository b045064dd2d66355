import { isFields } from '../article/json.ts'
import type { FieldName } from '../article/traits.ts'
import type { Change, FormatChange } from './change.ts'
import { attributesAt, readLine } from './line.ts'
import { lineAt, type Tree } from './tree.ts'

/** A property of a block that changed besides its words. `rest`: something that this list does not name. */
export type Aspect =
  | 'kind'
  | 'direction'
  | 'level'
  | 'list'
  | 'header'
  | 'picture'
  | 'alt'
  | 'address'
  | 'split'
  | 'joined'
  | 'order'
  | 'bold'
  | 'italic'
  | 'underline'
  | 'link'
  | 'isolate'
  | 'other'
  | 'rest'

/** What a change of each field is shown as. */
const FIELDS: Readonly<Record<FieldName | 'type' | 'dir', Aspect>> = {
  type: 'kind',
  dir: 'direction',
  level: 'level',
  ordered: 'list',
  depth: 'list',
  header: 'header',
  headerColumn: 'header',
  alt: 'alt',
  url: 'address',
  asset: 'picture',
  date: 'rest',
}

const MARKS: Readonly<Record<string, Aspect>> = {
  'mark:bold': 'bold',
  'mark:italic': 'italic',
  'mark:underline': 'underline',
  apart: 'rest',
}

/** Comments and suggestions in the text of other programs. They are not formatting. */
const REVIEW = /^mark:(?:comment:|suggest)/u

function typeOf(wrapper: unknown): unknown {
  return isFields(wrapper) ? wrapper['type'] : null
}

function formatAspects({ line, start, name, value }: FormatChange, older: Tree): Aspect[] {
  if (name !== 'wrapper') return [MARKS[name] ?? (REVIEW.test(name) ? 'rest' : 'other')]
  const block = lineAt(older, line)
  const before = block === null ? null : typeOf(attributesAt(readLine(block.children), start)['wrapper'])
  const types = new Set([before, typeOf(value)].filter((type) => typeof type === 'string'))
  if (types.size === 1 && before === typeOf(value)) return [before === 'link' ? 'address' : 'rest']
  return [...(types.has('link') ? ['link' as const] : []), ...(types.has('ltr') ? ['isolate' as const] : [])]
}

function aspects(change: Change, older: Tree): Aspect[] {
  switch (change.kind) {
    case 'text':
      return [
        ...(change.pieces.some((piece) => 'block' in piece) ? ['split' as const] : []),
        ...(change.from.line === change.to.line ? [] : ['joined' as const]),
      ]
    case 'format':
      return formatAspects(change, older)
    case 'field':
      return [Object.hasOwn(FIELDS, change.field) ? FIELDS[change.field as keyof typeof FIELDS] : 'rest']
    case 'insert':
      return [change.shell['type'] === 'figure' ? 'picture' : 'rest']
    case 'remove':
      return [older.nodes.get(change.node)?.block.type === 'figure' ? 'picture' : 'rest']
    case 'move':
      return ['order']
    case 'metadata':
    case 'article':
      return []
  }
}

/** What a change of kind brings along. */
const WITH_KIND: readonly Aspect[] = ['level', 'list']

/**
 * @param changes those of one top-level block
 * @param isSplit whether the block was split off another
 * @param hasWords whether words of it changed
 * @returns what changed in it besides its words, each aspect once
 */
export function aspectsOf(older: Tree, changes: readonly Change[], isSplit: boolean, hasWords: boolean): Aspect[] {
  const all = new Set<Aspect>([
    ...(isSplit ? ['split' as const] : []),
    ...changes.flatMap((each) => aspects(each, older)),
  ])
  // The fields of a new kind come with it.
  if (all.has('kind')) for (const aspect of WITH_KIND) all.delete(aspect)
  const named = [...all].filter((aspect) => aspect !== 'rest')
  return named.length > 0 || hasWords ? named : ['rest']
}
