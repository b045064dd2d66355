import type { BrowserWindowConstructorOptions } from 'electron'

/** Where a window stood when it was closed. Without `x` and `y` the system chooses its place. */
export type WindowPlace = { width: number; height: number; x?: number; y?: number }

export const FIRST_PLACE: WindowPlace = { width: 1280, height: 800 }

/**
 * What a window may do: show the page, and speak through the preload. No Node, no access to files, no sharing of
 * its world with the preload's (Electron's security guide, items 2 to 4 and 8).
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
