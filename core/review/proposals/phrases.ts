import type { TextEdit } from '../../changes/change.ts'
import type { Group } from '../../changes/groups.ts'
import { readLine } from '../../changes/line.ts'
import { lineAt, type Tree } from '../../changes/tree.ts'

/** @returns what sorts text edits by where they begin. */
export function inOrder({ nodes }: Tree) {
  const orderOf = ({ from }: TextEdit): number => nodes.get(from.line)?.order ?? 0
  return (one: TextEdit, other: TextEdit): number => orderOf(one) - orderOf(other) || one.from.at - other.from.at
}

/**
 * @returns the text edits of a part in order. Words that follow each other and are all replaced are one edit: drawn one by one,
 *   old and new words would alternate.
 */
export function asPhrases(live: Tree, part: Group): TextEdit[] {
  const edits = part.filter((change) => change.kind === 'text').toSorted(inOrder(live))
  const phrases: TextEdit[] = []
  for (const edit of edits) {
    const before = phrases.at(-1)
    const between = before === undefined ? null : spaceBetween(live, before, edit)
    if (before === undefined || between === null) phrases.push(edit)
    else {
      const pieces = [...before.pieces, { text: between, attributes: {} }, ...edit.pieces]
      phrases[phrases.length - 1] = { ...before, to: edit.to, pieces }
    }
  }
  return phrases
}

/** @returns the space between two replacements in one line; null where other words stand there, or one replaces nothing. */
function spaceBetween(live: Tree, one: TextEdit, other: TextEdit): string | null {
  const line = one.from.line
  if ([one.to.line, other.from.line, other.to.line].some((each) => each !== line)) return null
  const replaces = ({ from, to, pieces }: TextEdit): boolean => from.at < to.at && pieces.length > 0
  const block = lineAt(live, line)
  if (!replaces(one) || !replaces(other) || block === null) return null
  const between = readLine(block.children).text.slice(one.to.at, other.from.at)
  return between.trim() === '' ? between : null
}
