import { covered } from '../../changes/apply.ts'
import type { Change, InsertChange, Piece, TextEdit } from '../../changes/change.ts'
import type { Tree } from '../../changes/tree.ts'
import type { MadeChange } from './made-change.ts'

/** A range of a line. */
type Range = { readonly start: number; readonly end: number }

/** @returns the parts of a range that no other covers. */
function uncovered(range: Range, others: readonly Range[]): Range[] {
  return others.reduce<Range[]>(
    (parts, { start, end }) =>
      parts.flatMap((part) => {
        const before = { start: part.start, end: Math.min(part.end, start) }
        const after = { start: Math.max(part.start, end), end: part.end }
        return [before, after].filter((each) => each.start < each.end)
      }),
    [range],
  )
}

/** @returns the range that an edit replaces in its line; null for one that joins or splits lines. */
function rangeIn({ from, to, pieces }: TextEdit): Range | null {
  return from.line === to.line && !pieces.some((piece) => 'block' in piece) ? { start: from.at, end: to.at } : null
}

const isText = (piece: Piece | undefined): piece is Extract<Piece, { text: string }> =>
  piece !== undefined && 'text' in piece

function endsInWord(pieces: readonly Piece[]): boolean {
  const last = pieces.at(-1)
  return isText(last) && /[\p{L}\p{M}\p{N}]$/u.test(last.text)
}

function beginsInWord([first]: readonly Piece[]): boolean {
  return isText(first) && /^[\p{L}\p{N}]/u.test(first.text)
}

/** Takes what others delete already out of an edit, and puts its words behind theirs, never grown together with them. */
function besideEdits(edit: TextEdit, made: readonly MadeChange[], tree: Tree): TextEdit[] | null {
  const own = rangeIn(edit)
  const { line } = edit.from
  if (own === null) return null
  const others: Range[] = []
  let isGlued = false
  for (const { change } of made) {
    if (change.kind === 'remove' && change.node === line) return null
    if (change.kind !== 'text') continue
    if (change.from.line !== line && !covered(tree, change.from.line, change.to.line).includes(line)) continue
    const range = rangeIn(change)
    if (range === null) return null
    others.push(range)
    isGlued ||=
      range.start <= own.end && own.start <= range.end && endsInWord(change.pieces) && beginsInWord(edit.pieces)
  }
  const around = others.find(({ start, end }) => start < own.end && own.end < end)
  const at = around?.end ?? own.end
  const parts = uncovered(own, others)
  const deletions = parts.map(({ start, end }): TextEdit => ({
    ...{ kind: 'text', from: { line, at: start }, to: { line, at: end } },
    pieces: [],
  }))
  const [first, ...rest] = edit.pieces
  const pieces = isGlued && isText(first) ? [{ ...first, text: ` ${first.text}` }, ...rest] : edit.pieces
  const words: TextEdit = { ...edit, from: { line, at }, to: { line, at }, pieces }
  return edit.pieces.length === 0 ? deletions : [...deletions, words]
}

/** @returns an insertion that has only its place in common with others; null for one that has more. */
function besideInserts(insert: InsertChange, made: readonly MadeChange[], tree: Tree): InsertChange | null {
  if (insert.place === null || tree.nodes.get(insert.parent)?.block.type === 'table-row') return null
  const isTaken = made.some(
    ({ change }) =>
      (change.kind === 'insert' && (change.node === insert.node || change.shell['id'] === insert.shell['id'])) ||
      (change.kind === 'remove' && change.node === insert.parent),
  )
  return isTaken ? null : insert
}

/**
 * Rewrites changes that clash with those of another proposal, so that a document can show both: words of both stand side by
 * side, and what both delete is deleted once.
 * @param changes of one clash
 * @param made all that is in the document already
 * @returns null where both cannot be shown
 */
export function sideBySide(changes: readonly Change[], made: readonly MadeChange[], tree: Tree): Change[] | null {
  const rewritten: Change[] = []
  const inserted = new Set<string>()
  for (const change of changes) {
    if (change.kind === 'text') {
      const edits = besideEdits(change, made, tree)
      if (edits === null) return null
      rewritten.push(...edits)
    } else if (change.kind === 'insert') {
      const isInside = inserted.has(change.parent)
      const insert = isInside ? change : besideInserts(change, made, tree)
      if (insert === null) return null
      inserted.add(insert.node)
      rewritten.push(insert)
    } else return null
  }
  return rewritten
}
