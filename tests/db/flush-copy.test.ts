import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { flushCopy } from '#db/flush-copy.ts'

const folder = mkdtempSync(join(tmpdir(), 'midad-test-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('flushCopy', () => {
  it('flushes a file, also when it is asked twice', async () => {
    const path = join(folder, 'copy')
    writeFileSync(path, 'نص')
    const flush = flushCopy(path)
    flush.start()
    flush.start()
    await expect(flush.end()).resolves.toBeUndefined()
  })
  it('reports a failed flush, even if it was asked again since', async () => {
    const flush = flushCopy(join(folder, 'missing'))
    flush.start()
    await new Promise((resolve) => {
      setImmediate(resolve)
    })
    flush.start()
    await expect(flush.end()).rejects.toThrow('ENOENT')
  })
  it('ends at once when no flush was started', async () => {
    await expect(flushCopy(join(folder, 'missing')).end()).resolves.toBeUndefined()
  })
})
