import { Editor, Range, Transforms, type BasePoint } from 'slate'
import { ReactEditor } from 'slate-react'
import { textBlockAt } from '../query.ts'
import { caretBox, revealCaret, scrollerOf } from './reveal.ts'

/** How far a key moves the caret, in the browser's own terms. */
type Unit = 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary' | 'page'

/** What a key asks of the caret: towards a side of the screen, or back and on in the text. */
export type CaretMove = { to: 'left' | 'right' | 'backward' | 'forward'; unit: Unit; extend: boolean }

type CaretKey = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

const SIDES: Readonly<Record<string, 'left' | 'right'>> = { ArrowLeft: 'left', ArrowRight: 'right' }
const LINES: Readonly<Record<string, 'backward' | 'forward'>> = { ArrowUp: 'backward', ArrowDown: 'forward' }
const ENDS: Readonly<Record<string, 'backward' | 'forward'>> = { Home: 'backward', End: 'forward' }
const PAGES: Readonly<Record<string, 'backward' | 'forward'>> = { PageUp: 'backward', PageDown: 'forward' }

/**
 * Reads a key that moves the caret, with the modifiers of this machine: words and the ends of the text by Ctrl
 * (Option and Command on a Mac).
 * @returns null for any other key, and where the platform gives the key another meaning
 */
export function readCaretKey(event: CaretKey, isMac: boolean): CaretMove | null {
  const { key, shiftKey: extend, ctrlKey, altKey, metaKey } = event
  const side = SIDES[key]
  if (side !== undefined) {
    if (isMac && metaKey && !altKey && !ctrlKey) return { to: side, unit: 'lineboundary', extend }
    if (isMac ? metaKey || ctrlKey : altKey || metaKey) return null
    return { to: side, unit: (isMac ? altKey : ctrlKey) ? 'word' : 'character', extend }
  }
  if (altKey || (isMac ? ctrlKey : metaKey)) return null
  const mod = isMac ? metaKey : ctrlKey
  const line = LINES[key]
  if (line !== undefined) {
    if (!mod) return { to: line, unit: 'line', extend }
    return isMac ? { to: line, unit: 'documentboundary', extend } : null
  }
  const end = ENDS[key]
  if (end !== undefined) return { to: end, unit: mod ? 'documentboundary' : 'lineboundary', extend }
  const page = PAGES[key]
  return page === undefined || mod ? null : { to: page, unit: 'page', extend }
}

/** Beyond this many steps without moving, the caret is at the document's edge. */
const MOST_STEPS = 4

/**
 * Moves the caret as the browser moves it in its own text fields, by the direction that the line itself declares:
 * Slate would go by the first strong letter of the top-level block, and by its own idea of a word. The editor's own
 * selection follows at once, so that no later drawing of an older one throws the caret back.
 */
export function moveCaret(editor: Editor, move: CaretMove): void {
  const dom = ReactEditor.getWindow(editor).getSelection()
  if (dom === null || editor.selection === null) return
  if (move.unit === 'page') movePage(editor, dom, move)
  else if (move.unit === 'documentboundary') moveToEdge(editor, dom, move)
  else if (move.unit === 'character' || move.unit === 'word') step(editor, dom, move)
  else dom.modify(move.extend ? 'extend' : 'move', move.to, move.unit)
  takeDomSelection(editor)
  revealCaret(editor)
}

/** Where marks, links or isolates begin, the browser stops twice at one place; the second stop is stepped over. */
function step(editor: Editor, dom: Selection, move: CaretMove): void {
  if (editor.selection === null) return
  const before = placeOf(editor, editor.selection.focus)
  const wasExpanded = Range.isExpanded(editor.selection)
  for (let count = 0; count < MOST_STEPS; count += 1) {
    const { focusNode, focusOffset } = dom
    dom.modify(move.extend ? 'extend' : 'move', move.to, move.unit)
    takeDomSelection(editor)
    if (wasExpanded && !move.extend) return
    if (editor.selection === null || placeOf(editor, editor.selection.focus) !== before) return
    if (dom.focusNode === focusNode && dom.focusOffset === focusOffset) return
  }
}

/** To an end of the article: the browser would stop at what it has laid out, and what is far out of sight is not. */
function moveToEdge(editor: Editor, dom: Selection, move: CaretMove): void {
  const edge = move.to === 'backward' ? Editor.start(editor, []) : Editor.end(editor, [])
  const { startContainer: node, startOffset: offset } = ReactEditor.toDOMRange(editor, { anchor: edge, focus: edge })
  if (move.extend) dom.extend(node, offset)
  else dom.collapse(node, offset)
}

/** Goes on line by line until a page of the window, less one line, lies between. Browsers offer no such step. */
function movePage(editor: Editor, dom: Selection, move: CaretMove): void {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  const start = caretBox(editor)
  if (page === null || start === null) return
  const far = page.clientHeight - start.height
  let last = start.top
  for (;;) {
    dom.modify(move.extend ? 'extend' : 'move', move.to, 'line')
    const box = caretBox(editor)
    if (box === null || box.top === last) return
    last = box.top
    if (Math.abs(box.top - start.top) >= far) return
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
