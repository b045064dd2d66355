import { ACTIONS } from '#renderer/editor/actions/actions.ts'
import type { Keys } from '#renderer/editor/keys/keys.ts'
import type { Act } from '../monkey-window.ts'

const MOVES = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End', 'PageUp', 'PageDown'] as const
const MODIFIERS = ['', '', '', 'Shift+', 'Shift+', 'Control+', 'Control+Shift+'] as const
const EDITS = ['Enter', 'Enter', 'Backspace', 'Backspace', 'Delete', 'Shift+Enter', 'Control+Backspace'] as const
const OTHERS = ['Tab', 'Shift+Tab', 'Escape', 'Control+a', 'Control+Delete', 'Control+Home', 'Control+End'] as const
/** Of the screen and the window. That of printing opens a dialog of the browser. */
const WINDOW_KEYS = [
  'Control+s',
  'Control+f',
  'Control+h',
  'Control+k',
  'F1',
  'Control+Shift+F',
  'Control+Alt+Equal',
] as const

function written({ code, shift, alt, plain }: Keys): string {
  const held = [plain === true ? '' : 'Control', alt === true ? 'Alt' : '', shift === true ? 'Shift' : '']
  return [...held.filter((name) => name !== ''), code].join('+')
}

const SHORTCUTS = ACTIONS.flatMap(({ keys }) => (keys ?? []).map(written))

function pressOf(list: readonly string[], most: number): Act {
  return async ({ page }, draw) => {
    const key = draw.of(list)
    const times = 1 + draw.below(most)
    for (let time = 0; time < times; time += 1) {
      // oxlint-disable-next-line no-await-in-loop -- keys come one after another
      await page.keyboard.press(key)
    }
    return `${key} × ${times}`
  }
}

export const move: Act = async (window, draw) => pressOf([`${draw.of(MODIFIERS)}${draw.of(MOVES)}`], 6)(window, draw)
export const edit = pressOf(EDITS, 3)
export const otherKey = pressOf(OTHERS, 2)
export const windowKey = pressOf(WINDOW_KEYS, 1)
export const shortcut = pressOf(SHORTCUTS, 1)
export const undoOrRedo = pressOf(['Control+z', 'Control+z', 'Control+Shift+Z', 'Control+y'], 5)
