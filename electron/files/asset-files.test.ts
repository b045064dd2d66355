import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { readAsset, writeAsset } from './asset-files.ts'

describe('asset files', () => {
  it('keeps bytes under their hash, once', () => {
    const folder = tempFolder()
    const bytes = Buffer.from('صورة')
    const hash = writeAsset(folder, bytes)
    expect(writeAsset(folder, bytes)).toBe(hash)
    expect(Buffer.from(readAsset(folder, hash)).toString()).toBe('صورة')
    expect(readdirSync(join(folder, 'assets', hash.slice(0, 2)))).toEqual([hash])
  })
  it('tells a missing picture from a damaged one, and mends the damaged by its like', () => {
    const folder = tempFolder()
    const hash = writeAsset(folder, Buffer.from('صورة'))
    expect(() => readAsset(folder, 'a'.repeat(64))).toThrow(expect.objectContaining({ code: 'asset-missing' }))
    writeFileSync(join(folder, 'assets', hash.slice(0, 2), hash), 'تلف')
    expect(() => readAsset(folder, hash)).toThrow(expect.objectContaining({ code: 'asset-damaged' }))
    writeAsset(folder, Buffer.from('صورة'))
    expect(Buffer.from(readAsset(folder, hash)).toString()).toBe('صورة')
  })
})
