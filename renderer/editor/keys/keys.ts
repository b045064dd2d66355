import { isMac } from '../platform.ts'

/** A shortcut: Ctrl (Command on a Mac) with the key at this place, and other modifiers with it. */
export type Keys = { code: string; shift?: true; alt?: true; plain?: true }

type Key = { key: string; code: string; shiftKey: boolean; ctrlKey: boolean; altKey: boolean; metaKey: boolean }

/**
 * Tells whether a key press is a shortcut. A Latin letter counts as itself, so that layouts which move the Latin
 * letters (AZERTY, Dvorak) keep their shortcuts; any other letter counts by its place on the keyboard, for on an
 * Arabic layout the letters of `event.key` are Arabic.
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
  ArrowUp: '↑',
  ArrowDown: '↓',
  Backspace: '⌫',
  Enter: 'Enter',
}

/** @returns a shortcut as its keys are named on this machine, such as `Ctrl+Shift+9`. */
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
