import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { REPORTER, testService, writtenArticle } from '#tests/support/service.ts'
import { png } from '#tests/support/pictures.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })
const SOUND = { isFileSound: true, damagedArticles: [], damagedRevisions: 0, damagedEvents: 0, damagedPictures: [] }

describe('a backup', () => {
  it('holds what is only in the log yet, and the pictures, and is checked', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    const backup = await test.call('store.backUp', {})
    expect(backup).toMatchObject({ articles: 1, check: SOUND })
    const copy = new Database(backup.path, { readonly: true })
    expect(copy.prepare('SELECT id FROM articles').pluck().all()).toEqual([id])
    copy.close()
    const beside = join(test.folder, 'store', 'backups', 'assets', asset.hash.slice(0, 2), asset.hash)
    expect(readFileSync(beside)).toEqual(png(4, 4))
    expect((await test.call('store.status', {})).backups).toEqual([backup])
  })

  it('goes to the folder of the house as well, when it is there', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    const stick = join(test.folder, 'stick')
    await test.call('settings.set', { backupFolder: stick })
    expect((await test.call('store.backUp', {})).path).toContain(join('store', 'backups'))
    mkdirSync(stick)
    expect((await test.call('store.backUp', {})).path).toContain(join('stick', 'midad-backups'))
  })

  it('says when it could not be made, and leaves nothing behind', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    writeFileSync(join(test.folder, 'store', 'backups'), 'in the way')
    await expect(test.call('store.backUp', {})).rejects.toEqual(refusal('backup-failed'))
    expect(await test.call('store.status', {})).toMatchObject({ backups: [], backupFailure: 'backup-failed' })
  })

  it('is stopped when asked, with nothing left of it', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    const stopped = test.call('store.backUp', {})
    await test.call('store.stopBackUp', {})
    await expect(stopped).rejects.toEqual(refusal('backup-stopped'))
    expect(readdirSync(join(test.folder, 'store', 'backups'))).toEqual([])
    expect(await test.call('store.status', {})).toMatchObject({
      backupFailure: null,
      isBackingUp: false,
      progress: null,
    })
  })

  it('is not needed to check the store, a read-only one as well', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    expect(await test.call('store.check', {})).toMatchObject({ ...SOUND, articles: 1 })
    rmSync(join(test.folder, 'store', 'assets', asset.hash.slice(0, 2), asset.hash))
    expect(await test.call('store.check', {})).toMatchObject({ ...SOUND, damagedPictures: ['صورة.png'] })
    expect((await test.call('store.status', {})).backups).toEqual([])
  })

  it('brings everything into a fresh store, and leaves alone what is there', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    const { path } = await test.call('store.backUp', {})
    const fresh = testService(tempFolder())
    const own = await writtenArticle(fresh, 'ما كان هنا')
    const report = await fresh.call('store.restore', { path, actor: REPORTER })
    expect(report).toMatchObject({ from: 'backup', recovered: own === id ? 0 : 1, lost: [] })
    const another = testService(tempFolder())
    expect(await another.call('store.restore', { path, actor: REPORTER })).toMatchObject({ recovered: 1, older: [] })
    expect(await another.call('articles.get', { id })).toEqual(await test.call('articles.get', { id }))
    expect(await another.call('history.points', { id })).toEqual(await test.call('history.points', { id }))
    expect(await another.call('review.history', { id })).toEqual(await test.call('review.history', { id }))
    expect((await another.call('assets.read', { hash: asset.hash })).bytes).toBe(png(4, 4).toString('base64'))
    expect((await another.call('articles.list', { search: 'عنوان' })).rows).toMatchObject([{ id }])
    expect(await another.call('store.restore', { path, actor: REPORTER })).toMatchObject({ recovered: 0 })
  })

  it('offers a damaged article as it was when the backup was made', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    const { path } = await test.call('store.backUp', {})
    const raw = new Database(join(test.folder, 'store', 'midad.db'))
    raw.exec("UPDATE texts SET json = replace(json, 'عنوان', 'عنوال')")
    raw.close()
    await expect(test.call('articles.open', { id, actor: REPORTER })).rejects.toEqual(refusal('article-damaged'))
    expect((await test.call('store.backUp', {})).check.damagedArticles).toEqual([{ id, headline: 'عنوان' }])
    const { backups } = await test.call('store.sources', { id })
    expect(backups.map((backup) => backup.path)).toEqual([path])
    await test.call('store.restoreArticle', { id, path, actor: REPORTER })
    expect(await test.call('articles.open', { id, actor: REPORTER })).toMatchObject({ editable: true, state: 'draft' })
  })

  it('refuses what is no backup', async () => {
    const test = testService()
    const path = join(test.folder, 'x.db')
    await expect(test.call('store.restore', { path, actor: REPORTER })).rejects.toEqual(refusal('backup-missing'))
    writeFileSync(path, 'ليس نسخة')
    await expect(test.call('store.restore', { path, actor: REPORTER })).rejects.toEqual(refusal('backup-unsound'))
  })
})
