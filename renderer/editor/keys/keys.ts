import { isMac } from '../platform.ts'

/** A shortcut: Ctrl (Command on a Mac) and a key, by its `KeyboardEvent.code`. `plain`: without Ctrl. */
export type Keys = { code: string; shift?: true; alt?: true; plain?: true }

/** Opens the palette, on every screen. */
export const PALETTE_KEYS: Keys = { code: 'KeyK' }

type Key = { key: string; code: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/**
 * Reports whether a key event is a shortcut. Where the layout has Latin letters, the letter decides, so that shortcuts
 * work on AZERTY and Dvorak. On other layouts, such as Arabic, the position of the key decides.
 */
export function isPressed(keys: Keys, event: Key, onMac: boolean): boolean {
  const mod = onMac ? event.metaKey && !event.ctrlKey : event.ctrlKey && !event.metaKey
  const anyMod = event.metaKey || event.ctrlKey
  if (keys.plain === true ? anyMod : !mod) return false
  if ((keys.shift ?? false) !== event.shiftKey || (keys.alt ?? false) !== event.altKey) return false
  const code = /^[a-z]$/iu.test(event.key) ? `Key${event.key.toUpperCase()}` : event.code
  return code === keys.code
}

const KEY_NAMES: Readonly<Record<string, string>> = {
  Slash: '/',
  Backslash: '\\',
  Period: '.',
  Comma: ',',
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backspace: '⌫',
  Equal: '=',
  Minus: '−',
  Enter: 'Enter',
}

/** @returns the name of a shortcut on this platform, such as `Ctrl+Shift+9`. */
export function keysLabel(keys: Keys): string {
  const key = KEY_NAMES[keys.code] ?? keys.code.replace(/^(?:Key|Digit)/u, '')
  const names = [
    ...(keys.plain === true ? [] : [isMac ? '⌘' : 'Ctrl']),
    ...(keys.alt === true ? [isMac ? '⌥' : 'Alt'] : []),
    ...(keys.shift === true ? [isMac ? '⇧' : 'Shift'] : []),
    key,
  ]
  return names.join(isMac ? ' ' : '+')
}
