import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { runMidad } from '#tests/support/command-line.ts'
import { png } from '#tests/support/pictures.ts'
import { EDITOR, testService, writtenArticle } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

// What reads a pipe runs in a process of its own: one that waits for a writer can only be killed.

function pipe(path: string): string {
  rmSync(path, { force: true })
  execFileSync('mkfifo', [path])
  return path
}

/** @returns a closed store with an article, a picture and a backup, and a draft of version 1 that was exported. */
async function closedStore() {
  const test = testService()
  const id = await writtenArticle(test)
  const picture = { name: 'صورة.png', bytes: png(4, 4).toString('base64') }
  const { asset } = await test.call('assets.add', picture)
  const backup = await test.call('store.backUp', {})
  const out = join(test.folder, 'out')
  mkdirSync(out)
  const { path } = await test.call('publish.export', { id, folder: out, draft: true, actor: EDITOR })
  test.service.close()
  const run = (...args: string[]) => runMidad(['--store', join(test.folder, 'store'), ...args])
  return { folder: test.folder, id, asset, backup: backup.path, exported: path, run }
}

const refused = (path: string) => ({
  ...{ status: 1, out: '' },
  err: `midad: What is at “${path}” is no file but a folder, a device or a pipe. Choose a file.\n`,
})

describe.skipIf(process.platform === 'win32')('a pipe', () => {
  it('is refused in words by every command that reads a file', async () => {
    const { folder, id, run } = await closedStore()
    const path = pipe(join(folder, 'a.html'))
    expect(await run('import', path)).toEqual(refused(path))
    expect(await run('verify', path)).toEqual(refused(path))
    expect(await run('restore', path)).toEqual(refused(path))
    expect(await run('restore-article', id, '--from', path)).toEqual(refused(path))
  })

  it('is no record, no log and no picture of a backup', async () => {
    const { folder, asset, backup, run } = await closedStore()
    pipe(backup.replace(/\.db$/u, '.json'))
    expect((await run('backups')).out).toContain('No backups yet')
    pipe(join(dirname(backup), 'assets', asset.hash.slice(0, 2), asset.hash))
    const restored = await runMidad(['--store', join(folder, 'other'), 'restore', backup])
    expect([restored.status, restored.out]).toEqual([1, expect.stringContaining('صورة.png')])
    const log = pipe(`${backup}-wal`)
    expect(await run('restore', backup)).toEqual(refused(log))
  })

  it('is no package that was written before', async () => {
    const { id, exported, run } = await closedStore()
    // The next export has the next version in its name.
    const second = pipe(exported.replace(/1\.zip$/u, '2.zip'))
    const answer = await run('export', id, '--draft', '--out', dirname(exported), '--json')
    expect(JSON.parse(answer.out).path).toBe(second.replace(/\.zip$/u, '-2.zip'))
    expect(readdirSync(dirname(exported))).toHaveLength(3)
  })

  it.each(['midad.lock', 'midad.db', 'midad.db-wal'])('is no part of a store: %s', async (name) => {
    const store = tempFolder()
    const path = pipe(join(store, name))
    const answer = await runMidad(['--store', store, 'list'])
    if (name === 'midad.db-wal') expect(answer).toEqual(refused(path))
    else expect([answer.status, answer.err]).toEqual([1, expect.stringContaining('not Midad’s')])
    expect(readdirSync(store)).toEqual([name])
  })
})

describe.skipIf(process.platform === 'win32')('a folder and a device', () => {
  it('are refused by the calls that read a file', async () => {
    const { call, folder } = testService()
    for (const path of ['/dev/zero', folder]) {
      const refusal = expect.objectContaining({ code: 'not-a-file', params: { path } })
      // oxlint-disable-next-line no-await-in-loop -- each refusal names its own path
      await expect(call('publish.verify', { path })).rejects.toEqual(refusal)
      // oxlint-disable-next-line no-await-in-loop
      await expect(call('store.restore', { path, actor: EDITOR })).rejects.toEqual(refusal)
      // oxlint-disable-next-line no-await-in-loop
      await expect(call('store.restoreArticle', { id: 'a', path, actor: EDITOR })).rejects.toEqual(refusal)
    }
  })
})
