import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  watch,
  writeFileSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { figure } from '#core/article/factories.ts'
import { addFunctions } from '#db/functions.ts'
import { createHandle } from '#db/handles.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { makeVersionOne } from '#tests/faults/support/version-one.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { REPORTER, testService, writtenArticle } from '#tests/support/service.ts'
import { png } from '#tests/support/pictures.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const refusal = (code: string): unknown => expect.objectContaining({ code })
const SOUND = { isFileSound: true, damagedArticles: [], damagedRevisions: 0, damagedEvents: 0, damagedPictures: [] }

describe('a backup', () => {
  it('includes the log and the pictures, and is checked', async () => {
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

  it('goes to the backup folder of the settings, when it is there', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    const stick = join(test.folder, 'stick')
    await test.call('settings.set', { backupFolder: stick })
    expect((await test.call('store.backUp', {})).path).toContain(join('store', 'backups'))
    mkdirSync(stick)
    expect((await test.call('store.backUp', {})).path).toContain(join('stick', 'midad-backups'))
  })

  it('shares a folder with other stores, and neither counts nor removes their copies', async () => {
    const [one, other] = [testService(), testService(tempFolder())]
    await writtenArticle(one, 'هنا')
    await writtenArticle(other, 'هناك')
    const stick = tempFolder()
    const ofFirstVersions = join(stick, 'midad-backups', 'midad-20261101T080000Z')
    const theirs = await other.call('store.backUp', { folder: stick })
    writeFileSync(join(theirs.path, '..', 'midad-20261124T230000Z.db.part'), 'being made')
    copyFileSync(theirs.path, `${ofFirstVersions}.db`)
    const record = { ...theirs, at: '2026-11-01T08:00:00.000Z' }
    writeFileSync(`${ofFirstVersions}.json`, JSON.stringify(record))
    await one.call('settings.set', { backupFolder: stick })
    expect(one.service.backups.isDue()).toBe(true)
    const ours = await one.call('store.backUp', {})
    expect(existsSync(theirs.path)).toBe(true)
    expect(existsSync(join(theirs.path, '..', 'midad-20261124T230000Z.db.part'))).toBe(true)
    expect(existsSync(`${ofFirstVersions}.db`)).toBe(true)
    const { backups } = await one.call('store.status', {})
    expect(backups.map(({ path, isOthers }) => [path, isOthers ?? false])).toEqual([
      [join(one.folder, 'store', 'backups', basename(ours.path)), false],
      [ours.path, false],
      [theirs.path, true],
      [`${ofFirstVersions}.db`, true],
    ])
  })

  it('restored into a fresh store does not give it the id of the old one', async () => {
    const [one, fresh] = [testService(), testService(tempFolder())]
    await writtenArticle(one, 'هنا')
    const stick = tempFolder()
    const { path } = await one.call('store.backUp', { folder: stick })
    await fresh.call('store.restore', { path, actor: REPORTER })
    const own = await fresh.call('store.backUp', { folder: stick })
    expect(dirname(own.path)).not.toBe(dirname(path))
  })

  it('is due even if another one is dated in the future, which does not count as the newest', async () => {
    const test = testService()
    await writtenArticle(test, 'هنا')
    const first = await test.call('store.backUp', {})
    expect(test.service.backups.isDue()).toBe(false)
    const ahead = join(dirname(first.path), 'midad-20270124T080000Z')
    renameSync(first.path, `${ahead}.db`)
    rmSync(first.path.replace(/db$/u, 'json'))
    writeFileSync(`${ahead}.json`, JSON.stringify({ ...first, at: '2027-01-24T08:00:00.000Z' }))
    expect(test.service.backups.isDue()).toBe(true)
    const second = await test.call('store.backUp', {})
    expect(test.service.backups.isDue()).toBe(false)
    const { backups } = await test.call('store.status', {})
    expect(backups.map(({ path }) => path)).toEqual([second.path, `${ahead}.db`])
  })

  it('goes to the backup folder of the settings even if the one beside the store fails, and reports the failure', async () => {
    const test = testService()
    await writtenArticle(test, 'هنا')
    const stick = tempFolder()
    await test.call('settings.set', { backupFolder: stick })
    writeFileSync(join(test.folder, 'store', 'backups'), 'in the way')
    await expect(test.call('store.backUp', {})).rejects.toEqual(refusal('backup-failed'))
    const { backups, backupFailure } = await test.call('store.status', {})
    expect(backupFailure).toBe('backup-failed')
    expect(backups.map(({ path }) => dirname(dirname(path)))).toEqual([join(stick, 'midad-backups')])
  })

  it('waits for the running one, and joins a waiting one to the same place', async () => {
    const test = testService()
    await writtenArticle(test, 'هنا')
    const stick = tempFolder()
    const [daily, again, asked, another] = await Promise.all([
      test.call('store.backUp', {}),
      test.call('store.backUp', {}),
      test.call('store.backUp', { folder: stick }),
      test.call('store.backUp', {}),
    ])
    expect(again.path).not.toBe(daily.path)
    expect(another).toEqual(again)
    expect(dirname(dirname(asked.path))).toBe(join(stick, 'midad-backups'))
  })

  it('is stopped together with those that wait', async () => {
    const test = testService()
    await writtenArticle(test, 'هنا')
    const stick = tempFolder()
    const both = [test.call('store.backUp', {}), test.call('store.backUp', { folder: stick })]
    const ends = Promise.allSettled(both)
    await test.call('store.stopBackUp', {})
    const stopped = { status: 'rejected', reason: refusal('backup-stopped') }
    expect(await ends).toEqual([stopped, stopped])
    expect(readdirSync(stick)).toEqual([])
  })

  it('reports a failure, and leaves nothing behind', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    writeFileSync(join(test.folder, 'store', 'backups'), 'in the way')
    await expect(test.call('store.backUp', {})).rejects.toEqual(refusal('backup-failed'))
    expect(await test.call('store.status', {})).toMatchObject({ backups: [], backupFailure: 'backup-failed' })
  })

  it('is stopped on request, and leaves nothing behind', async () => {
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

  it('is not needed to check the store and its pictures', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    expect(await test.call('store.check', {})).toMatchObject({ ...SOUND, articles: 1 })
    rmSync(join(test.folder, 'store', 'assets', asset.hash.slice(0, 2), asset.hash))
    expect(await test.call('store.check', {})).toMatchObject({ ...SOUND, damagedPictures: ['صورة.png'] })
    expect((await test.call('store.status', {})).backups).toEqual([])
  })

  it('restores everything into a fresh store, and leaves the articles of a used one alone', async () => {
    const test = testService()
    const id = await writtenArticle(test, 'عنوان')
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    const { path } = await test.call('store.backUp', {})
    const fresh = testService(tempFolder())
    const own = await writtenArticle(fresh, 'ما كان هنا')
    expect(own).toBe(id)
    const report = await fresh.call('store.restore', { path, actor: REPORTER })
    expect(report).toMatchObject({ from: 'backup', recovered: 0, lost: [] })
    expect((await fresh.call('articles.list', {})).rows).toMatchObject([{ id, headline: 'ما كان هنا' }])
    const another = testService(tempFolder())
    expect(await another.call('store.restore', { path, actor: REPORTER })).toMatchObject({ recovered: 1, older: [] })
    expect(await another.call('articles.get', { id })).toEqual(await test.call('articles.get', { id }))
    expect(await another.call('history.points', { id })).toEqual(await test.call('history.points', { id }))
    expect(await another.call('review.history', { id })).toEqual(await test.call('review.history', { id }))
    expect((await another.call('assets.read', { hash: asset.hash })).bytes).toBe(png(4, 4).toString('base64'))
    expect((await another.call('articles.list', { search: 'عنوان' })).rows).toMatchObject([{ id }])
    expect(await another.call('store.restore', { path, actor: REPORTER })).toMatchObject({ recovered: 0 })
  })

  it('reports the pictures of which it has no sound copy', async () => {
    const test = testService()
    await writtenArticle(test, 'عنوان')
    const kept = await test.call('assets.add', { name: 'باقية.png', bytes: png(4, 4).toString('base64') })
    const gone = await test.call('assets.add', { name: 'ضائعة.png', bytes: png(5, 5).toString('base64') })
    const { path } = await test.call('store.backUp', {})
    rmSync(join(dirname(path), 'assets', gone.asset.hash.slice(0, 2), gone.asset.hash))
    const fresh = testService(tempFolder())
    const report = await fresh.call('store.restore', { path, actor: REPORTER })
    expect(report.missingPictures).toEqual(['ضائعة.png'])
    expect((await fresh.call('store.status', {})).recovery).toEqual(report)
    expect((await fresh.call('assets.read', { hash: kept.asset.hash })).mediaType).toBe('image/png')
  })

  it('lets others save while it is restored, article by article', async () => {
    const test = testService(undefined, {}, 'theirs')
    for (let number = 1; number <= 25; number += 1) await writtenArticle(test, `عنوان ${number}`)
    const { path } = await test.call('store.backUp', {})
    const fresh = testService(tempFolder())
    const order: string[] = []
    const restoring = fresh.call('store.restore', { path, actor: REPORTER }).then((report) => {
      order.push('restored')
      return report
    })
    await writtenArticle(fresh, 'ما يُكتب الآن')
    order.push('written')
    expect(await restoring).toMatchObject({ recovered: 25, older: [], lost: [] })
    expect(order).toEqual(['written', 'restored'])
    expect((await fresh.call('articles.list', { limit: 200 })).total).toBe(26)
  })

  it('is read in place, and no copy of it is left anywhere', async () => {
    const temporary = tempFolder()
    const before = process.env['TMPDIR']
    process.env['TMPDIR'] = temporary
    onTestFinished(() => {
      if (before === undefined) delete process.env['TMPDIR']
      else process.env['TMPDIR'] = before
    })
    const test = testService(join(temporary, 'here'))
    const id = await writtenArticle(test, 'عنوان')
    const { path } = await test.call('store.backUp', {})
    const bytes = readFileSync(path)
    const fresh = testService(join(temporary, 'fresh'))
    const seen = new Set<string>()
    const watcher = watch(temporary, (_event, name) => seen.add(String(name)))
    onTestFinished(() => watcher.close())
    await fresh.call('store.restore', { path, actor: REPORTER })
    await test.call('store.sources', { id })
    writeFileSync(join(temporary, 'here', 'x.db'), Buffer.concat([bytes.subarray(0, 4096), Buffer.alloc(8192)]))
    const broken = { path: join(temporary, 'here', 'x.db'), actor: REPORTER }
    await expect(fresh.call('store.restore', broken)).rejects.toEqual(refusal('backup-unsound'))
    writeFileSync(join(temporary, 'last'), '')
    await expect.poll(() => [...seen]).toContain('last')
    expect([...seen].filter((name) => name.startsWith('midad-'))).toEqual([])
    expect(readFileSync(path)).toEqual(bytes)
    expect(readdirSync(dirname(path)).filter((name) => name.includes('.db-'))).toEqual([])
  })

  it('may be of an earlier version, or a file with a log beside it', async () => {
    const folder = tempFolder()
    const old = join(folder, 'old.db')
    makeVersionOne(join(folder, 'one'), 3)
    const two = new Database(old)
    addFunctions(two)
    migrate(two, MIGRATIONS.slice(0, 2))
    two.pragma('application_id = 0x4d444144')
    const article = smallArticle('of-two', 'من إصدار سابق')
    insertArticle(
      createHandle(() => two),
      { article, state: 'draft', author: 'سعاد', at: '2026-11-24T08:00:00.000Z' },
    )
    two.close()
    const test = testService(join(folder, 'test'))
    const { recovered } = await test.call('store.restore', { path: join(folder, 'one', 'midad.db'), actor: REPORTER })
    expect(recovered).toBe(3)
    expect(await test.call('store.restore', { path: old, actor: REPORTER })).toMatchObject({ recovered: 1 })
    expect((await test.call('articles.get', { id: 'of-two' })).article).toEqual(article)
    const open = testService(join(folder, 'open'), {}, 'open')
    const id = await writtenArticle(open, 'في السجل وحده')
    const path = join(folder, 'open', 'store', 'midad.db')
    expect(existsSync(`${path}-wal`)).toBe(true)
    await test.call('store.restore', { path, actor: REPORTER })
    expect(await test.call('articles.get', { id })).toEqual(await open.call('articles.get', { id }))
  })

  it('restores a damaged article as it was at the time of the backup', async () => {
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

  it('restores a damaged article with its picture, which the store has lost', async () => {
    const test = testService()
    const { asset } = await test.call('assets.add', { name: 'صورة.png', bytes: png(4, 4).toString('base64') })
    const bare = smallArticle('a1', 'عنوان')
    const article = { ...bare, document: [...bare.document, figure(counter('f'), { asset })] }
    insertArticle(test.store.db, { article, state: 'draft', author: 'سعاد', at: '2026-11-24T08:00:00.000Z' })
    const { path } = await test.call('store.backUp', {})
    test.store.db.run('DELETE FROM assets')
    rmSync(join(test.folder, 'store', 'assets'), { recursive: true })
    test.store.db.run("UPDATE texts SET json = replace(json, 'عنوان', 'عنوال')")
    await test.call('store.restoreArticle', { id: 'a1', path, actor: REPORTER })
    expect((await test.call('articles.get', { id: 'a1' })).article).toEqual(article)
    expect((await test.call('assets.read', { hash: asset.hash })).bytes).toBe(png(4, 4).toString('base64'))
    expect((await test.call('store.check', {})).damagedPictures).toEqual([])
  })

  it('refuses a missing file and one that is no backup', async () => {
    const test = testService()
    const path = join(test.folder, 'x.db')
    await expect(test.call('store.restore', { path, actor: REPORTER })).rejects.toEqual(refusal('backup-missing'))
    writeFileSync(path, 'ليس نسخة')
    await expect(test.call('store.restore', { path, actor: REPORTER })).rejects.toEqual(refusal('backup-unsound'))
  })
})
