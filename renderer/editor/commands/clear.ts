import { Editor, Element, Path, Range, Text, Transforms, type Node } from 'slate'
import { FORMAT_MARKS, isWrapperType } from '#core/article/inline.ts'
import { textBlocksIn } from '../query.ts'
import { selectedRange } from '../selection/selected-range.ts'
import { asOneStep } from './one-step.ts'

/** Removes marks, links and isolates from the selected text, or from the whole line when nothing is selected. */
export function clearFormatting(editor: Editor): void {
  const range = selectedRange(editor)
  if (range === null) return
  const lines = textBlocksIn(editor, range).map(([, path]) => Editor.range(editor, path))
  const parts = Range.isCollapsed(range) ? lines : lines.flatMap((line) => Range.intersection(range, line) ?? [])
  asOneStep(editor, () => {
    for (const part of parts) clearPart(editor, part)
    for (const mark of FORMAT_MARKS) if (Editor.marks(editor)?.[mark] === true) Editor.removeMark(editor, mark)
  })
}

/** Clears a part of one line. */
function clearPart(editor: Editor, part: Range): void {
  const at = withoutEmptyEdges(editor, part)
  if (at !== null) clearRange(editor, at)
  // An empty line has the marks of the line that it was split from.
  else Transforms.unsetNodes(editor, [...FORMAT_MARKS], { at: part, match: isEmptyText })
}

function isEmptyText(node: Node): boolean {
  return Text.isText(node) && node.text === ''
}

function clearRange(editor: Editor, at: Range): void {
  const ref = Editor.rangeRef(editor, at)
  Transforms.unsetNodes(editor, [...FORMAT_MARKS], { at, match: Text.isText, split: true })
  // Not in one batch with the marks: splitting them leaves empty texts, and unwrapping fails on those.
  Transforms.unwrapNodes(editor, {
    at: ref.unref() ?? at,
    match: (node) => Element.isElement(node) && isWrapperType(node.type),
    split: true,
  })
}

/**
 * An edge at the very end or start of a text would split off an empty one, at which Slate loses the paths that follow.
 * @returns the same range from the first to the last text of which it holds a letter; null when it holds none
 */
function withoutEmptyEdges(editor: Editor, range: Range): Range | null {
  const [start, end] = Range.edges(range)
  const parts = Array.from(Editor.nodes(editor, { at: range, match: Text.isText }), ([{ text }, path]) => ({
    anchor: { path, offset: Path.equals(path, start.path) ? start.offset : 0 },
    focus: { path, offset: Path.equals(path, end.path) ? end.offset : text.length },
  })).filter(({ anchor, focus }) => anchor.offset < focus.offset)
  const [first, last] = [parts[0], parts.at(-1)]
  return first === undefined || last === undefined ? null : { anchor: first.anchor, focus: last.focus }
}
