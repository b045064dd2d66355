import type { KeyboardEvent } from 'react'
import type { Editor } from 'slate'
import type { Asking } from '#renderer/editor/actions/action.ts'
import { escapeFromText, runHistory, runReadingAction } from '#renderer/editor/keys/key-down.ts'
import { isPressed, PALETTE_KEYS } from '#renderer/editor/keys/keys.ts'
import type { Command } from '#renderer/editor/menu/command.ts'
import { isMac } from '#renderer/editor/platform.ts'

type ScreenKeysOptions = {
  readOnly: boolean
  commands: readonly Command[]
  /** Closes what lies over the page. @returns whether anything did */
  closeWhatCovers: () => boolean
  onAsk: (what: Asking) => void
}

/** Runs what a key means on the whole screen, wherever in it the focus is. */
export function runScreenKeys(
  editor: Editor,
  event: KeyboardEvent,
  { readOnly, commands, closeWhatCovers, onAsk }: ScreenKeysOptions,
): void {
  // React events bubble here from dialogs and menus. They come first.
  if (!(event.target instanceof Element) || !event.currentTarget.contains(event.target)) return
  if (event.key === 'Escape' && !event.nativeEvent.isComposing && !closeWhatCovers() && !readOnly) {
    escapeFromText(editor, event.target)
  }
  // A field has a history of its own; a button has none.
  if (!readOnly && !event.target.matches('input, textarea, select') && runHistory(editor, event)) {
    return event.preventDefault()
  }
  if (isPressed(PALETTE_KEYS, event, isMac)) {
    event.preventDefault()
    return onAsk('palette')
  }
  if (runReadingAction(editor, event, onAsk)) return event.preventDefault()
  const pressed = commands.find(({ keys }) => keys !== undefined && isPressed(keys, event, isMac))
  if (pressed === undefined) return
  event.preventDefault()
  pressed.run()
}
