import { Editor, Element, Range, Text, Transforms } from 'slate'
import { FORMAT_MARKS } from '#core/article/inline.ts'
import { textBlockAt } from '../query.ts'

/** Takes marks, links and isolates off the selected words, or off the whole line at a bare caret. */
export function clearFormatting(editor: Editor): void {
  const { selection } = editor
  const line = textBlockAt(editor)
  if (selection === null || line === null) return
  const at = Range.isCollapsed(selection) ? Editor.range(editor, line[1]) : selection
  const ref = Editor.rangeRef(editor, at)
  Transforms.unsetNodes(editor, [...FORMAT_MARKS], { at, match: Text.isText, split: true })
  // Not in one go with the marks: splitting them leaves empty texts, at which unwrapping would fail.
  Transforms.unwrapNodes(editor, {
    at: ref.unref() ?? at,
    match: (node) => Element.isElement(node) && (node.type === 'link' || node.type === 'ltr'),
    split: true,
  })
  for (const mark of FORMAT_MARKS) if (Editor.marks(editor)?.[mark] === true) Editor.removeMark(editor, mark)
}
