import { closeSync, existsSync, openSync, readdirSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { openStore } from '#db/open.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { startPageCheck } from '#electron/service/checks/page-check.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { testService } from '#tests/support/service.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const AT = '2026-11-24T08:00:00.000Z'
const PAGE = 4096

/** @returns a folder with a store as a crash leaves it, too large to be checked before opening. */
function cutOff(): { folder: string; store: string; path: string } {
  const folder = tempFolder()
  const store = join(folder, 'store')
  const opened = openStore(store)
  opened.db.transaction(() => {
    for (let number = 0; number < 12; number += 1) {
      const article = smallArticle(`a${number}`, 'عنوان', `كلام ${number} `.repeat(90_000))
      insertArticle(opened.db, { article, state: 'draft', author: 'سعاد', at: AT })
    }
  })
  opened.close()
  writeFileSync(join(store, 'midad.open'), '')
  return { folder, store, path: join(store, 'midad.db') }
}

/** Overwrites the root page of a table. */
function breakTable(path: string, table: string): void {
  const raw = new Database(path)
  const root = Number(raw.prepare('SELECT rootpage FROM sqlite_schema WHERE name = ?').pluck().get(table))
  raw.close()
  const file = openSync(path, 'r+')
  writeSync(file, Buffer.alloc(PAGE, 0x5a), 0, PAGE, (root - 1) * PAGE)
  closeSync(file)
}

const UNCHECKED = 'midad.unchecked'

describe('a large store after a crash', () => {
  it('opens at once, and is checked in the background', async () => {
    const { folder, store } = cutOff()
    const test = testService(folder)
    expect(test.store).toMatchObject({ wasCutOff: true, isUnchecked: true })
    expect(readdirSync(store)).toContain(UNCHECKED)
    startPageCheck(test.service, test.store, 0)
    expect(await test.call('articles.list', {})).toMatchObject({ total: 12 })
    await expect.poll(() => existsSync(join(store, UNCHECKED))).toBe(false)
    expect((await test.call('store.status', {})).isFileDamaged).toBe(false)
  })

  it('reports damage to every window, and does not open the next time', async () => {
    const { folder, store, path } = cutOff()
    breakTable(path, 'exports')
    const test = testService(folder)
    expect((await test.call('store.status', {})).isFileDamaged).toBe(false)
    startPageCheck(test.service, test.store, 0)
    await expect.poll(() => test.changes).toContainEqual({ type: 'store-changed' })
    expect((await test.call('store.status', {})).isFileDamaged).toBe(true)
    test.service.close()
    expect(() => openStore(store)).toThrow(expect.objectContaining({ code: 'store-corrupt' }))
  })

  it('stays unchecked until a check is complete', () => {
    const { store } = cutOff()
    openStore(store).close()
    expect(readdirSync(store)).not.toContain('midad.open')
    const again = openStore(store)
    expect(again).toMatchObject({ wasCutOff: false, isUnchecked: true })
    again.markChecked()
    again.close()
    const last = openStore(store)
    expect(last.isUnchecked).toBe(false)
    last.close()
  })

  it('is checked by a backup too', async () => {
    const { folder, store } = cutOff()
    const test = testService(folder)
    expect((await test.call('store.backUp', {})).check.isFileSound).toBe(true)
    expect(readdirSync(store)).not.toContain(UNCHECKED)
    expect((await test.call('store.status', {})).isFileDamaged).toBe(false)
  })

  it('is reported as damaged when a backup finds damaged pages', async () => {
    const { folder, path } = cutOff()
    breakTable(path, 'exports')
    const test = testService(folder)
    expect((await test.call('store.backUp', {})).check.isFileSound).toBe(false)
    expect((await test.call('store.status', {})).isFileDamaged).toBe(true)
  })
})
