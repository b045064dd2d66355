import { describe, expect, it } from 'vitest'
import { defaultKeyFolder, defaultStoreFolder } from './default-folder.ts'

describe('defaultStoreFolder', () => {
  it('follows MIDAD_STORE before all else', () => {
    expect(defaultStoreFolder({ MIDAD_STORE: '/desk/store', XDG_DATA_HOME: '/data' }, 'linux')).toBe('/desk/store')
  })
  it('follows XDG on Linux, and ignores a relative XDG_DATA_HOME', () => {
    expect(defaultStoreFolder({ HOME: '/home/a' }, 'linux')).toBe('/home/a/.local/share/midad')
    expect(defaultStoreFolder({ HOME: '/home/a', XDG_DATA_HOME: '/data' }, 'linux')).toBe('/data/midad')
    expect(defaultStoreFolder({ HOME: '/home/a', XDG_DATA_HOME: 'data' }, 'linux')).toBe('/home/a/.local/share/midad')
  })
  it('follows the conventions of macOS', () => {
    expect(defaultStoreFolder({ HOME: '/Users/a' }, 'darwin')).toBe('/Users/a/Library/Application Support/Midad')
  })
})

describe('defaultKeyFolder', () => {
  it('is the place for settings, where no store lies', () => {
    expect(defaultKeyFolder({ HOME: '/home/a' }, 'linux')).toBe('/home/a/.config/midad')
    expect(defaultKeyFolder({ HOME: '/home/a', XDG_CONFIG_HOME: '/config' }, 'linux')).toBe('/config/midad')
    expect(defaultKeyFolder({ HOME: '/Users/a' }, 'darwin')).toBe('/Users/a/Library/Preferences/Midad')
  })
})
