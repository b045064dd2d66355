import type { BrowserWindowConstructorOptions } from 'electron'

/** The size and position of a window. Without `x` and `y` the system chooses the position. */
export type WindowPlace = { width: number; height: number; x?: number; y?: number }

export const FIRST_PLACE: WindowPlace = { width: 1280, height: 800 }

/**
 * The options of a window that may only show the page and use the preload: no Node, no access to files, no shared
 * context with the preload (Electron's security guide, items 2 to 4 and 8).
 */
export function windowOptions(preload: string, place: WindowPlace): BrowserWindowConstructorOptions {
  return {
    ...place,
    minWidth: 900,
    minHeight: 600,
    show: false,
    backgroundColor: '#fbfaf7',
    autoHideMenuBar: true,
    webPreferences: {
      preload,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      spellcheck: true,
    },
  }
}
