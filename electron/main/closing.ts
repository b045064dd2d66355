import type { BrowserWindow, Event } from 'electron'
import type { Translate } from '#core/locale/translate.ts'

/** How long the page may take to save, in milliseconds. */
const PATIENCE_MS = 1500

type Window = Pick<BrowserWindow, 'close' | 'destroy' | 'on'> & {
  webContents: { on(event: 'will-prevent-unload', listener: (event: Event) => void): unknown }
}

type Options = {
  /** Asks the person. @returns whether to close the window and lose its text. */
  ask: () => Promise<boolean>
  /** Called when the window stays open, so that quitting is cancelled too. */
  onStay: () => void
  after: (ms: number, run: () => void) => void
}

/**
 * Keeps a window with unsaved text from being closed. The page prevents the close and saves. The window is then closed
 * again, and only if the page prevents that too, the person is asked.
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

/** @returns the question before text is lost. Enter and Escape keep the window open. */
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
