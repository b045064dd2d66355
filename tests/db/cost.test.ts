import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Article } from '#core/article/article.ts'
import type { Block } from '#core/article/block.ts'
import { openStore, type Store } from '#db/open.ts'
import { indexNext, isIndexBehind } from '#db/search/indexer.ts'
import { insertArticle, saveArticle } from '#db/tables/articles.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const AT = '2026-11-24T08:00:00.000Z'
const PAGE = 4096

type Log = { log: number; checkpointed: number }

/** @returns a store, and the length of its log and how much of it is checkpointed, in pages. */
function open(): { store: Store; log: () => Log } {
  const folder = tempFolder()
  const store = openStore(folder)
  const other = new Database(join(folder, 'midad.db'))
  onTestFinished(() => {
    other.close()
    store.close()
  })
  return { store, log: () => (other.pragma('wal_checkpoint(NOOP)') as [Log])[0] }
}

const long = (words: number, letter = 'ب') => smallArticle('a1', 'عنوان', `${letter.repeat(5)} `.repeat(words))

function save(store: Store, count: number, words: number): void {
  for (let number = 0; number < count; number += 1) {
    const article = long(words, number % 2 === 0 ? 'ت' : 'ث')
    const saved = saveArticle(store.db, { article, caret: null, at: AT, baseSaveNumber: number, state: 'draft' })
    expect(saved).toEqual({ saveNumber: number + 1 })
  }
}

describe('a save', () => {
  it('writes each page of its text at most once, and at most ten other pages', () => {
    const { store, log } = open()
    insertArticle(store.db, { article: long(5000), state: 'draft', author: 'سعاد', at: AT })
    const other = { ...long(20_000, 'ج'), id: 'a2' }
    insertArticle(store.db, { article: other, state: 'draft', author: 'سعاد', at: AT })
    store.db.run("DELETE FROM texts WHERE number = (SELECT number FROM articles WHERE id = 'a2')")
    save(store, 1, 5000)
    const textPages = Math.ceil(Buffer.byteLength(JSON.stringify(long(5000))) / PAGE)
    const pages = (article: Article, baseSaveNumber: number): number => {
      const before = log().log
      expect(saveArticle(store.db, { article, caret: null, at: AT, baseSaveNumber, state: 'draft' })).toEqual({
        saveNumber: baseSaveNumber + 1,
      })
      return log().log - before
    }
    const whole = pages(long(5000, 'ح'), 1)
    expect(whole).toBeGreaterThanOrEqual(textPages)
    expect(whole).toBeLessThanOrEqual(textPages + 10)
    const oneWord = long(5000, 'ح')
    const last = oneWord.document.at(-1)
    oneWord.document.splice(-1, 1, {
      ...last,
      children: [{ text: `${'ح'.repeat(5)} `.repeat(4999) + 'خخخخخ ' }],
    } as Block)
    expect(pages(oneWord, 2)).toBeLessThanOrEqual(10)
  })

  it('makes no checkpoint: `emptyLog` does', () => {
    const { store, log } = open()
    insertArticle(store.db, { article: long(5000), state: 'draft', author: 'سعاد', at: AT })
    store.emptyLog()
    const start = log().checkpointed
    save(store, 100, 5000)
    expect(log().log).toBeGreaterThan(1500)
    expect(log().checkpointed).toBe(start)
    store.emptyLog()
    expect(log().checkpointed).toBe(log().log)
  })
})

describe('the search index', () => {
  it('indexes no more text than allowed in one step, and a long article when it is the only one', () => {
    const { store } = open()
    insertArticle(store.db, { article: long(1000), state: 'draft', author: 'سعاد', at: AT })
    insertArticle(store.db, { article: smallArticle('a2', 'عنوان'), state: 'draft', author: 'سعاد', at: AT })
    expect(indexNext(store.db, 10, 5000)).toBe(0)
    expect(isIndexBehind(store.db)).toBe(true)
    expect(indexNext(store.db, 1)).toBe(1)
    expect(indexNext(store.db, 10, 5000)).toBe(1)
    expect(isIndexBehind(store.db)).toBe(false)
  })
})
