import { Editor, Path, Range, Transforms, type BasePoint } from 'slate'
import { ReactEditor } from 'slate-react'
import { drawSelection } from '../focus-text.ts'
import { textBlockAt } from '../query.ts'
import { stepPastDrawnWords } from './past-drawn-words.ts'
import { caretBox, revealCaret, scrollerOf } from './reveal.ts'
import { goalOf, keepColumn, keepGoal, type Way } from './table-lines.ts'

/** The granularity of `Selection.modify`, and `page`, which it does not have. */
type Unit = 'character' | 'word' | 'line' | 'lineboundary' | 'documentboundary' | 'page'

/** A movement of the caret. Left and right are sides of the screen; backward and forward follow the text. */
export type CaretMove = { to: 'left' | 'right' | 'backward' | 'forward'; unit: Unit; extend: boolean }

type CaretKey = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

const SIDES: Readonly<Record<string, 'left' | 'right'>> = { ArrowLeft: 'left', ArrowRight: 'right' }
const LINES: Readonly<Record<string, 'backward' | 'forward'>> = { ArrowUp: 'backward', ArrowDown: 'forward' }
const ENDS: Readonly<Record<string, 'backward' | 'forward'>> = { Home: 'backward', End: 'forward' }
const PAGES: Readonly<Record<string, 'backward' | 'forward'>> = { PageUp: 'backward', PageDown: 'forward' }

/**
 * Reads a key that moves the caret. Ctrl moves by words and to the ends of the text (on a Mac, Option and Command).
 * @returns null for other keys, and for combinations that mean something else on the platform
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

/** After this many steps without a movement, the caret is at the edge of the document. */
const MAX_STEPS = 4

/**
 * Moves the caret as the browser does in a native text field, by the declared direction of the line. Slate would take
 * the direction from the first strong character of the top-level block and has its own definition of a word. The
 * editor's selection is updated at once; otherwise a render with the old one would move the caret back.
 */
export function moveCaret(editor: Editor, move: CaretMove): void {
  const dom = ReactEditor.getWindow(editor).getSelection()
  if (dom === null || editor.selection === null) return
  if (move.unit === 'page') movePage(editor, dom, move.to === 'forward' ? 'forward' : 'backward', move.extend)
  else if (move.unit === 'documentboundary') moveToEdge(editor, dom, move)
  else if (move.unit === 'character' || move.unit === 'word') step(editor, dom, move)
  else if (move.unit === 'line' && isVertical(move.to)) moveLine(editor, dom, move.to, move.extend)
  else dom.modify(move.extend ? 'extend' : 'move', move.to, move.unit)
  syncSelectionFromDom(editor)
  revealCaret(editor)
}

const isVertical = (to: CaretMove['to']): to is Way => to === 'backward' || to === 'forward'

/** Moves to the line above or below; in a table to the cell above or below. */
function moveLine(editor: Editor, dom: Selection, way: Way, extend: boolean): void {
  const from = textBlockAt(editor, editor.selection?.focus ?? null)?.[1]
  const before = caretBox(editor)
  if (from === undefined || before === null) return dom.modify(extend ? 'extend' : 'move', way, 'line')
  const x = goalOf(editor, before.left)
  dom.modify(extend ? 'extend' : 'move', way, 'line')
  syncSelectionFromDom(editor)
  stepPastDrawnWords(editor, dom, { from, before, way, x, extend })
  syncSelectionFromDom(editor)
  const to = textBlockAt(editor, editor.selection?.focus ?? null)?.[1]
  const isSame = to !== undefined && Path.equals(from, to)
  // Within a line the browser goes right; where it did not move at all, the line ends here.
  if (!isSame || caretBox(editor)?.top === before.top) {
    keepColumn(editor, dom, { from, way, x, extend })
    syncSelectionFromDom(editor)
  }
  keepGoal(editor, x)
}

/**
 * Selects the whole article, at once. The browser reports its own selection of all with a delay, and a render before the
 * report would put the old caret back.
 */
export function selectAll(editor: Editor): void {
  Transforms.select(editor, Editor.range(editor, []))
  drawSelection(editor)
}

/**
 * Moves by characters or words. Skips the second of the two stops that the browser makes at the edge of a mark, link or
 * isolate.
 */
function step(editor: Editor, dom: Selection, move: CaretMove): void {
  if (editor.selection === null) return
  const before = positionKey(editor, editor.selection.focus)
  const wasExpanded = Range.isExpanded(editor.selection)
  for (let count = 0; count < MAX_STEPS; count += 1) {
    const { focusNode, focusOffset } = dom
    dom.modify(move.extend ? 'extend' : 'move', move.to, move.unit)
    syncSelectionFromDom(editor)
    if (wasExpanded && !move.extend) return
    if (editor.selection === null || positionKey(editor, editor.selection.focus) !== before) return
    if (dom.focusNode === focusNode && dom.focusOffset === focusOffset) return
  }
}

/**
 * Moves to an end of the article. The browser would stop where layout ends: chunks far out of view are not laid out.
 */
function moveToEdge(editor: Editor, dom: Selection, move: CaretMove): void {
  const edge = move.to === 'backward' ? Editor.start(editor, []) : Editor.end(editor, [])
  const { startContainer: node, startOffset: offset } = ReactEditor.toDOMRange(editor, { anchor: edge, focus: edge })
  if (move.extend) dom.extend(node, offset)
  else dom.collapse(node, offset)
}

/**
 * Moves line by line until the distance is the height of the window less one line. `Selection.modify` has no page step. Each
 * line is a movement of its own: it must not jump where drawn words stand, and may scroll the page.
 */
function movePage(editor: Editor, dom: Selection, way: Way, extend: boolean): void {
  const page = scrollerOf(ReactEditor.toDOMNode(editor, editor))
  if (page === null) return
  const depth = (): number | null => {
    const box = caretBox(editor)
    return box === null ? null : (box.top + page.scrollTop) * (way === 'forward' ? 1 : -1)
  }
  const start = depth()
  if (start === null) return
  const far = page.clientHeight - (caretBox(editor)?.height ?? 0)
  for (let last = start; last - start < far;) {
    moveLine(editor, dom, way, extend)
    const now = depth()
    if (now === null || now < last + 1) return
    last = now
  }
}

/**
 * @returns a key for the position of a point in its line. Points on both sides of an element's edge have the same key.
 */
function positionKey(editor: Editor, point: BasePoint): string {
  const line = textBlockAt(editor, point)
  if (line === null) return JSON.stringify(point)
  const text = Editor.string(editor, { anchor: Editor.start(editor, line[1]), focus: point })
  return `${line[1].join('.')}:${text.length}`
}

/**
 * Sets the editor's selection to that of the DOM. Slate handles `selectionchange` with a delay; without this, a key
 * pressed right after a click would act at the old caret.
 */
export function syncSelectionFromDom(editor: Editor): void {
  const selection = ReactEditor.getWindow(editor).getSelection()
  if (selection === null || selection.rangeCount === 0 || !ReactEditor.isFocused(editor)) return
  const range = ReactEditor.toSlateRange(editor, selection, { exactMatch: false, suppressThrow: true })
  if (range !== null && (editor.selection === null || !Range.equals(range, editor.selection))) {
    Transforms.select(editor, range)
  }
}
