import { Editor, Range } from 'slate'
import { traitsOf } from '#core/article/traits.ts'
import { textBlockAt } from '../query.ts'

const QUERY = /(?:^|\s)([/\\])([\p{L}\p{N}]{0,24}(?: [\p{L}\p{N}]{0,24})?)$/u

/** The text typed after a slash before the caret, and its range including the slash. */
export type SlashQuery = { typed: string; range: Range }

/**
 * Reads the text after a slash before the caret. The slash must be at the start of the line or after a space: «و/أو» is
 * no query.
 * @returns null without a query, and in a line where blocks cannot be inserted
 */
export function slashQuery(editor: Editor): SlashQuery | null {
  const { selection } = editor
  const line = textBlockAt(editor)
  if (selection === null || Range.isExpanded(selection) || line === null) return null
  const [block, path] = line
  if (!traitsOf(block.type).takesBlocks) return null
  const before = Editor.string(editor, { anchor: Editor.start(editor, path), focus: selection.anchor })
  const match = QUERY.exec(before)
  if (match === null) return null
  const typed = match[2] ?? ''
  const start = Editor.before(editor, selection.anchor, { distance: typed.length + 1, unit: 'offset' })
  return start === undefined ? null : { typed, range: { anchor: start, focus: selection.anchor } }
}

/**
 * @returns whether a typed character opens the menu. The backslash counts: Arabic layouts have it where the slash is.
 */
export function isSlash(text: string | null): boolean {
  return text === '/' || text === '\\'
}
