import type { Direction } from '#core/article/block.ts'

type Key = { type: string; code: string; ctrlKey: boolean; shiftKey: boolean; altKey: boolean; metaKey: boolean }

/**
 * Detects Ctrl with the right or left Shift, pressed and released without another key: the Windows shortcut for the
 * direction of a paragraph.
 * @returns a function that must get every keydown and keyup; it returns the direction on release, else null
 */
export function directionKeys(): (event: Key) => Direction | null {
  let armed: Direction | null = null
  return (event) => {
    if (event.type === 'keydown') {
      const isShift = event.code === 'ShiftRight' || event.code === 'ShiftLeft'
      const isControl = event.code === 'ControlLeft' || event.code === 'ControlRight'
      if (isShift && event.ctrlKey && !event.altKey && !event.metaKey)
        armed = event.code === 'ShiftRight' ? 'rtl' : 'ltr'
      else if (!isControl) armed = null
      return null
    }
    if (event.code !== 'ShiftRight' && event.code !== 'ShiftLeft') return null
    const direction = armed
    armed = null
    return direction
  }
}
