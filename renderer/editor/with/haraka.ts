import { Editor, Node, Path, Text, type Point, type Range } from 'slate'
import { textBlockAt } from '../query.ts'

/**
 * The marks that a writer puts over or under an Arabic letter: honorifics, harakat, the superscript alef, and the
 * Quranic signs. (Unicode Standard, Arabic and Arabic Extended blocks, general category Mn.)
 */
const ENDS_WITH_HARAKA =
  /[\u0610-\u061A\u064B-\u065F\u0670\u06D6-\u06DC\u06DF-\u06E4\u06E7\u06E8\u06EA-\u06ED\u08CA-\u08E1\u08E3-\u08FF]$/u

/** @returns whether a text ends with a haraka that Backspace must remove alone. */
export function endsWithHaraka(text: string): boolean {
  return ENDS_WITH_HARAKA.test(text)
}

/** @returns the range of the single haraka before a point, within its block; null when another thing stands there. */
export function harakaRangeBefore(editor: Editor, point: Point): Range | null {
  const block = textBlockAt(editor, point)
  if (block === null) return null
  const start = Editor.start(editor, block[1])
  const leaves = [...Editor.nodes(editor, { at: { anchor: start, focus: point }, match: Text.isText, voids: true })]
  for (const [leaf, path] of leaves.toReversed()) {
    const end = Path.equals(path, point.path) ? point.offset : Node.string(leaf).length
    if (end === 0) continue
    if (!endsWithHaraka(leaf.text.slice(0, end))) return null
    // Every haraka is one UTF-16 unit: the ranges above lie in the basic plane.
    return { anchor: { path, offset: end - 1 }, focus: { path, offset: end } }
  }
  return null
}
