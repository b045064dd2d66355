import { Editor, Range, Transforms } from 'slate'
import type { Direction } from '#core/article/block.ts'
import { isBlock, textBlockAt } from '../query.ts'

/** What an arrow key asks for, once the direction of the line is known. */
export type CaretMove = { unit: 'character' | 'word'; reverse: boolean; extend: boolean }

type ArrowKey = { key: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/**
 * Reads a sideways arrow by the direction of the block itself, never by its first strong letter: in a right-to-left
 * line the left arrow goes forward, whatever the line begins with. Word steps are Ctrl (Option on a Mac).
 * @returns null for keys that are not such an arrow, or that the platform gives another meaning
 */
export function readArrow(event: ArrowKey, dir: Direction, isMac: boolean): CaretMove | null {
  if (event.key !== 'ArrowLeft' && event.key !== 'ArrowRight') return null
  const word = isMac ? event.altKey : event.ctrlKey
  const foreign = isMac ? event.metaKey || event.ctrlKey : event.altKey || event.metaKey
  if (foreign) return null
  const forward = (event.key === 'ArrowLeft') === (dir === 'rtl')
  return { unit: word ? 'word' : 'character', reverse: !forward, extend: event.shiftKey }
}

/** @returns the direction of the block where the selection's moving end stands. */
export function caretDirection(editor: Editor): Direction {
  const focus = editor.selection?.focus
  if (focus === undefined) return 'rtl'
  const block = textBlockAt(editor, focus) ?? Editor.above(editor, { at: focus, match: isBlock })
  return block?.[0].dir ?? 'rtl'
}

/** Moves the caret, or the selection's moving end; without Shift a selection first collapses to that side. */
export function moveCaret(editor: Editor, move: CaretMove): void {
  const { selection } = editor
  if (selection === null) return
  if (move.extend) {
    Transforms.move(editor, { unit: move.unit, reverse: move.reverse, edge: 'focus' })
    return
  }
  if (Range.isExpanded(selection)) {
    Transforms.collapse(editor, { edge: move.reverse ? 'start' : 'end' })
    if (move.unit === 'character') return
  }
  Transforms.move(editor, { unit: move.unit, reverse: move.reverse })
}
