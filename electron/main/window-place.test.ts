import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { readPlace, writePlace } from './window-place.ts'

const screen = { x: 0, y: 0, width: 1920, height: 1080 }

describe('the place of the window', () => {
  it('is what it was', () => {
    const folder = tempFolder()
    writePlace(folder, { width: 1000, height: 700, x: 20, y: 30 })
    expect(readPlace(folder, [screen])).toEqual({ width: 1000, height: 700, x: 20, y: 30 })
  })
  it('is left to the system when its screen is gone', () => {
    const folder = tempFolder()
    writePlace(folder, { width: 1000, height: 700, x: 3000, y: 30 })
    expect(readPlace(folder, [screen])).toEqual({ width: 1000, height: 700 })
  })
  it('is the default when the file makes no sense', () => {
    const folder = tempFolder()
    expect(readPlace(folder, [screen])).toEqual({ width: 1280, height: 800 })
    const path = join(folder, 'window.json')
    writeFileSync(path, '{"width":')
    expect(readPlace(folder, [screen])).toEqual({ width: 1280, height: 800 })
    rmSync(path)
    mkdirSync(path)
    expect(readPlace(folder, [screen])).toEqual({ width: 1280, height: 800 })
  })
})
