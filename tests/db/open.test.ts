import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { listQuerySchema } from '#core/contract/articles.ts'
import { markSuspect, openStore } from '#db/open.ts'
import { listArticles } from '#db/search/list.ts'
import { getArticle, insertArticle, saveArticle } from '#db/tables/articles.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const at = '2026-11-24T08:00:00.000Z'
const refusal = (code: string): unknown => expect.objectContaining({ code })
const all = listQuerySchema.parse({})

function filled(folder: string): void {
  const store = openStore(folder)
  insertArticle(store.db, { article: smallArticle('a1', 'عنوان'), state: 'draft', author: 'سعاد', at })
  store.close()
}

describe('opening a store', () => {
  it('makes the store, and reopens it with its articles', () => {
    const folder = join(tempFolder(), 'غرفة', 'الأخبار')
    filled(folder)
    const store = openStore(folder)
    expect(getArticle(store.db, 'a1')?.article).toEqual(smallArticle('a1', 'عنوان'))
    store.close()
  })

  it('sets SQLite up so that acknowledged saves survive a power cut', () => {
    const folder = tempFolder()
    const store = openStore(folder)
    expect(store.db.get('SELECT journal_mode AS mode FROM pragma_journal_mode')).toEqual({ mode: 'wal' })
    expect(store.db.get('SELECT synchronous AS level FROM pragma_synchronous')).toEqual({ level: 2 })
    expect(store.db.get('SELECT foreign_keys AS isOn FROM pragma_foreign_keys')).toEqual({ isOn: 1 })
    store.close()
  })

  it('refuses a store that is open, until it is closed', () => {
    const folder = tempFolder()
    const store = openStore(folder)
    expect(() => openStore(folder)).toThrow(refusal('store-in-use'))
    store.close()
    openStore(folder).close()
  })

  it('refuses a store that another process has, until that process dies', async () => {
    const folder = tempFolder()
    const script = `import { openStore } from '#db/open.ts'
      import { insertArticle } from '#db/tables/articles.ts'
      import { smallArticle } from '#tests/support/articles.ts'
      const fill = (db) => insertArticle(db, { article: smallArticle('a1', 'قبل القتل'), state: 'draft', author: 'س', at: '${at}' })
      fill(openStore(process.argv[1]).db)
      setImmediate(() => {
        gc()
        setImmediate(() => process.stdout.write('committed'))
      })
      setInterval(() => {}, 1000)`
    // Nothing refers to the store any more, and what nothing refers to is collected: the lock must stay.
    const child = spawn(process.execPath, ['--expose-gc', '--input-type=module-typescript', '-e', script, folder])
    await once(child.stdout, 'data')
    expect(() => openStore(folder)).toThrow(refusal('store-in-use'))
    child.kill('SIGKILL')
    await once(child, 'exit')
    const store = openStore(folder)
    expect(listArticles(store.db, all).rows.map(({ headline }) => headline)).toEqual(['قبل القتل'])
    expect(store.wasCutOff).toBe(true)
    store.close()
    const again = openStore(folder)
    expect(again.wasCutOff).toBe(false)
    again.close()
  })

  it.each([
    ['a text', Buffer.from('ليس مخزنًا '.repeat(50))],
    ['a short file', Buffer.from('x')],
  ])('leaves %s of another origin as it is', (_name, bytes) => {
    const folder = tempFolder()
    writeFileSync(join(folder, 'midad.db'), bytes)
    expect(() => openStore(folder)).toThrow(refusal('store-foreign'))
    expect(readFileSync(join(folder, 'midad.db'))).toEqual(bytes)
  })

  it('leaves the database of another program as it is', () => {
    const folder = tempFolder()
    const other = new Database(join(folder, 'midad.db'))
    other.exec('CREATE TABLE notes (text)')
    other.close()
    const bytes = readFileSync(join(folder, 'midad.db'))
    expect(() => openStore(folder)).toThrow(refusal('store-foreign'))
    expect(readFileSync(join(folder, 'midad.db'))).toEqual(bytes)
  })

  it('leaves the store of a newer Midad as it is', () => {
    const folder = tempFolder()
    filled(folder)
    const newer = new Database(join(folder, 'midad.db'))
    newer.pragma('user_version = 1000')
    newer.close()
    const bytes = readFileSync(join(folder, 'midad.db'))
    expect(() => openStore(folder)).toThrow(refusal('store-newer'))
    expect(readFileSync(join(folder, 'midad.db'))).toEqual(bytes)
  })

  it('sees a newer Midad in the log, before it reaches the file', () => {
    const folder = tempFolder()
    filled(folder)
    const newer = new Database(join(folder, 'midad.db'))
    newer.pragma('user_version = 1000')
    expect(() => openStore(folder)).toThrow(refusal('store-newer'))
    newer.close()
  })

  it('refuses a damaged store without changing it, after a crash or when it is marked as suspect', () => {
    const folder = tempFolder()
    filled(folder)
    const path = join(folder, 'midad.db')
    const bytes = readFileSync(path)
    // Past the first page: the pages of the tables.
    bytes.fill(0x5a, 4096, 4096 * 4)
    writeFileSync(path, bytes)
    writeFileSync(join(folder, 'midad.open'), '')
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
    expect(readFileSync(path)).toEqual(bytes)
    rmSync(join(folder, 'midad.open'))
    markSuspect(folder)
    expect(() => openStore(folder)).toThrow(refusal('store-corrupt'))
    expect(readFileSync(path)).toEqual(bytes)
  })

  it('refuses a path that is a file', () => {
    const path = join(tempFolder(), 'store')
    writeFileSync(path, '')
    expect(() => openStore(path)).toThrow(refusal('store-io'))
  })

  // Permissions do not bind root, so root becomes another user during the call.
  it.skipIf(process.platform === 'win32')(
    'opens a store without write permission as read-only, and writes nothing',
    () => {
      const folder = tempFolder()
      filled(folder)
      const files = readdirSync(folder)
      chmodSync(folder, 0o555)
      for (const name of files) chmodSync(join(folder, name), 0o444)
      const store = asNobody(() => openStore(folder))
      expect(store.readOnly).toBe(true)
      expect(listArticles(store.db, all).rows.map(({ headline }) => headline)).toEqual(['عنوان'])
      expect(() =>
        insertArticle(store.db, { article: smallArticle('a2', 'س'), state: 'draft', author: 'س', at }),
      ).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }))
      asNobody(() => store.close())
      expect(readdirSync(folder)).toEqual(files)
      chmodSync(folder, 0o700)
    },
  )

  it.skipIf(process.platform === 'win32')('reports a folder in which it may make no store', () => {
    const folder = join(tempFolder(), 'locked')
    mkdirSync(folder, { mode: 0o555 })
    expect(() => asNobody(() => openStore(folder))).toThrow(refusal('store-read-only'))
  })

  it('reports a full disk, keeps what was there, and goes on when there is room', () => {
    const folder = tempFolder()
    filled(folder)
    const store = openStore(folder)
    const article = smallArticle('a1', 'عنوان', 'كلمة '.repeat(200_000))
    const pages = Number(store.db.get<{ count: number }>('SELECT page_count AS count FROM pragma_page_count')?.count)
    store.db.get(`PRAGMA max_page_count = ${pages + 2}`)
    const save = { article, caret: null, at, baseSaveNumber: 0, state: 'draft' } as const
    expect(() => saveArticle(store.db, save)).toThrow(expect.objectContaining({ code: 'SQLITE_FULL' }))
    expect(getArticle(store.db, 'a1')?.article).toEqual(smallArticle('a1', 'عنوان'))
    store.db.get('PRAGMA max_page_count = 1000000')
    expect(saveArticle(store.db, save)).toEqual({ saveNumber: 1 })
    store.close()
  })
})

function asNobody<T>(work: () => T): T {
  const isRoot = process.geteuid?.() === 0
  if (isRoot) process.seteuid?.(65_534)
  try {
    return work()
  } finally {
    if (isRoot) process.seteuid?.(0)
  }
}
