import { Editor, Point, Range, type PointRef } from 'slate'

/** A selection that something will be pasted over. It follows its words or blocks while the text changes. */
export type Place = { from: PointRef; to: PointRef; words: string; level: number | undefined }

/** Begins to follow a selection through the changes of the text. */
export function holdPlace(editor: Editor, selection: Range): Place {
  const [start, end] = Range.edges(selection)
  return {
    // What is typed at a caret comes after what was pasted there before; what is typed at a selection is no part of it.
    from: Editor.pointRef(editor, start, { affinity: Range.isCollapsed(selection) ? 'backward' : 'forward' }),
    to: Editor.pointRef(editor, end, { affinity: 'backward' }),
    words: Editor.string(editor, selection),
    level: selection.level,
  }
}

const collapsed = (point: Point): Range => ({ anchor: point, focus: point })

/**
 * Ends the following of a place.
 * @returns its selection; only its end if other words stand in it by now, which nobody meant to replace; null if its
 *   lines were removed
 */
export function releasePlace(editor: Editor, { from, to, words, level }: Place): Range | null {
  const [anchor, focus] = [from.unref(), to.unref()]
  const end = focus ?? anchor
  if (end === null) return null
  if (anchor === null || focus === null) return collapsed(end)
  const range: Range = level === undefined ? { anchor, focus } : { anchor, focus, level }
  return !Range.isBackward(range) && Editor.string(editor, range) === words ? range : collapsed(end)
}

/** @returns whether two places are the same by now. */
export function isSamePlace(one: Place, other: Place): boolean {
  return one.to.current !== null && other.to.current !== null && isAt(other, [one.from.current, one.to.current])
}

/** @returns whether a place is still what is selected. */
export function isSelected(editor: Editor, place: Place): boolean {
  return editor.selection !== null && isAt(place, Range.edges(editor.selection))
}

function isAt({ from, to }: Place, [start, end]: readonly [Point | null, Point | null]): boolean {
  return isSame(from.current, start) && isSame(to.current, end)
}

function isSame(one: Point | null, other: Point | null): boolean {
  return one !== null && other !== null && Point.equals(one, other)
}
