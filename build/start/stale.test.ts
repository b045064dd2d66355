import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { buildIfStale, hashFiles } from './stale.ts'

describe('hashFiles', () => {
  it('changes with a name and with a content, and with nothing else', () => {
    const folder = tempFolder()
    mkdirSync(join(folder, 'a'))
    writeFileSync(join(folder, 'a', 'x.ts'), '1')
    const hash = hashFiles(folder, ['a/**/*.ts'])
    writeFileSync(join(folder, 'other.ts'), '2')
    expect(hashFiles(folder, ['a/**/*.ts'])).toBe(hash)
    writeFileSync(join(folder, 'a', 'x.ts'), '2')
    expect(hashFiles(folder, ['a/**/*.ts'])).not.toBe(hash)
  })
})

describe('buildIfStale', () => {
  it('builds once for the same sources, and again after a build that failed', async () => {
    const stamp = join(tempFolder(), 'dist', 'stamp')
    const built: string[] = []
    await expect(buildIfStale(stamp, 'one', () => Promise.reject(new Error('no')))).rejects.toThrow('no')
    for (const hash of ['one', 'one', 'two']) {
      // oxlint-disable-next-line no-await-in-loop -- the order is what is tested
      await buildIfStale(stamp, hash, async () => void built.push(hash))
    }
    expect(built).toEqual(['one', 'two'])
  })
})
