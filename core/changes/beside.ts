import type { Change, TextEdit } from './change.ts'
import { readLine } from './line.ts'
import { lineAt, type Tree } from './tree.ts'

/** What a word cannot go on with: a space, a mark that is no part of words and numbers, or a full stop at the end. */
const APART = /^(?:[\s،؛؟!]|\.(?:\s|$)|$)/u
const ENDS_APART = /(?:^|\s)$/u

/** @returns whether no word runs from one text into the next. */
export function areApart(left: string, right: string): boolean {
  return ENDS_APART.test(left) || APART.test(right)
}

/**
 * @returns whether one of two changes that meet only puts words in, at an edge of what the other replaces, and the words
 *   stay apart: with each change alone, and with both. Then both can be made, in one order only.
 */
export function isBeside(tree: Tree, one: Change, other: Change): boolean {
  if (one.kind !== 'text' || other.kind !== 'text' || !isInLine(one) || !isInLine(other)) return false
  return isInsertBeside(tree, one, other) || isInsertBeside(tree, other, one)
}

function isInsertBeside(tree: Tree, insert: TextEdit, edit: TextEdit): boolean {
  const { line, at } = insert.from
  // What is put beside words that are removed may be a part of them: a sentence that one side takes away grows.
  if (insert.to.at !== at || edit.from.at === edit.to.at || putIn(edit) === '') return false
  const text = readLine(lineAt(tree, line)?.children ?? []).text
  const [put, replaced] = [putIn(insert), putIn(edit)]
  const [before, after] = [text.slice(0, at), text.slice(at)]
  if (at === edit.to.at) {
    const left = text.slice(0, edit.from.at) + replaced
    return APART.test(put + after) && areApart(left, after)
  }
  if (at !== edit.from.at) return false
  const right = replaced + text.slice(edit.to.at)
  return ENDS_APART.test(put) && areApart(before, right)
}

/** @returns whether an edit replaces text of one line by text. */
export function isInLine({ from, to, pieces }: TextEdit): boolean {
  return from.line === to.line && pieces.every((piece) => 'text' in piece)
}

/** @returns the text that an edit puts in. */
export function putIn({ pieces }: TextEdit): string {
  return pieces.map((piece) => ('text' in piece ? piece.text : '')).join('')
}
