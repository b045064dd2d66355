import { copyFileSync, existsSync, readdirSync, renameSync, rmSync, utimesSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openStore, type Store } from '#db/open.ts'
import { getArticle, insertArticle, saveArticle } from '#db/tables/articles.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const at = '2026-11-24T08:00:00.000Z'
const refusal = (code: string): unknown => expect.objectContaining({ code })
const first = smallArticle('a1', 'عنوان', 'أول')
const second = smallArticle('a1', 'عنوان', 'ثانٍ')

function opened(folder: string): Store {
  const store = openStore(folder)
  onTestFinished(() => store.close())
  insertArticle(store.db, { article: first, state: 'draft', author: 'سعاد', at })
  return store
}

function save(store: Store): unknown {
  return saveArticle(store.db, { article: second, caret: null, at, baseSaveNumber: 0, state: 'draft' })
}

/** @returns the article that a process would find after a kill at this moment. */
function found(folder: string): unknown {
  const copy = tempFolder()
  for (const name of ['midad.db', 'midad.db-wal']) {
    if (existsSync(join(folder, name))) copyFileSync(join(folder, name), join(copy, name))
  }
  const store = openStore(copy)
  onTestFinished(() => store.close())
  return getArticle(store.db, 'a1')?.article
}

it.each([['midad.db'], ['midad.db-wal']])('the next process finds a save that came after %s was removed', (name) => {
  const folder = tempFolder()
  const store = opened(folder)
  rmSync(join(folder, name))
  expect(save(store)).toEqual({ saveNumber: 1 })
  expect(found(folder)).toEqual(second)
  expect(readdirSync(folder).filter((each) => each.startsWith('replaced-'))).toEqual([])
})

it('a save replaces a file that took the place of the store’s, and keeps that file aside', () => {
  const [folder, other] = [tempFolder(), tempFolder()]
  openStore(other).close()
  const store = opened(folder)
  renameSync(join(other, 'midad.db'), join(folder, 'midad.db'))
  save(store)
  expect(found(folder)).toEqual(second)
  const aside = readdirSync(folder).find((name) => name.startsWith('replaced-')) ?? ''
  expect(readdirSync(join(folder, aside))).toContain('midad.db')
})

it('a save is refused after another file was copied over the store’s, and the file and its log are kept aside', () => {
  const [folder, other] = [tempFolder(), tempFolder()]
  const stranger = openStore(other)
  insertArticle(stranger.db, { article: smallArticle('a2', 'آخر'), state: 'draft', author: 'كريم', at })
  stranger.close()
  const store = opened(folder)
  copyFileSync(join(other, 'midad.db'), join(folder, 'midad.db'))
  expect(() => save(store)).toThrow(refusal('store-corrupt'))
  const aside = readdirSync(folder).find((name) => name.startsWith('damaged-')) ?? ''
  expect(readdirSync(join(folder, aside))).toEqual(['midad.db', 'midad.db-wal'])
})

it('a file with another modification time is the same file', () => {
  const folder = tempFolder()
  const store = opened(folder)
  utimesSync(join(folder, 'midad.db'), 1, 1)
  expect(save(store)).toEqual({ saveNumber: 1 })
})

it('a save restores a removed lock: no other process can open the store', () => {
  const folder = tempFolder()
  const store = opened(folder)
  for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
  save(store)
  expect(() => openStore(folder)).toThrow(refusal('store-in-use'))
})

it('a save into a missing folder is refused, and makes no folder in its place', () => {
  const folder = join(tempFolder(), 'store')
  const store = opened(folder)
  renameSync(folder, `${folder}-away`)
  expect(() => save(store)).toThrow(refusal('store-io'))
  expect(existsSync(folder)).toBe(false)
  renameSync(`${folder}-away`, folder)
  expect(save(store)).toEqual({ saveNumber: 1 })
})
