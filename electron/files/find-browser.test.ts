import { chmodSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { browserPaths, findBrowser, hasDisplay } from './find-browser.ts'

describe('findBrowser', () => {
  it('takes the first program on the path, and none that cannot be run', () => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'chromium'), '')
    expect(findBrowser({ PATH: folder }, 'linux')).toBeNull()
    writeFileSync(join(folder, 'google-chrome'), '')
    chmodSync(join(folder, 'google-chrome'), 0o755)
    expect(findBrowser({ PATH: folder }, 'linux')).toBe(join(folder, 'google-chrome'))
  })
  it('takes the one that the person chose before all', () => {
    expect(browserPaths({ MIDAD_BROWSER: '/opt/mine', PATH: '' }, 'linux')[0]).toBe('/opt/mine')
  })
  it('knows where macOS and Windows keep theirs', () => {
    expect(browserPaths({ HOME: '/Users/s' }, 'darwin')[0]).toBe(
      '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    )
    expect(browserPaths({ ProgramFiles: String.raw`C:\Program Files` }, 'win32')[1]).toBe(
      String.raw`C:\Program Files\Microsoft\Edge\Application\msedge.exe`,
    )
  })
})

describe('hasDisplay', () => {
  it('asks the environment on Linux, and nobody elsewhere', () => {
    expect(hasDisplay({}, 'linux')).toBe(false)
    expect(hasDisplay({ WAYLAND_DISPLAY: 'wayland-0' }, 'linux')).toBe(true)
    expect(hasDisplay({}, 'win32')).toBe(true)
  })
})
