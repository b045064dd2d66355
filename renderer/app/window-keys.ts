import { useEffect, useEffectEvent } from 'react'
import { isPressed } from '#renderer/editor/keys/keys.ts'
import { isMac } from '#renderer/editor/platform.ts'
import { SCREEN_COMMANDS } from '#renderer/features/writing/screen-commands.ts'
import { WINDOW_ACTIONS } from './window-actions.ts'

/** What the keys of the window open. */
export type Asked = 'palette' | 'shortcuts'

const QUESTION_MARKS: ReadonlySet<string> = new Set(['؟', '?'])
const TYPED_IN = 'input, textarea, select, [contenteditable="true"]'

/** @returns what a key opens on any screen, or null. */
function askedBy(event: KeyboardEvent): Asked | null {
  if (WINDOW_ACTIONS.palette.keys.some((keys) => isPressed(keys, event, isMac))) return 'palette'
  if (WINDOW_ACTIONS.shortcuts.keys.some((keys) => isPressed(keys, event, isMac))) return 'shortcuts'
  const isTyped = event.target instanceof HTMLElement && event.target.matches(TYPED_IN)
  return QUESTION_MARKS.has(event.key) && !isTyped ? 'shortcuts' : null
}

/** Listens for the keys that work on every screen. A screen that handles one of them first keeps it. */
export function useWindowKeys(onAsk: (asked: Asked) => void): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.isComposing) return
    // A browser would save the page. Screens other than the writing screen save as they go.
    if (isPressed(SCREEN_COMMANDS.save.keys, event, isMac)) return event.preventDefault()
    const asked = askedBy(event)
    if (asked === null) return
    event.preventDefault()
    // What a dialog asks comes first.
    if (document.querySelector('[role=dialog], [role=alertdialog]') === null) onAsk(asked)
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent): void => onKeyDown(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
