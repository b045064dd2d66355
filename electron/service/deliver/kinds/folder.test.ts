import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import type { FolderConfig } from '#core/export/destinations/folder.ts'
import type { Job } from '../kind.ts'
import { folder } from './folder.ts'

type Remote = Job<FolderConfig>['remote']

/** A delivery that tells what is written down of it, as it is written down. */
function delivery() {
  const config = { kind: 'folder', folder: join(tempFolder(), 'hot'), layout: 'flat' } as const
  mkdirSync(config.folder)
  const written: Remote[] = []
  const job = (remote: Remote, onRecord: (remote: Remote) => void = () => {}): Job<FolderConfig> => ({
    ...{
      config,
      secret: null,
      action: 'publish',
      payload: Buffer.from('عنوان-v1\nPK'),
      choice: null,
      isAsking: false,
      remote,
    },
    createdAt: '2026-11-24T08:00:00.000Z',
    record(known) {
      written.push(known)
      onRecord(known)
    },
    // A folder needs nothing of them.
    tools: {} as Job<FolderConfig>['tools'],
  })
  const last = (): Remote => written.at(-1) ?? {}
  return { config, job, last }
}

describe('a package that is put into a folder', () => {
  it('is not put there again when the process ended before that was known, and whoever watches took it', async () => {
    const { config, job, last } = delivery()
    const first = await folder.deliver(job({}))
    expect(first.link).toBe(join(config.folder, 'عنوان-v1.zip'))
    expect(readFileSync(join(config.folder, 'عنوان-v1.zip'), 'utf8')).toBe('PK')
    rmSync(join(config.folder, 'عنوان-v1.zip'))
    expect(folder.isUnconfirmed(last())).toBe(true)
    expect(await folder.findUnconfirmed(job(last()))).toEqual(first)
    expect(await folder.deliver(job(last()))).toEqual(first)
    expect(readdirSync(config.folder)).toEqual([])
    expect(folder.isUnconfirmed(first.remote)).toBe(false)
  })

  it('is put there once when the process ended just before it got its name', async () => {
    const { config, job, last } = delivery()
    class Ended extends Error {}
    let neighbour = Buffer.alloc(0)
    const dying = job({}, (remote) => {
      const moving = remote['moving'] as { from: string } | null
      if (moving === null) return
      neighbour = readFileSync(moving.from)
      throw new Ended()
    })
    await expect(folder.deliver(dying)).rejects.toThrow(Ended)
    expect(neighbour.toString('utf8')).toBe('PK')
    // An attempt that goes on in the same process leaves nothing behind.
    expect(readdirSync(config.folder)).toEqual([])
    await folder.deliver(job(last()))
    expect(readdirSync(config.folder)).toEqual(['عنوان-v1.zip'])
  })

  it.each([true, false])(
    'is finished, or taken away, when only its name was missing (cancelled: %s)',
    async (isCancelled) => {
      const { config, job, last } = delivery()
      let from = ''
      await folder.deliver(
        job({}, (remote) => {
          from = (remote['moving'] as { from: string }).from
        }),
      )
      // As it was when the process ended before the file got its name.
      renameSync(join(config.folder, 'عنوان-v1.zip'), from)
      expect(await folder.findUnconfirmed(job(last()))).toBe(null)
      if (isCancelled) await folder.rollBack(job(last()))
      else await folder.deliver(job(last()))
      expect(readdirSync(config.folder)).toEqual(isCancelled ? [] : ['عنوان-v1.zip'])
    },
  )
})
