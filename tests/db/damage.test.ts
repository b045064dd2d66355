import { copyFileSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { openStore, type Store } from '#db/open.ts'
import { openCopy } from '#db/open-copy.ts'
import { inspectLog } from '#db/recovery/log.ts'
import { salvage } from '#db/recovery/salvage.ts'
import { soundContent } from '#db/recovery/content.ts'
import { getArticle, insertArticle, saveArticle, setState } from '#db/tables/articles.ts'
import { getSettings } from '#db/tables/settings.ts'
import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`
const refusal = (code: string): unknown => expect.objectContaining({ code })
const file = (folder: string): string => join(folder, 'midad.db')
const log = (folder: string): string => join(folder, 'midad.db-wal')
const FRAME = 24 + 4096

function save(store: Store, number: number): void {
  const article = smallArticle('a1', 'عنوان', `نص ${number}`)
  saveArticle(store.db, { article, caret: null, at: at(number), baseSaveNumber: number - 1, state: 'draft' })
}

/** @returns the folder of a store as `kill -9` leaves it: one article, with three saves that are only in the log. */
function cutOff(): string {
  const [open, folder] = [tempFolder(), tempFolder()]
  openStore(open).close()
  const store = openStore(open)
  insertArticle(store.db, { article: smallArticle('a1', 'عنوان', 'نص 0'), state: 'draft', author: 'سعاد', at: at(0) })
  for (const number of [1, 2, 3]) save(store, number)
  copyFileSync(file(open), file(folder))
  copyFileSync(log(open), log(folder))
  writeFileSync(join(folder, 'midad.open'), '')
  store.close()
  return folder
}

function change(path: string, work: (bytes: Buffer) => void): void {
  const bytes = readFileSync(path)
  work(bytes)
  writeFileSync(path, bytes)
}

function flip(bytes: Buffer, offset: number): void {
  bytes[offset] = (bytes[offset] ?? 0) ^ 4
}

/** @returns the ends of the log's frames that commit a transaction. */
function commits(bytes: Buffer): number[] {
  const ends: number[] = []
  for (let frame = 32; frame + FRAME <= bytes.length; frame += FRAME) {
    if (bytes.readUInt32BE(frame + 4) !== 0) ends.push(frame + FRAME)
  }
  return ends
}

/** @returns a closed store with one article. */
function closed(): string {
  const folder = tempFolder()
  const store = openStore(folder)
  insertArticle(store.db, { article: smallArticle('a1', 'عنوان'), state: 'draft', author: 'سعاد', at: at(0) })
  store.close()
  return folder
}

describe('a damaged file', () => {
  it('without its first page is a damaged store, and not a foreign file', () => {
    const folder = closed()
    change(file(folder), (bytes) => bytes.fill(0, 0, 4096))
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
  })

  it('with tables and no version is not taken for a new one', () => {
    const folder = closed()
    change(file(folder), (bytes) => bytes.writeUInt32BE(0, 60))
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
  })

  it('is noticed by a flipped bit in the schema, which no check of SQLite sees', () => {
    const folder = closed()
    change(file(folder), (bytes) => {
      // Freed pages may hold older schemas of the same table.
      for (let found = bytes.indexOf('caret TEXT'); found !== -1; found = bytes.indexOf('caret TEXT', found)) {
        flip(bytes, found)
      }
    })
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
  })

  it('whose recovery was interrupted is recovered again, even if the present file is whole', async () => {
    const folder = closed()
    // The recovery had removed the log, and had not yet replaced the damaged file.
    const aside = join(folder, 'damaged-20261124T080000Z')
    mkdirSync(aside)
    const other = cutOff()
    copyFileSync(file(other), file(aside))
    copyFileSync(log(other), log(aside))
    const service = openService(folder)
    onTestFinished(() => service.close())
    const { article } = resultOrThrow(await service.call('articles.get', { id: 'a1' }, 'one'))
    expect(article).toEqual(smallArticle('a1', 'عنوان', 'نص 3'))
  })

  it('loses a setting that cannot be read, and keeps the others', () => {
    const store = openStore(tempFolder())
    onTestFinished(() => store.close())
    store.db.run("INSERT INTO settings (name, value) VALUES ('name', '\"سعاد'), ('role', '\"editor\"')")
    expect(getSettings(store.db)).toMatchObject({ name: '', role: 'editor' })
  })

  it('whose search index is broken is searched again after opening', async () => {
    const folder = closed()
    const broken = new Database(file(folder))
    broken.unsafeMode()
    broken.exec("UPDATE search_data SET block = x'ffffffffffffffff'")
    broken.close()
    const service = openService(folder)
    onTestFinished(() => service.close())
    const { rows } = resultOrThrow(await service.call('articles.list', { search: 'عنوان' }, 'one'))
    expect(rows.map(({ id }) => id)).toEqual(['a1'])
  })
})

describe('the log', () => {
  it('is whole as SQLite left it', () => {
    const bytes = readFileSync(log(cutOff()))
    expect(inspectLog(bytes)).toEqual({ state: 'whole', end: bytes.length, pageSize: 4096 })
  })

  it('with a flipped bit in an early save is not cut short silently: the last save is recovered', async () => {
    const folder = cutOff()
    change(log(folder), (bytes) => flip(bytes, (commits(bytes)[0] ?? 0) - 100))
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
    const service = openService(folder)
    onTestFinished(() => service.close())
    const { article } = resultOrThrow(await service.call('articles.get', { id: 'a1' }, 'one'))
    expect(article).toEqual(smallArticle('a1', 'عنوان', 'نص 3'))
  })

  it('without its first page is not taken for an empty one', () => {
    const folder = cutOff()
    change(log(folder), (bytes) => bytes.fill(0, 0, 4096))
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
  })

  it('with a flipped bit in the last save is recovered as far as it is whole, and a report says so', async () => {
    const folder = cutOff()
    // The last frame holds neither the text nor the row of the article.
    change(log(folder), (bytes) => {
      const [, , before = 0] = commits(bytes).toReversed()
      expect(before).toBeGreaterThan(0)
      flip(bytes, bytes.length - FRAME + 8 + 8)
    })
    const service = openService(folder)
    onTestFinished(() => service.close())
    const { recovery } = resultOrThrow(await service.call('store.status', {}, 'one'))
    expect(recovery).toMatchObject({ from: 'log', recovered: 1, older: [], lost: [] })
    const { article, saveNumber } = resultOrThrow(await service.call('articles.get', { id: 'a1' }, 'one'))
    expect({ article, saveNumber }).toEqual({ article: smallArticle('a1', 'عنوان', 'نص 3'), saveNumber: 3 })
  })

  it('with a damaged last text gives back the text before, and reports it as older', async () => {
    const folder = cutOff()
    change(log(folder), (bytes) => {
      const begin = commits(bytes).at(-2) ?? 0
      flip(bytes, bytes.indexOf('نص 3', begin) + 1)
    })
    const service = openService(folder)
    onTestFinished(() => service.close())
    const { recovery } = resultOrThrow(await service.call('store.status', {}, 'one'))
    expect(recovery).toMatchObject({ from: 'log', recovered: 0, older: [{ id: 'a1', at: at(2) }] })
    const { article } = resultOrThrow(await service.call('articles.get', { id: 'a1' }, 'one'))
    expect(article).toEqual(smallArticle('a1', 'عنوان', 'نص 2'))
  })

  it('gives a move of the review that came after the last save', () => {
    const folder = tempFolder()
    openStore(folder).close()
    const store = openStore(folder)
    insertArticle(store.db, { article: smallArticle('a1', 'عنوان'), state: 'draft', author: 'سعاد', at: at(0) })
    setState(store.db, 'a1', 'approved', at(1))
    const { articles } = soundContent(salvage(readFileSync(file(folder)), readFileSync(log(folder))))
    store.close()
    expect(articles.get('a1')?.row.state).toBe('approved')
  })
})

it('a read-only store shows what is only in its log, without writing anywhere', () => {
  const folder = cutOff()
  vi.stubEnv('TMPDIR', join(folder, 'nowhere'))
  onTestFinished(() => void vi.unstubAllEnvs())
  const files = readdirSync(folder)
  const store = openCopy(folder)
  onTestFinished(() => store.close())
  expect(store.readOnly).toBe(true)
  expect(getArticle(store.db, 'a1')?.article).toEqual(smallArticle('a1', 'عنوان', 'نص 3'))
  expect(readdirSync(folder)).toEqual(files)
})
