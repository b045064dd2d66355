import { describe, expect, it } from 'vitest'
import { FIRST_PLACE, windowOptions } from './window-options.ts'

describe('windowOptions', () => {
  it('confines the page', () => {
    expect(windowOptions('/p.cjs', FIRST_PLACE).webPreferences).toMatchObject({
      preload: '/p.cjs',
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
    })
  })
  it('starts at 1280 by 800, stays usable, and returns to its last position', () => {
    expect(windowOptions('', FIRST_PLACE)).toMatchObject({ width: 1280, height: 800, minWidth: 900, minHeight: 600 })
    expect(windowOptions('', { width: 1000, height: 700, x: -5, y: 9 })).toMatchObject({ x: -5, y: 9 })
  })
})
