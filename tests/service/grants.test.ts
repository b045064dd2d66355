import { existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { REPORTER, testService, writtenArticle, type TestService } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const refused = (path: string) => ({ code: 'folder-not-chosen', params: { path } })

/** @returns what writes, reads or remembers a folder, each as a call that names it. */
function uses({ call }: TestService, id: string, folder: string): [string, () => Promise<unknown>][] {
  const config = { kind: 'folder', folder, layout: 'flat' } as const
  const order = { folder, draft: true, actor: REPORTER }
  const path = join(folder, 'midad-20261124T080000Z.db')
  return [
    ['publish.export', () => call('publish.export', { id, ...order })],
    ['publish.exportMany', () => call('publish.exportMany', { ids: [id], ...order })],
    ['publish.exportFile', () => call('publish.exportFile', { id, format: 'markdown', ...order })],
    ['publish.verify', () => call('publish.verify', { path })],
    ['store.backUp', () => call('store.backUp', { folder })],
    ['store.restore', () => call('store.restore', { path, actor: REPORTER })],
    ['store.restoreArticle', () => call('store.restoreArticle', { id, path, actor: REPORTER })],
    ['settings.set', () => call('settings.set', { backupFolder: folder })],
    ['settings.set', () => call('settings.set', { exportFolder: folder })],
    ['destinations.save', () => call('destinations.save', { id: null, name: 'النظام', config })],
    ['destinations.test', () => call('destinations.test', { id: null, config })],
  ]
}

let outside: string
beforeEach(() => {
  outside = join(tempFolder(), 'خارج')
  mkdirSync(outside)
})

/** @returns the errors of those uses that were refused because the folder was not chosen. */
async function refusals(test: TestService, id: string, folder: string): Promise<string[]> {
  const found: string[] = []
  for (const [name, use] of uses(test, id, folder)) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a window would
    const error: unknown = await use().then(
      () => null,
      (reason: unknown) => reason,
    )
    if (error instanceof Error && 'code' in error && error.code === 'folder-not-chosen') found.push(name)
  }
  return found
}

describe.each(['dialog', 'list'] as const)('a window that chooses folders by %s', (folderChoice) => {
  it('names no folder that a person did not choose, in any call, and nothing is written there', async () => {
    const test = testService(undefined, {}, 'article', { folderChoice })
    const id = await writtenArticle(test)
    for (const [, use] of uses(test, id, outside)) {
      // oxlint-disable-next-line no-await-in-loop -- one after another, as a window would
      await expect(use()).rejects.toMatchObject({ code: 'folder-not-chosen' })
    }
    expect(readdirSync(outside)).toEqual([])
    expect(await test.call('settings.get', {})).toMatchObject({ exportFolder: '', backupFolder: '' })
    expect(await test.call('destinations.list', {})).toMatchObject({ destinations: [] })
  })
  it('may use a folder that was chosen and what lies below it, also after a restart, but not what a link leads to', async () => {
    const folder = tempFolder()
    const first = testService(folder, {}, 'article', { folderChoice })
    first.service.grantFolder(outside)
    first.service.close()
    const test = testService(folder, {}, 'article', { folderChoice })
    const id = await writtenArticle(test)
    const below = join(outside, 'أخبار')
    mkdirSync(below)
    expect(await refusals(test, id, outside)).toEqual([])
    expect(await refusals(test, id, below)).toEqual([])
    expect(readdirSync(below).some((name) => name.endsWith('.zip'))).toBe(true)
    const elsewhere = tempFolder()
    symlinkSync(elsewhere, join(outside, 'طريق'))
    for (const path of [join(outside, 'طريق'), join(outside, '..'), join(outside, '.config'), `${outside}2`]) {
      // oxlint-disable-next-line no-await-in-loop -- one after another, as a window would
      await expect(test.call('store.backUp', { folder: path })).rejects.toMatchObject(refused(path))
    }
    expect(readdirSync(elsewhere)).toEqual([])
  })
  it('writes no package among the files of the store, though it was chosen', async () => {
    const test = testService(undefined, {}, 'article', { folderChoice })
    test.service.grantFolder(test.folder)
    const id = await writtenArticle(test)
    const folder = join(test.folder, 'store', 'backups')
    mkdirSync(folder, { recursive: true })
    await expect(test.call('publish.export', { id, folder, draft: true, actor: REPORTER })).rejects.toMatchObject(
      refused(folder),
    )
  })
  it('exports into the home folder as long as none was chosen, and restores from what Midad lists', async () => {
    const test = testService(undefined, {}, 'article', { folderChoice })
    const id = await writtenArticle(test)
    const { path } = await test.call('publish.export', { id, folder: test.folder, draft: true, actor: REPORTER })
    expect(existsSync(path)).toBe(true)
    const backup = await test.call('store.backUp', {})
    expect(await test.call('store.restore', { path: backup.path, actor: REPORTER })).toMatchObject({ from: 'backup' })
  })
})

it('a window with the shell’s own dialog neither lists other folders nor chooses any itself', async () => {
  const test = testService(undefined, {}, 'article', { folderChoice: 'dialog' })
  await expect(test.call('publish.folders', { folder: outside })).rejects.toMatchObject(refused(outside))
  await expect(test.call('publish.chooseFolder', { folder: outside })).rejects.toMatchObject(refused(outside))
  test.service.grantFolder(outside)
  expect(await test.call('publish.folders', { folder: outside })).toMatchObject({ folder: outside })
})

it('a window with lists chooses what they show: no hidden folder, no program’s, none of Midad, no link to one', async () => {
  const test = testService(undefined, {}, 'article', { folderChoice: 'list' })
  const never = ['.ssh', '.config/autostart', 'Library/LaunchAgents', 'AppData', 'store', 'keys'].map((name) =>
    join(test.folder, name),
  )
  for (const folder of never) mkdirSync(folder, { recursive: true })
  symlinkSync(join(test.folder, '.ssh'), join(test.folder, 'مفاتيح'))
  for (const folder of [...never, join(test.folder, 'مفاتيح'), 'صادر']) {
    // oxlint-disable-next-line no-await-in-loop -- one after another, as a window would
    await expect(test.call('publish.chooseFolder', { folder })).rejects.toMatchObject(refused(folder))
  }
  const file = join(outside, 'ملف.txt')
  writeFileSync(file, '')
  await expect(test.call('publish.chooseFolder', { folder: file })).rejects.toMatchObject({ code: 'folder-missing' })
  expect(await test.call('publish.chooseFolder', { folder: outside })).toEqual({ folder: outside })
  expect(await test.call('settings.set', { backupFolder: outside })).toMatchObject({ backupFolder: outside })
})

it('what was chosen before choices were remembered stays so, and the command line names any folder', async () => {
  const folder = tempFolder()
  const before = testService(folder)
  await before.call('settings.set', { exportFolder: outside })
  const far = tempFolder()
  const config = { kind: 'folder', folder: far, layout: 'flat' } as const
  const { id: destinationId } = await before.call('destinations.save', { id: null, name: 'النظام', config })
  before.service.close()
  const test = testService(folder, {}, 'article', { folderChoice: 'dialog' })
  const id = await writtenArticle(test)
  expect(await refusals(test, id, outside)).toEqual([])
  const dated = { ...config, layout: 'by-date' } as const
  await test.call('destinations.save', { id: destinationId, name: 'النظام', config: dated })
})
