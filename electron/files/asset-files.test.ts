import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { readAsset, writeAsset } from './asset-files.ts'

describe('asset files', () => {
  it('stores bytes under their hash, once', () => {
    const folder = tempFolder()
    const bytes = Buffer.from('صورة')
    const hash = writeAsset(folder, bytes)
    expect(writeAsset(folder, bytes)).toBe(hash)
    expect(Buffer.from(readAsset(folder, hash)).toString()).toBe('صورة')
    expect(readdirSync(join(folder, 'assets', hash.slice(0, 2)))).toEqual([hash])
  })
  it('distinguishes a missing picture from a damaged one, and repairs it when the same picture is stored again', () => {
    const folder = tempFolder()
    const hash = writeAsset(folder, Buffer.from('صورة'))
    expect(() => readAsset(folder, 'a'.repeat(64))).toThrow(expect.objectContaining({ code: 'asset-missing' }))
    writeFileSync(join(folder, 'assets', hash.slice(0, 2), hash), 'تلف')
    expect(() => readAsset(folder, hash)).toThrow(expect.objectContaining({ code: 'asset-damaged' }))
    writeAsset(folder, Buffer.from('صورة'))
    expect(Buffer.from(readAsset(folder, hash)).toString()).toBe('صورة')
  })
})
