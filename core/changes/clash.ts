import type { Article } from '../article/article.ts'
import { canonicalJson } from '../article/canonical.ts'
import { areApart, isInLine, putIn } from './beside.ts'
import type { Change, InsertChange, TextEdit } from './change.ts'
import { readLine } from './line.ts'
import { touching, type Numbered } from './touch.ts'
import { lineAt, treeOf, type Tree } from './tree.ts'

/** Changes of two sides that cannot both be made. A person chooses one side, or neither. */
export type Clash = { readonly ours: readonly Change[]; readonly theirs: readonly Change[] }

const numbered = (changes: readonly Change[]): Numbered[] => changes.map((change, number) => ({ number, change }))

/** @returns the changes of a clash that only one side made. */
function alone({ ours, theirs }: Clash): { ours: Change[]; theirs: Change[] } {
  const [own, other] = [ours, theirs].map((changes) => new Set(changes.map(canonicalJson)))
  return {
    ours: ours.filter((change) => other?.has(canonicalJson(change)) === false),
    theirs: theirs.filter((change) => own?.has(canonicalJson(change)) === false),
  }
}

/**
 * @param base to which the changes of the clash are addressed
 * @returns whether both sides of a clash can be made, and only a person can say whether they should be: both put something
 *   in at one place, or one writes beside what the other takes away
 */
export function canBeBoth(base: Article, clash: Clash): boolean {
  const { ours, theirs } = alone(clash)
  if ([...ours, ...theirs].some(({ kind }) => kind === 'move')) return false
  const tree = treeOf(base.document)
  const pairs = touching(tree, numbered(ours), numbered(theirs))
  return pairs.length > 0 && pairs.every(([one, other]) => meets(tree, ours[one], theirs[other]))
}

function meets(tree: Tree, one: Change | undefined, other: Change | undefined): boolean {
  if (one?.kind === 'text' && other?.kind === 'text') return meetsInLine(tree, one, other)
  return one?.kind === 'insert' && other?.kind === 'insert' && isInOneGap(tree, one, other)
}

const isInsert = ({ from, to }: TextEdit): boolean => from.line === to.line && from.at === to.at

/** @returns whether two edits put words in at one place, or one does at an edge of what the other replaces without fusing words. */
function meetsInLine(tree: Tree, one: TextEdit, other: TextEdit): boolean {
  if (!isInLine(one) || !isInLine(other) || one.from.line !== other.from.line) return false
  if (isInsert(one) && isInsert(other)) return one.from.at === other.from.at
  const text = readLine(lineAt(tree, one.from.line)?.children ?? []).text
  return (isInsert(one) && isApart(text, one, other)) || (isInsert(other) && isApart(text, other, one))
}

function isApart(text: string, insert: TextEdit, edit: TextEdit): boolean {
  const [put, replaced] = [putIn(insert), putIn(edit)]
  if (insert.from.at === edit.to.at) return areApart(text.slice(0, edit.from.at) + replaced, put)
  return insert.from.at === edit.from.at && areApart(put, replaced + text.slice(edit.to.at))
}

/** Rows and cells of a table are lined up with others. */
const LINED_UP: ReadonlySet<string | undefined> = new Set(['table', 'table-row'])

function isInOneGap(tree: Tree, one: InsertChange, other: InsertChange): boolean {
  if (one.node === other.node || one.shell['id'] === other.shell['id']) return false
  const [place, otherPlace] = [one.place, other.place]
  return (
    place !== null &&
    place.gap === otherPlace?.gap &&
    place.parent === otherPlace.parent &&
    !LINED_UP.has(tree.nodes.get(place.parent)?.block.type)
  )
}

/** @returns an edit of theirs as it stands after ours, with a space where two words would become one. */
function behind(ours: readonly Change[], edit: TextEdit): TextEdit {
  const before = ours.find(
    (change): change is TextEdit =>
      change.kind === 'text' &&
      isInsert(change) &&
      isInsert(edit) &&
      change.from.line === edit.from.line &&
      change.from.at === edit.from.at,
  )
  if (before === undefined || areApart(putIn(before), putIn(edit))) return edit
  return { ...edit, pieces: [{ text: ' ', attributes: {} }, ...edit.pieces] }
}

/** @returns the changes of both sides, ours first where they meet. */
export function bothOf(clash: Clash): readonly Change[] {
  const { theirs } = alone(clash)
  const last = Math.max(0, ...clash.ours.map((change) => (change.kind === 'insert' ? (change.place?.seq ?? 0) : 0)))
  const after = theirs.map((change) => {
    if (change.kind === 'text') return behind(clash.ours, change)
    if (change.kind !== 'insert' || change.place === null) return change
    return { ...change, place: { ...change.place, seq: change.place.seq + last + 1 } }
  })
  return [...clash.ours, ...after]
}
