import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { writeFileAtomic } from './atomic-write.ts'

describe('writeFileAtomic', () => {
  it('replaces a file, and leaves no temporary file', () => {
    const folder = tempFolder()
    const path = join(folder, 'حزمة.zip')
    writeFileSync(path, 'قديم')
    writeFileAtomic(path, Buffer.from('جديد'))
    expect(readFileSync(path, 'utf8')).toBe('جديد')
    expect(readdirSync(folder)).toEqual(['حزمة.zip'])
  })
  it('leaves the old file when it cannot write', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'taken'))
    writeFileSync(join(folder, 'taken', 'x'), 'س')
    expect(() => writeFileAtomic(join(folder, 'taken'), Buffer.from('جديد'))).toThrow()
    expect(readdirSync(folder)).toEqual(['taken'])
  })
})
