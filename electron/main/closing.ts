import type { BrowserWindow, Event } from 'electron'
import type { Translate } from '#core/locale/translate.ts'

/** The page saves within this time, or cannot. */
const PATIENCE_MS = 1500

type Window = Pick<BrowserWindow, 'close' | 'destroy' | 'on'> & {
  webContents: { on(event: 'will-prevent-unload', listener: (event: Event) => void): unknown }
}

type Options = {
  /** Asks the person. @returns whether the window is to be closed though its text is lost. */
  ask: () => Promise<boolean>
  /** The window stays after all: whatever wanted to quit does not any more. */
  onStay: () => void
  after: (ms: number, run: () => void) => void
}

/**
 * Keeps a window from being closed over a text that is not saved. The page stops the closing itself, and saves; the window
 * is then closed again, and only when the page stops that too, the person is asked.
 */
export function guardClosing(window: Window, { ask, onStay, after }: Options): void {
  let state: 'open' | 'saving' | 'asking' = 'open'
  window.webContents.on('will-prevent-unload', () => {
    if (state === 'asking') return
    if (state === 'open') {
      state = 'saving'
      after(PATIENCE_MS, () => window.close())
      return
    }
    state = 'asking'
    void ask().then((isToClose) => {
      state = 'open'
      if (isToClose) window.destroy()
      else onStay()
    })
  })
}

/** @returns the question before a text is lost; staying is what Enter and Escape do. */
export function unsavedQuestion(t: Translate): {
  type: 'warning'
  message: string
  detail: string
  buttons: string[]
  defaultId: number
  cancelId: number
} {
  return {
    type: 'warning',
    message: t('menu.unsaved'),
    detail: t('menu.unsaved-text'),
    buttons: [t('menu.unsaved-stay'), t('menu.unsaved-close')],
    defaultId: 0,
    cancelId: 0,
  }
}
