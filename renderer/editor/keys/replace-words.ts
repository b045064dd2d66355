import { Editor, Path, Range, Transforms, type Point } from 'slate'
import { ReactEditor } from 'slate-react'
import { HistoryEditor } from 'slate-history'
import { rangeOf, replaceRange } from '../find/matches.ts'
import { textBlockAt } from '../query.ts'

/**
 * Puts the word that a spelling checker or an input method offers in the place of the one in the text. It keeps the
 * marks and the link of that word, which a paste in its place would lose.
 * @returns false, and changes nothing, for any other input, or if the range crosses lines
 */
export function replaceWords(editor: Editor, event: InputEvent): boolean {
  if (event.inputType !== 'insertReplacementText') return false
  const words = event.dataTransfer?.getData('text/plain') ?? event.data ?? ''
  const [target] = event.getTargetRanges()
  if (words === '' || target === undefined) return false
  const found = ReactEditor.toSlateRange(editor, target, { exactMatch: false, suppressThrow: true })
  if (found === null) return false
  const [from, to] = Range.edges(found)
  const [first, last] = [from, to].map((point) => textBlockAt(editor, point))
  if (first === null || last === null || first === undefined || last === undefined) return false
  if (!Path.equals(first[1], last[1])) return false
  const [, path] = first
  // By its place in the line: a point between a plain and a bold word may be told as the end of the plain one.
  const start = offsetIn(editor, path, from)
  HistoryEditor.withNewBatch(editor, () => {
    Editor.withoutNormalizing(editor, () => {
      replaceRange(editor, rangeOf(editor, { path, start, end: offsetIn(editor, path, to) }), words)
    })
    Transforms.select(editor, rangeOf(editor, { path, start, end: start + words.length }).focus)
  })
  return true
}

/** @returns how many characters of a line come before a point. */
function offsetIn(editor: Editor, path: Path, point: Point): number {
  return Editor.string(editor, { anchor: Editor.start(editor, path), focus: point }).length
}
