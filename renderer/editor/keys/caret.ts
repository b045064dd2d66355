import { Editor, Range, Transforms, type BasePoint } from 'slate'
import { ReactEditor } from 'slate-react'
import { textBlockAt } from '../query.ts'

/** What an arrow key asks for: towards a side of the screen, as the browser's own text fields take it. */
export type CaretMove = { side: 'left' | 'right'; unit: 'character' | 'word'; extend: boolean }

type ArrowKey = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/**
 * Reads a sideways arrow. Word steps are Ctrl (Option on a Mac).
 * @returns null for keys that are not such an arrow, or that the platform gives another meaning
 */
export function readArrow(event: ArrowKey, isMac: boolean): CaretMove | null {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null
  const word = isMac ? event.altKey : event.ctrlKey
  const foreign = isMac ? event.metaKey || event.ctrlKey : event.altKey || event.metaKey
  if (foreign) return null
  const side = event.key === 'ArrowLeft' ? 'left' : 'right'
  return { side, unit: word ? 'word' : 'character', extend: event.shiftKey }
}

/** Beyond this many steps without moving, the caret is at the document's edge. */
const MOST_STEPS = 4

/**
 * Moves the caret as the browser moves it in its own text fields, by the direction that the line itself declares:
 * Slate would go by the first strong letter of the top-level block, and by its own idea of a word. Where marks,
 * links or isolates begin, the browser stops twice at the same place; the second stop is stepped over.
 */
export function moveCaret(editor: Editor, move: CaretMove): void {
  const dom = ReactEditor.getWindow(editor).getSelection()
  if (dom === null || editor.selection === null) return
  const before = placeOf(editor, editor.selection.focus)
  const wasExpanded = Range.isExpanded(editor.selection)
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const { focusNode, focusOffset } = dom
    dom.modify(move.extend ? 'extend' : 'move', move.side, move.unit)
    takeDomSelection(editor)
    if (wasExpanded && !move.extend) return
    if (editor.selection === null || placeOf(editor, editor.selection.focus) !== before) return
    if (dom.focusNode === focusNode && dom.focusOffset === focusOffset) return
  }
}

/** @returns where in its line a point lies, whatever texts and elements the line is made of. */
function placeOf(editor: Editor, point: BasePoint): string {
  const line = textBlockAt(editor, point)
  if (line === null) return JSON.stringify(point)
  const text = Editor.string(editor, { anchor: Editor.start(editor, line[1]), focus: point })
  return `${line[1].join('.')}:${text.length}`
}

/**
 * Brings the editor's selection up to the page's. Slate hears of a moved caret only after a while; a key that
 * follows at once would act where the caret was before.
 */
export function takeDomSelection(editor: Editor): void {
  const selection = ReactEditor.getWindow(editor).getSelection()
  if (selection === null || selection.rangeCount === 0 || !ReactEditor.isFocused(editor)) return
  const range = ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true })
  if (range !== null && (editor.selection === null || !Range.equals(range, editor.selection))) {
    Transforms.select(editor, range)
  }
}
