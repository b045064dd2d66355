/** What a shortcut asks the editor to do. */
export type ShortcutAction =
  | 'bold'
  | 'italic'
  | 'underline'
  | 'link'
  | 'undo'
  | 'redo'
  | 'subhead-2'
  | 'subhead-3'
  | 'ordered-list'
  | 'list'
  | 'quote'
  | 'direction'

type Shortcut = { code: string; shift?: true; alt?: true; action: ShortcutAction }

/** The shortcuts, by the place of the key: on an Arabic layout the letters of `event.key` are Arabic. */
const SHORTCUTS: readonly Shortcut[] = [
  { code: 'KeyB', action: 'bold' },
  { code: 'KeyI', action: 'italic' },
  { code: 'KeyU', action: 'underline' },
  { code: 'KeyK', action: 'link' },
  { code: 'KeyZ', action: 'undo' },
  { code: 'KeyZ', shift: true, action: 'redo' },
  { code: 'KeyY', action: 'redo' },
  { code: 'Digit2', alt: true, action: 'subhead-2' },
  { code: 'Digit3', alt: true, action: 'subhead-3' },
  { code: 'Digit7', shift: true, action: 'ordered-list' },
  { code: 'Digit8', shift: true, action: 'list' },
  { code: 'Digit9', shift: true, action: 'quote' },
  { code: 'KeyX', shift: true, action: 'direction' },
]

type Key = { key: string; code: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/**
 * Finds the action of a key press. A Latin letter counts as itself, so that layouts which move the Latin letters
 * (AZERTY, Dvorak) keep their shortcuts; any other letter counts by its place on the keyboard.
 */
export function readShortcut(event: Key, isMac: boolean): ShortcutAction | null {
  const mod = isMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  if (!mod) return null
  const code = /^[a-z]$/iu.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code
  const found = SHORTCUTS.find(
    (each) => each.code === code && (each.shift ?? false) === event.shiftKey && (each.alt ?? false) === event.altKey,
  )
  return found?.action ?? null
}
