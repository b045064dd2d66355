import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { browserPaths, findBrowser, hasDisplay } from './find-browser.ts'

describe('findBrowser', () => {
  it('takes the first executable file on the path', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'chromium'), '')
    expect(findBrowser({ PATH: folder }, 'linux')).toBeNull()
    writeFileSync(join(folder, 'google-chrome'), '')
    chmodSync(join(folder, 'google-chrome'), 0o755)
    expect(findBrowser({ PATH: folder }, 'linux')).toBe(join(folder, 'google-chrome'))
  })
  it('prefers the one in MIDAD_BROWSER', () => {
    expect(browserPaths({ MIDAD_BROWSER: '/opt/mine', PATH: '' }, 'linux')[0]).toBe('/opt/mine')
  })
  it('knows the paths of macOS and Windows', () => {
    expect(browserPaths({ HOME: '/Users/s' }, 'darwin')[0]).toBe(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(browserPaths({ ProgramFiles: String.raw`C:\Program Files` }, 'win32')[1]).toBe(
      String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
    )
  })
})

describe('hasDisplay', () => {
  it('reads the environment on Linux, and is true elsewhere', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})
