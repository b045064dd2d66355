import { Editor, Element, Range, Text, Transforms } from 'slate'
import { FORMAT_MARKS, isWrapperType } from '#core/article/inline.ts'
import { textBlockAt } from '../query.ts'

/** Removes marks, links and isolates from the selected text, or from the whole line when nothing is selected. */
export function clearFormatting(editor: Editor): void {
  const { selection } = editor
  const line = textBlockAt(editor)
  if (selection === null || line === null) return
  const at = Range.isCollapsed(selection) ? Editor.range(editor, line[1]) : selection
  const ref = Editor.rangeRef(editor, at)
  Transforms.unsetNodes(editor, [...FORMAT_MARKS], { at, match: Text.isText, split: true })
  // Not in one batch with the marks: splitting them leaves empty texts, and unwrapping fails on those.
  Transforms.unwrapNodes(editor, {
    at: ref.unref() ?? at,
    match: (node) => Element.isElement(node) && isWrapperType(node.type),
    split: true,
  })
  for (const mark of FORMAT_MARKS) if (Editor.marks(editor)?.[mark] === true) Editor.removeMark(editor, mark)
}
