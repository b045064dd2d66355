import { Editor, Node, Path, type BasePoint } from 'slate'
import { ReactEditor } from 'slate-react'
import { ancestorOf, isTextBlock, textBlockAt } from '../query.ts'

/** The way of a vertical movement. */
export type Way = 'backward' | 'forward'

/** @returns the table around a line and where the line stands in it; null for a line that is no cell. */
function cellPlace(editor: Editor, path: Path): { table: Path; rows: number; row: number; column: number } | null {
  const table = ancestorOf(editor, path, 'table')
  if (table === null) return null
  return { table: table[1], rows: table[0].children.length, row: path.at(-2) ?? 0, column: path.at(-1) ?? 0 }
}

/**
 * @returns the line that a vertical movement comes to when it leaves a cell: the cell below or above, else the nearest
 *   line beyond the table; null where there is none, and for a line that is no cell
 */
export function lineBeyond(editor: Editor, path: Path, way: Way): Path | null {
  const place = cellPlace(editor, path)
  if (place === null) return null
  const { table, row, column } = place
  const cell = [...table, row + (way === 'forward' ? 1 : -1), column]
  if ((cell.at(-2) ?? -1) >= 0 && Node.has(editor, cell)) return cell
  const edge = way === 'forward' ? Editor.end(editor, table) : Editor.start(editor, table)
  const beyond = way === 'forward' ? Editor.after(editor, edge) : Editor.before(editor, edge)
  return beyond === undefined ? null : (textBlockAt(editor, beyond)?.[1] ?? null)
}

/**
 * @returns the cells that a vertical movement from outside a table comes to, its first or its last row; null for a line
 *   that is no cell
 */
export function rowEntered(editor: Editor, path: Path, way: Way): Path[] | null {
  const place = cellPlace(editor, path)
  if (place === null) return null
  const row = [...place.table, way === 'forward' ? 0 : place.rows - 1]
  return [...Node.children(editor, row)].map(([, cell]) => cell)
}

/** Where the caret was on its way through lines that are shorter, and where it stands now. */
type Goal = { x: number; point: BasePoint }

const GOALS = new WeakMap<Editor, Goal>()

/** @returns the horizontal position that the caret keeps: where it set out, while it only moves up and down. */
export function goalOf(editor: Editor, x: number): number {
  const goal = GOALS.get(editor)
  const focus = editor.selection?.focus
  if (goal === undefined || focus === undefined) return x
  const isStill = Path.equals(goal.point.path, focus.path) && goal.point.offset === focus.offset
  return isStill ? goal.x : x
}

/** Remembers the horizontal position after a movement up or down. */
export function keepGoal(editor: Editor, x: number): void {
  const focus = editor.selection?.focus
  if (focus !== undefined) GOALS.set(editor, { x, point: focus })
}

/** @returns the cell of a row whose column has a horizontal position. */
function cellAt(editor: Editor, cells: readonly Path[], x: number): Path | null {
  const distance = (path: Path): number => {
    const { left, right } = ReactEditor.toDOMNode(editor, Node.get(editor, path)).getBoundingClientRect()
    return x < left ? left - x : x > right ? x - right : 0
  }
  const nearest = cells.toSorted((one, other) => distance(one) - distance(other))
  return nearest[0] ?? null
}

/** @returns the point of the DOM in the first or last row of text of a line that is nearest to a horizontal position */
function pointIn(editor: Editor, path: Path, way: Way, x: number): [globalThis.Node, number] | null {
  const element = ReactEditor.toDOMNode(editor, Node.get(editor, path))
  element.scrollIntoView({ block: 'nearest', inline: 'nearest' })
  const words = document.createRange()
  words.selectNodeContents(element)
  const rows = [...words.getClientRects()].filter(({ height }) => height > 0)
  const row = way === 'forward' ? rows[0] : rows.at(-1)
  if (row === undefined) return null
  const middle = row.top + row.height / 2
  const onRow = rows.filter(({ top, bottom }) => top <= middle && bottom >= middle)
  const left = Math.min(...onRow.map((each) => each.left))
  const right = Math.max(...onRow.map((each) => each.right))
  const found = document.caretPositionFromPoint(Math.min(Math.max(x, left + 0.5), right - 0.5), middle)
  return found === null || !element.contains(found.offsetNode) ? null : [found.offsetNode, found.offset]
}

/**
 * Corrects a movement by one line that began in a cell or came to one. Browsers go to the next cell in the order of the
 * text; a writer expects the cell below, at the same horizontal position.
 * @param from the line in which the caret was @param x its horizontal position
 */
export function keepColumn(
  editor: Editor,
  dom: Selection,
  { from, way, x, extend }: { from: Path; way: Way; x: number; extend: boolean },
): void {
  const to = textBlockAt(editor, editor.selection?.focus ?? null)?.[1]
  if (to === undefined) return
  const wasCell = isCell(editor, from)
  const cells = rowEntered(editor, to, way)
  const target = wasCell ? lineBeyond(editor, from, way) : cells === null ? null : cellAt(editor, cells, x)
  if (target === null) {
    // From a table at the end of the article there is nowhere to go. The browser may have gone to another cell.
    if (wasCell && !Path.equals(from, to))
      collapse(editor, dom, from, way === 'forward' ? 'backward' : 'forward', x, extend)
    return
  }
  collapse(editor, dom, target, way, x, extend)
}

/** @returns whether the line at a path is a cell of a table. */
export function isCell(editor: Editor, path: Path): boolean {
  const line = Node.has(editor, path) ? Node.get(editor, path) : null
  return line !== null && isTextBlock(line) && line.type === 'table-cell'
}

function collapse(editor: Editor, dom: Selection, path: Path, way: Way, x: number, extend: boolean): void {
  const [node, offset] = pointIn(editor, path, way, x) ?? ReactEditor.toDOMPoint(editor, Editor.start(editor, path))
  if (extend) dom.extend(node, offset)
  else dom.collapse(node, offset)
}
