import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { tempFolder } from '#tests/support/temp-folder.ts'
import type { FolderConfig } from '#core/export/destinations/folder.ts'
import type { Job } from '../kind.ts'
import { folder } from './folder.ts'

type Remote = Job<FolderConfig>['remote']

/** An attempt that keeps everything that it is asked to record, in order. */
function delivery() {
  const config = { kind: 'folder', folder: join(tempFolder(), 'hot'), layout: 'flat', readByOthers: false } as const
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
    // A folder uses none of these.
    tools: {} as Job<FolderConfig>['tools'],
  })
  const last = (): Remote => written.at(-1) ?? {}
  return { config, job, last }
}

describe('a package that is delivered into a folder', () => {
  it('is not written again when the process ended before its arrival was recorded, and a CMS took the file', async () => {
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

  it('is written once when the process ended just before the rename', async () => {
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
    // When the process lives on, a failed attempt leaves nothing behind.
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
      // As if the process had ended before the rename.
      renameSync(join(config.folder, 'عنوان-v1.zip'), from)
      expect(await folder.findUnconfirmed(job(last()))).toBe(null)
      if (isCancelled) await folder.rollBack(job(last()))
      else await folder.deliver(job(last()))
      expect(readdirSync(config.folder)).toEqual(isCancelled ? [] : ['عنوان-v1.zip'])
    },
  )
})
