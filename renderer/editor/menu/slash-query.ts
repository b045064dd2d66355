import { Editor, Range } from 'slate'
import { traitsOf } from '#core/article/traits.ts'
import { textBlockAt } from '../query.ts'

const QUERY = /(?:^|\s)([/\\])([\p{L}\p{N}]{0,24}(?: [\p{L}\p{N}]{0,24})?)$/u

/** What was typed behind a slash at the caret, and where it stands. */
export type SlashQuery = { typed: string; range: Range }

/**
 * Reads what stands behind a slash before the caret. The slash begins a line or follows a space: «و/أو» is none.
 * @returns null where there is none, or where no block could come
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

/** @returns whether a typed text is the slash that asks for the menu; the other one lies near on Arabic keyboards. */
export function isSlash(text: string | null): boolean {
  return text === '/' || text === '\\'
}
