import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import { makePrivate } from './private.ts'

const modeOf = (path: string): string => (statSync(path).mode & 0o777).toString(8)

describe('makePrivate', () => {
  it('takes the permissions of others from everything, and leaves the rights of the user', () => {
    const folder = join(tempFolder(), 'store')
    mkdirSync(join(folder, 'assets', 'ab'), { recursive: true })
    writeFileSync(join(folder, 'assets', 'ab', 'picture'), '')
    writeFileSync(join(folder, 'midad.db'), '')
    const paths = ['.', 'assets', 'assets/ab', 'assets/ab/picture', 'midad.db'].map((name) => join(folder, name))
    for (const path of paths) chmodSync(path, statSync(path).isDirectory() ? 0o755 : 0o644)
    makePrivate(folder)
    expect(paths.map(modeOf)).toEqual(['700', '700', '700', '600', '600'])
  })
  it('closes a folder that is left out, does not look into it, and follows no link', () => {
    const folder = tempFolder()
    const outside = join(tempFolder(), 'outside')
    writeFileSync(outside, '')
    mkdirSync(join(folder, 'window'))
    writeFileSync(join(folder, 'window', 'program'), '')
    symlinkSync(outside, join(folder, 'link'))
    for (const path of [outside, join(folder, 'window'), join(folder, 'window', 'program')]) chmodSync(path, 0o755)
    makePrivate(folder, new Set(['window']))
    expect([outside, join(folder, 'window'), join(folder, 'window', 'program')].map(modeOf)).toEqual([
      '755',
      '700',
      '755',
    ])
  })
})
