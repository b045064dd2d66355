import type { Direction } from '../article/block.ts'
import type { Change, TextEdit } from './change.ts'
import { compareLines } from './compare-lines.ts'
import { editLines } from './edit-lines.ts'
import { readLine } from './line.ts'
import type { WordChange } from './words.ts'

/**
 * Compares two versions of a plain text by whole words.
 * @param dir the direction of the line, which decides what counts as one word
 * @returns the pieces in order; a removed piece comes before the one that replaces it
 */
export function compareTexts(from: string, to: string, dir: Direction): readonly WordChange[] {
  const lineOf = (text: string) => ({ key: '', shell: { dir }, line: readLine([{ text }]) })
  const old = lineOf(from)
  const edits = compareLines([old], [lineOf(to)]).filter((change: Change): change is TextEdit => change.kind === 'text')
  return editLines([old], edits, []).get('')?.[0]?.words ?? []
}
