import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { emptyLog } from '#db/connect.ts'
import { copyFileSynced, removeFile, syncFile, syncFolder } from '#db/durable.ts'
import { openStore, type Store } from '#db/open.ts'
import { getArticle, insertArticle, saveArticle } from '#db/tables/articles.ts'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

vi.mock(import('node:fs'), { spy: true })
vi.mock(import('#db/durable.ts'), { spy: true })
vi.mock(import('#db/connect.ts'), { spy: true })

const actual = await vi.importActual<typeof import('node:fs')>('node:fs')
const at = '2026-11-24T08:00:00.000Z'
const refusal = (code: string): unknown => expect.objectContaining({ code })
const article = smallArticle('a1', 'عنوان', 'أول')
const changed = smallArticle('a1', 'عنوان', 'ثانٍ')

function opened(folder: string): Store {
  const store = openStore(folder)
  onTestFinished(() => store.close())
  return store
}

function filled(folder: string): Store {
  const store = opened(folder)
  insertArticle(store.db, { article, state: 'draft', author: 'سعاد', at })
  return store
}

function save(store: Store): unknown {
  return saveArticle(store.db, { article: changed, caret: null, at, baseSaveNumber: 0, state: 'draft' })
}

/** @returns the folder of a killed process that holds only a copy of the store, under this name. */
function leftOver(name: string): string {
  const [other, folder] = [tempFolder(), tempFolder()]
  filled(other).close()
  copyFileSync(join(other, 'midad.db'), join(folder, name))
  return folder
}

const failOnce = (): never => {
  throw Object.assign(new Error('EIO: i/o error'), { code: 'EIO' })
}

describe('writing a removed file back', () => {
  it.each([
    ['the sync of the copy', () => vi.mocked(syncFile).mockImplementationOnce(failOnce)],
    ['the sync of the folder', () => vi.mocked(syncFolder).mockImplementationOnce(failOnce)],
    ['the first name', () => vi.mocked(renameSync).mockImplementationOnce(failOnce)],
    ['the removal of the old log', () => vi.mocked(removeFile).mockReturnValueOnce().mockImplementationOnce(failOnce)],
  ])('succeeds at the next save after a call failed: %s', (_what, fail) => {
    const folder = tempFolder()
    const store = filled(folder)
    rmSync(join(folder, 'midad.db'))
    fail()
    expect(() => save(store)).toThrow('EIO')
    expect(getArticle(store.db, 'a1')?.article).toEqual(article)
    expect(save(store)).toEqual({ saveNumber: 1 })
    store.close()
    expect(getArticle(opened(folder).db, 'a1')?.article).toEqual(changed)
    expect(readdirSync(folder).filter((name) => /part|writing/u.test(name))).toEqual([])
  })

  it('keeps a whole copy until there is another one, and the next process opens it', () => {
    const folder = tempFolder()
    const store = filled(folder)
    rmSync(join(folder, 'midad.db'))
    vi.mocked(renameSync).mockImplementation((from, to) => {
      if (String(to).endsWith('midad.db')) failOnce()
      actual.renameSync(from, to)
    })
    onTestFinished(() => void vi.mocked(renameSync).mockReset())
    expect(() => save(store)).toThrow('EIO')
    vi.mocked(syncFile).mockImplementationOnce(failOnce)
    expect(() => save(store)).toThrow('EIO')
    store.close()
    vi.mocked(renameSync).mockReset()
    expect(getArticle(opened(folder).db, 'a1')?.article).toEqual(article)
  })
})

