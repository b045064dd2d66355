import { covered } from './apply.ts'
import { isBeside } from './beside.ts'
import type { Change, Key, Place } from './change.ts'
import { isSame } from './fields.ts'
import { cells } from './groups.ts'
import type { Tree } from './tree.ts'

/**
 * How a change uses something that another may use too.
 * - `own`: sets it: a field, the place of a block, a gap, an id
 * - `use`: needs the block: writes in it, or puts something into it
 * - `alter`: sets a field of the block
 * - `move`, `remove`: moves or removes the block
 * - `lead`, `join`: joins other lines to the line, or joins the line to another
 * - `cells`, `rows`: inserts, moves or removes cells in rows of the table, or adds rows to it
 */
type Mode = 'own' | 'use' | 'alter' | 'move' | 'remove' | 'lead' | 'join' | 'cells' | 'rows'

/** Which modes of two sides clash. */
const CLASHES: Readonly<Record<Mode, readonly Mode[]>> = {
  own: ['own'],
  use: ['remove'],
  alter: ['remove', 'join'],
  move: ['move', 'remove', 'lead', 'join'],
  remove: ['use', 'alter', 'move', 'lead', 'join'],
  lead: ['move', 'remove'],
  join: ['alter', 'move', 'remove'],
  cells: ['rows'],
  rows: ['cells'],
}

/** A use of a thing by a change. */
type Claim = { readonly thing: string; readonly mode: Mode }

/** A range of a line that a change replaces, or formats under a name. */
type Range = { readonly line: Key; readonly start: number; readonly end: number; readonly format: string | null }

function placeClaims(place: Place | null, tree: Tree): Claim[] {
  if (place === null) return []
  const { parent, gap } = place
  return [
    { thing: `block ${parent}`, mode: 'use' },
    { thing: `gap ${gap} ${parent}`, mode: 'own' },
    ...(tree.nodes.get(parent)?.block.type === 'table' ? [{ thing: `cells ${parent}`, mode: 'rows' } as const] : []),
    ...cells(parent, tree).map((thing): Claim => ({ thing, mode: 'cells' })),
  ]
}

function claims(change: Change, tree: Tree): Claim[] {
  switch (change.kind) {
    case 'text':
      return textClaims(change, tree)
    case 'format':
      return [{ thing: `block ${change.line}`, mode: 'use' }]
    case 'field':
      return [
        { thing: `block ${change.node}`, mode: 'alter' },
        { thing: `field ${change.field} ${change.node}`, mode: 'own' },
      ]
    case 'insert':
      return [
        { thing: `block ${change.parent}`, mode: 'use' },
        { thing: `id ${String(change.shell['id'])}`, mode: 'own' },
        { thing: `new ${change.node}`, mode: 'own' },
        ...placeClaims(change.place, tree),
      ]
    case 'remove': {
      const parent = tree.nodes.get(change.node)?.parent ?? ''
      return [
        { thing: `block ${change.node}`, mode: 'remove' },
        ...cells(parent, tree).map((thing): Claim => ({ thing, mode: 'cells' })),
      ]
    }
    case 'move': {
      const parent = tree.nodes.get(change.node)?.parent ?? ''
      return [
        { thing: `block ${change.node}`, mode: 'move' },
        ...placeClaims(change.place, tree),
        ...cells(parent, tree).map((thing): Claim => ({ thing, mode: 'cells' })),
      ]
    }
    case 'metadata':
    case 'article':
      return [{ thing: `${change.kind} ${change.field}`, mode: 'own' }]
  }
}

function textClaims({ from, to, pieces }: Extract<Change, { kind: 'text' }>, tree: Tree): Claim[] {
  const joined = covered(tree, from.line, to.line)
  const parent = tree.nodes.get(from.line)?.parent ?? ''
  return [
    { thing: `block ${from.line}`, mode: joined.length === 0 ? 'use' : 'lead' },
    ...joined.flatMap((key): Claim[] => [
      { thing: `block ${key}`, mode: 'join' },
      // What goes between two lines has no place when they are one.
      { thing: `gap ${tree.nodes.get(key)?.index ?? 0} ${parent}`, mode: 'own' },
    ]),
    ...pieces.flatMap((piece): Claim[] =>
      'block' in piece ? [{ thing: `id ${String(piece.block['id'])}`, mode: 'own' }] : [],
    ),
  ]
}

/** Ends a range that runs to the end of its line. */
const END = Number.MAX_SAFE_INTEGER

function ranges(change: Change, tree: Tree): Range[] {
  if (change.kind === 'format') {
    const { line, start, end, name } = change
    return [{ line, start, end, format: name }]
  }
  if (change.kind !== 'text') return []
  const { from, to } = change
  if (from.line === to.line) return [{ line: from.line, start: from.at, end: to.at, format: null }]
  const first = { line: from.line, start: from.at, end: END, format: null }
  const rest = covered(tree, from.line, to.line).map((line) => ({
    line,
    start: 0,
    end: line === to.line ? to.at : END,
    format: null,
  }))
  return [first, ...rest]
}

/**
 * @returns whether two ranges of one line touch. Edits touch where they meet: one side may take a word, the other the
 *   space beside it; `isBeside` knows edits that can meet. A format and an edit never do: text that stays gets the format.
 */
function rangesTouch(one: Range, other: Range): boolean {
  if (one.format !== other.format) return false
  return one.format === null
    ? one.start <= other.end && other.start <= one.end
    : one.start < other.end && other.start < one.end
}

/** A change of one side, by its number. */
export type Numbered = { readonly number: number; readonly change: Change }

/**
 * Finds the changes of two sides that cannot both be made, or not without a person who decides how.
 * @returns pairs of their numbers
 */
export function touching(tree: Tree, ours: readonly Numbered[], theirs: readonly Numbered[]): [number, number][] {
  const pairs: [number, number][] = []
  const claimed = Map.groupBy(
    theirs.flatMap(({ number, change }) => claims(change, tree).map((claim) => ({ ...claim, number }))),
    ({ thing }) => thing,
  )
  const written = Map.groupBy(
    theirs.flatMap(({ number, change }) => ranges(change, tree).map((range) => ({ ...range, number, change }))),
    ({ line }) => line,
  )
  for (const { number, change } of ours) {
    for (const { thing, mode } of claims(change, tree)) {
      for (const other of claimed.get(thing) ?? []) {
        if (CLASHES[mode].includes(other.mode)) pairs.push([number, other.number])
      }
    }
    for (const range of ranges(change, tree)) {
      for (const other of written.get(range.line) ?? []) {
        if (!rangesTouch(range, other) || setSame(change, other.change)) continue
        if (!isBeside(tree, change, other.change)) pairs.push([number, other.number])
      }
    }
  }
  return pairs
}

/** @returns whether two formats set the same value. */
function setSame(one: Change, other: Change): boolean {
  if (one.kind !== 'format' || other.kind !== 'format') return false
  return isSame(one.value, other.value)
}
