import { aspectsOf, type Aspect } from '../../changes/aspects.ts'
import { covered } from '../../changes/apply.ts'
import type { Change, InsertChange, Key, MoveChange, TextEdit } from '../../changes/change.ts'
import type { Group } from '../../changes/groups.ts'
import { OBJECT, readLine } from '../../changes/line.ts'
import { lineAt, ROOT, topOf, type Tree } from '../../changes/tree.ts'
import { insertedText, placeOf, SIGN, textOf } from './drawing.ts'
import { inOrder } from './phrases.ts'

/** What happens to whole blocks. */
export type BlockAct = 'inserted' | 'removed' | 'moved'

/** A part of a proposal in words. */
export type Description = {
  /** The words that go, and those that come. */
  readonly removed: string
  readonly added: string
  readonly acts: readonly BlockAct[]
  /** What changes besides the words. */
  readonly aspects: readonly Aspect[]
  /** The metadata that change, by their names. */
  readonly fields: readonly string[]
  /** The type of the block that it is about, and the id of the block at the top level; null for the article. */
  readonly type: string | null
  readonly block: string | null
}

/** Describes a part of a proposal for people. @param tree of what its changes are addressed to */
export function describe(tree: Tree, part: Group): Description {
  const inserts = part.filter((change): change is InsertChange => change.kind === 'insert')
  const inserted = new Map(inserts.map((change) => [change.node, change]))
  const removed = new Set(part.flatMap((change) => (change.kind === 'remove' ? [change.node] : [])))
  const edits = part.filter((change): change is TextEdit => change.kind === 'text').toSorted(inOrder(tree))
  const replaced = phrase(tree, edits)
  const gone = [...removed].flatMap((key) => lineText(tree, key))
  const come = inserts.filter(({ parent }) => !inserted.has(parent)).map((change) => insertedText(change, inserted))
  const moves = part.filter((change): change is MoveChange => change.kind === 'move')
  const isOnlyKind =
    come.join('') === '' && gone.length === 0 && moves.length > 0 && moves.every(({ node }) => turns(part, node))
  const acts: BlockAct[] = isOnlyKind
    ? []
    : [
        ...(inserts.length > 0 ? (['inserted'] as const) : []),
        ...(removed.size > 0 ? (['removed'] as const) : []),
        ...(moves.length > 0 ? (['moved'] as const) : []),
      ]
  const isBlocks = acts.length > 0
  const others = part.filter(({ kind }) => kind !== 'insert' && kind !== 'remove' && kind !== 'move')
  const place = placeOf(part)
  const node = tree.nodes.get(place)
  const first = inserts[0]
  return {
    removed: joined([replaced.removed, ...gone]),
    added: joined([replaced.added, ...come]),
    acts,
    aspects: others.every(isField) ? [] : aspectsOf(tree, others, false, isBlocks || edits.length > 0),
    fields: part.flatMap((change) => (change.kind === 'metadata' ? [change.field] : [])),
    type: node?.block.type ?? (first === undefined ? null : String(first.shell['type'])),
    block: tree.nodes.get(topOf(first === undefined ? place : besideInsert(tree, first), tree))?.block.id ?? null,
  }
}

/** @returns a node at which an inserted block stands: its container, or the block after or before it. */
function besideInsert(tree: Tree, { parent, place }: InsertChange): Key {
  if (parent !== ROOT || place === null) return parent
  const siblings = tree.free.get(ROOT) ?? []
  return siblings[place.gap] ?? siblings.at(-1) ?? ROOT
}

/** @returns whether a block becomes one of another kind: a paragraph is moved into a new list, and is an item there. */
function turns(part: Group, node: Key): boolean {
  return part.some((change) => change.kind === 'field' && change.node === node && change.field === 'type')
}

const isField = ({ kind }: Change): boolean => kind === 'metadata' || kind === 'article'

const joined = (texts: readonly string[]): string => texts.filter((text) => text !== '').join('\n')

function lineText(tree: Tree, key: Key): string[] {
  const block = lineAt(tree, key)
  return block === null ? [] : [readLine(block.children).text.replaceAll(OBJECT, '◇')]
}

/** @returns both sides of edits, with the spaces between them: neighbouring words read as one phrase. */
function phrase(tree: Tree, edits: readonly TextEdit[]): { removed: string; added: string } {
  let [removed, added] = ['', '']
  for (const [index, { from, to, pieces }] of edits.entries()) {
    const before = edits[index - 1]
    if (before !== undefined) {
      const between =
        before.to.line === from.line ? (lineText(tree, from.line)[0] ?? '').slice(before.to.at, from.at) : '\n'
      removed += between
      added += between
    }
    removed += removedText(tree, from, to)
    added += textOf(pieces)
  }
  return { removed, added }
}

function removedText(tree: Tree, from: TextEdit['from'], to: TextEdit['to']): string {
  const text = (key: Key): string => lineText(tree, key)[0] ?? ''
  if (from.line === to.line) return text(from.line).slice(from.at, to.at)
  const rest = covered(tree, from.line, to.line).map((key) => (key === to.line ? text(key).slice(0, to.at) : text(key)))
  return [text(from.line).slice(from.at), ...rest].join(SIGN)
}