describe('opening after a process ended while writing back', () => {
  it.each([['midad.db.part'], ['midad.db.writing']])('uses a whole %s as the missing file', (name) => {
    const folder = leftOver(name)
    // The log of the removed file.
    writeFileSync(join(folder, 'midad.db-wal'), Buffer.alloc(5000, 1))
    expect(getArticle(opened(folder).db, 'a1')?.article).toEqual(article)
    expect(existsSync(join(folder, name))).toBe(false)
  })

  it('uses a whole copy when a later one is incomplete', () => {
    const folder = leftOver('midad.db.part')
    copyFileSync(join(folder, 'midad.db.part'), join(folder, 'midad.db.writing'))
    truncateSync(join(folder, 'midad.db.writing'), 3 * 4096)
    expect(getArticle(opened(folder).db, 'a1')?.article).toEqual(article)
  })

  it('recovers the content of an incomplete copy', async () => {
    const folder = leftOver('midad.db.part')
    const path = join(folder, 'midad.db.part')
    truncateSync(path, 4096 * (Math.floor(statSync(path).size / 4096) - 1))
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
    const service = openService(folder)
    onTestFinished(() => service.close())
    const got = resultOrThrow(await service.call('articles.get', { id: 'a1' }, 'one'))
    expect(got.article).toEqual(article)
  })

  it('moves a copy aside when the file is there', () => {
    const folder = leftOver('midad.db.part')
    renameSync(join(folder, 'midad.db.part'), join(folder, 'midad.db'))
    writeFileSync(join(folder, 'midad.db.part'), 'نسخة')
    expect(getArticle(opened(folder).db, 'a1')?.article).toEqual(article)
    const aside = readdirSync(folder).find((name) => name.startsWith('replaced-')) ?? ''
    expect(readdirSync(join(folder, aside))).toEqual(['midad.db.part'])
  })
})

describe('opening a folder with remains of a store, but no file', () => {
  it.each([
    ['a log', (folder: string) => writeFileSync(join(folder, 'midad.db-wal'), 'x')],
    [
      'the files of a recovery',
      (folder: string) => {
        mkdirSync(join(folder, 'damaged-20261124T080000Z'))
        writeFileSync(join(folder, 'damaged-20261124T080000Z', 'recovered.json'), '{}')
      },
    ],
    ['an empty copy', (folder: string) => writeFileSync(join(folder, 'midad.db.part'), '')],
  ])('makes no new store: %s', (_what, leave) => {
    const folder = tempFolder()
    leave(folder)
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
    expect(existsSync(join(folder, 'midad.db'))).toBe(false)
  })
})

it('the mark of an open store is on the disk before anything is written to it', () => {
  const folder = tempFolder()
  opened(folder)
  expect(vi.mocked(syncFile).mock.lastCall).toEqual([join(folder, 'midad.open')])
  expect(vi.mocked(syncFolder).mock.lastCall).toEqual([folder])
})

it('the next save succeeds after a checkpoint failed halfway', () => {
  const store = filled(tempFolder())
  vi.mocked(emptyLog).mockImplementationOnce((connection) => {
    connection.pragma('wal_checkpoint(PASSIVE)')
    failOnce()
  })
  expect(() => store.emptyLog()).toThrow('EIO')
  expect(save(store)).toEqual({ saveNumber: 1 })
})

it('an overwritten store is moved aside once, even if that failed before', () => {
  const [folder, other] = [tempFolder(), tempFolder()]
  filled(other).close()
  const store = filled(folder)
  copyFileSync(join(other, 'midad.db'), join(folder, 'midad.db'))
  const aside = (): string[][] =>
    readdirSync(folder)
      .filter((name) => name.startsWith('damaged-'))
      .map((name) => readdirSync(join(folder, name)))
  vi.mocked(copyFileSynced).mockImplementation((_from, to) => {
    writeFileSync(to, 'نصف')
    failOnce()
  })
  onTestFinished(() => void vi.mocked(copyFileSynced).mockReset())
  expect(() => save(store)).toThrow('EIO')
  expect(() => save(store)).toThrow('EIO')
  expect(aside()).toEqual([[]])
  vi.mocked(copyFileSynced).mockReset()
  expect(() => save(store)).toThrow(refusal('store-corrupt'))
  expect(aside()).toEqual([['midad.db', 'midad.db-wal']])
})
