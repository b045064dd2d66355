import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { readBounded } from './read-bounded.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'midad-read-bounded-'))
})

afterEach(() => {
  rmSync(folder, { recursive: true })
})

describe('readBounded', () => {
  it('reads a file up to the limit and refuses a larger one', () => {
    const path = join(folder, 'five')
    writeFileSync(path, '12345')
    expect(readBounded(path, 5, 'import-too-large').toString()).toBe('12345')
    expect(() => readBounded(path, 4, 'import-too-large')).toThrow(
      expect.objectContaining({ code: 'import-too-large' }),
    )
  })

  it('refuses a folder', () => {
    expect(() => readBounded(folder, 5, 'import-too-large')).toThrow(expect.objectContaining({ code: 'not-a-file' }))
  })

  it.skipIf(process.platform === 'win32')('refuses a pipe that nobody writes to, without waiting for a writer', () => {
    const path = join(folder, 'pipe.html')
    execFileSync('mkfifo', [path])
    expect(() => readBounded(path, 5, 'import-too-large')).toThrow(expect.objectContaining({ code: 'not-a-file' }))
  })

  it.skipIf(process.platform === 'win32')('refuses a device, which would have no end', () => {
    expect(() => readBounded('/dev/zero', 5, 'package-too-large')).toThrow(
      expect.objectContaining({ code: 'not-a-file' }),
    )
  })
})
