import type { KeyboardEvent } from 'react'
import type { Editor } from 'slate'
import { ReactEditor } from 'slate-react'
import { traitsOf } from '#core/article/traits.ts'
import type { Asking } from '../actions/action.ts'
import { isReady, pressedAction } from '../actions/actions.ts'
import { indentItems } from '../commands/list.ts'
import { stepCell } from '../commands/table.ts'
import { newBlockId } from '../new-id.ts'
import { isMac } from '../platform.ts'
import { selectAround, stepBlocks } from '../selection/select-blocks.ts'
import { selectedLines } from '../selection/selected-range.ts'
import { moveCaret, readCaretKey, selectAll, syncSelectionFromDom } from './caret.ts'
import { isPressed, PALETTE_KEYS } from './keys.ts'

/**
 * Handles a key press in the text: shortcuts, Tab and the keys that move the caret.
 * @param ask opens what an action must ask first
 * @returns whether the key was handled; Slate and the browser handle the others
 */
export function handleKeyDown(
  editor: Editor,
  event: KeyboardEvent,
  readOnly: boolean,
  ask: (what: Asking) => void,
): boolean {
  // Typed characters need neither a shortcut nor an updated selection. AltGr, which types signs, reports Ctrl and Alt.
  if (isCharacter(event) || event.getModifierState('AltGraph')) return false
  syncSelectionFromDom(editor)
  if (readOnly) return false
  if (runShortcut(editor, event, ask)) return true
  if (stepKey(editor, event)) return true
  const move = readCaretKey(event, isMac)
  if (move === null) return false
  moveCaret(editor, move)
  return true
}

/** Goes to the block above or below, where blocks are selected. @returns whether it did. */
function stepKey(editor: Editor, event: KeyboardEvent): boolean {
  const isDown = event.key === 'ArrowDown'
  if ((!isDown && event.key !== 'ArrowUp') || event.ctrlKey || event.altKey || event.metaKey) return false
  return stepBlocks(editor, isDown, event.shiftKey)
}

/** Selects the block of the caret, and more at each press, when Escape is pressed in the text and closes nothing. */
export function escapeFromText(editor: Editor, target: EventTarget): void {
  if (target !== ReactEditor.toDOMNode(editor, editor)) return
  selectAround(editor)
}

/** Runs an action that changes nothing, such as a comment, wherever the focus is. @returns whether its key was pressed. */
export function runReadingAction(editor: Editor, event: KeyboardEvent, ask: (what: Asking) => void): boolean {
  const action = pressedAction(event, isMac)
  if (action?.readsOnly !== true || !isReady(action, editor)) return false
  action.run({ editor, newId: newBlockId, ask })
  return true
}

/** Undoes or redoes when that key is pressed beside the text. @returns whether it was. */
export function runHistory(editor: Editor, event: KeyboardEvent): boolean {
  const action = pressedAction(event, isMac)
  if (action?.group !== 'history') return false
  if (isReady(action, editor)) action.run({ editor, newId: newBlockId, ask: () => {} })
  return true
}

function isCharacter({ key, ctrlKey, metaKey }: KeyboardEvent): boolean {
  return /^.$/su.test(key) && !ctrlKey && !metaKey
}

/** Runs the action of a shortcut or of Tab. @returns whether the key has one. */
function runShortcut(editor: Editor, event: KeyboardEvent, ask: (what: Asking) => void): boolean {
  if (isPressed(PALETTE_KEYS, event, isMac)) {
    ask('palette')
    return true
  }
  if (isPressed({ code: 'KeyA' }, event, isMac)) {
    selectAll(editor)
    return true
  }
  if (event.key === 'Tab' && !event.ctrlKey && !event.altKey && !event.metaKey) {
    const step = event.shiftKey ? -1 : 1
    const tabs = new Set(selectedLines(editor).map(([line]) => traitsOf(line.type).tab))
    if (tabs.has('indent')) return indentItems(editor, step)
    return tabs.has('next-cell') && stepCell(editor, step, newBlockId)
  }
  const action = pressedAction(event, isMac)
  if (action === null) return false
  if (isReady(action, editor)) action.run({ editor, newId: newBlockId, ask })
  return true
}
