import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { articleHash, canonicalJson } from '#core/article/canonical.ts'
import { listQuerySchema } from '#core/contract/articles.ts'
import { addFunctions } from '#db/functions.ts'
import { createHandle } from '#db/handles.ts'
import { migrate, storeVersion } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { openStore } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { listArticles } from '#db/search/list.ts'
import { getArticle, insertArticle, setDeleted } from '#db/tables/articles.ts'
import { purge } from '#db/tables/bin.ts'
import { addDelivery, getPayload, listDeliveries } from '#db/tables/deliveries.ts'
import { listDestinations, putDestination } from '#db/tables/destinations.ts'
import { listEvents } from '#db/tables/events.ts'
import { addRevision, getRevision, listRevisions, removeRevisions } from '#db/tables/revisions.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { deliveryRecord } from '#tests/support/delivery-record.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

/** The versions that a test below brings a real file to. Whoever adds a migration adds its test and its number. */
const TESTED = [1, 2, 3, 4]

function connect(folder: string): Database.Database {
  const connection = new Database(join(folder, 'midad.db'))
  addFunctions(connection)
  onTestFinished(() => void connection.close())
  return connection
}

describe('migrations', () => {
  it('are numbered from 1 without a gap, and each has a test', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_each, index) => index + 1))
    expect(TESTED).toEqual(MIGRATIONS.map(({ version }) => version))
  })

  it('1 makes every table, strict, in a new file', () => {
    const connection = connect(tempFolder())
    migrate(connection, MIGRATIONS.slice(0, 1))
    expect(storeVersion(connection)).toBe(1)
    const tables = connection
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict ORDER BY name")
      .pluck()
      .all()
    expect(tables).toEqual(['articles', 'assets', 'events', 'exports', 'revisions', 'settings'])
  })

  it('2 keeps every text, revision and event of a store of version 1, and seals them', () => {
    const folder = tempFolder()
    const old = connect(folder)
    migrate(old, MIGRATIONS.slice(0, 1))
    old.pragma('application_id = 0x4d444144')
    const article = smallArticle('a1', 'عنوان', 'نصّ الخبر')
    const [json, hash, at] = [canonicalJson(article), articleHash(article), '2026-11-24T08:00:00.000Z']
    old
      .prepare(
        `INSERT INTO articles (id, json, hash, state, creator, headline, deck, byline, section, words, save_number,
           created_at, updated_at)
         VALUES ('a1', ?, ?, 'submitted', 'سعاد', 'عنوان', '', '', '', 2, 3, ?, ?)`,
      )
      .run(json, hash, at, at)
    old.prepare("INSERT INTO revisions VALUES (?, 'a1', ?, NULL, ?)").run(hash, json, at)
    old
      .prepare("INSERT INTO events VALUES (1, 'a1', ?, 'سعاد', 'reporter', 'moved', 'draft', 'submitted', '', ?)")
      .run(at, hash)
    old.prepare("INSERT INTO exports VALUES ('a1', 1, ?, '/x.zip', ?, 5, ?, 'سعاد')").run(hash, hash, at)
    old.close()
    const store = openStore(folder)
    onTestFinished(() => store.close())
    expect(getArticle(store.db, 'a1')).toMatchObject({ article, state: 'submitted', author: 'سعاد', saveNumber: 3 })
    expect(getRevision(store.db, hash)).toEqual(article)
    expect(listRevisions(store.db, 'a1')).toEqual({
      revisions: [{ hash, parent: null, reason: 'moved', by: '', at, isReferred: true }],
      damaged: 0,
    })
    expect(listEvents(store.db, 'a1')).toMatchObject({ events: [{ to: 'submitted', revision: hash }], damaged: 0 })
    expect(indexNext(store.db, 10)).toBe(1)
    const { rows } = listArticles(store.db, listQuerySchema.parse({ search: 'اخبار' }))
    expect(rows).toMatchObject([{ id: 'a1', words: 2, isDamaged: false }])
    expect(readdirSync(join(folder, 'backups'))).toEqual([expect.stringMatching(/^before-v4-\d+\.db$/u)])
  })

  it('3 adds destinations and deliveries to a store of version 2, and keeps what was sent from being thinned out', () => {
    const folder = tempFolder()
    const old = connect(folder)
    migrate(old, MIGRATIONS.slice(0, 2))
    old.pragma('application_id = 0x4d444144')
    const db = createHandle(() => old)
    const article = smallArticle('a1', 'عنوان', 'نصّ الخبر')
    const at = '2026-11-24T08:00:00.000Z'
    insertArticle(db, { article, state: 'approved', author: 'سعاد', at })
    const sent = addRevision(db, { article, at, by: 'سعاد', reason: 'quiet' })
    const other = addRevision(db, { article: smallArticle('a1', 'آخر'), at, by: 'سعاد', reason: 'quiet' })
    old.close()
    const store = openStore(folder)
    onTestFinished(() => store.close())
    expect(listRevisions(store.db, 'a1').revisions.map(({ hash, isReferred }) => [hash, isReferred])).toEqual([
      [sent, false],
      [other, false],
    ])
    const config = { kind: 'folder', folder: '/hot', layout: 'flat' } as const
    putDestination(store.db, { id: 'd1', name: 'المجلد', config }, at)
    addDelivery(store.db, deliveryRecord({ revision: sent, createdAt: at }), Buffer.from('الحزمة'))
    expect(listDestinations(store.db)).toEqual([{ id: 'd1', name: 'المجلد', config }])
    const [delivery] = listDeliveries(store.db, 'a1', 10).deliveries
    expect(delivery).toEqual(deliveryRecord({ revision: sent, createdAt: at }))
    expect(delivery === undefined ? null : Buffer.from(getPayload(store.db, delivery) ?? '').toString('utf8')).toBe(
      'الحزمة',
    )
    expect(listRevisions(store.db, 'a1').revisions.map(({ isReferred }) => isReferred)).toEqual([true, false])
    removeRevisions(store.db, [other])
    expect(() => removeRevisions(store.db, [sent])).toThrow('immutable')
    setDeleted(store.db, 'a1', at)
    purge(store.db, ['a1'], at)
    expect(
      store.db.get(
        'SELECT (SELECT count(*) FROM deliveries) AS deliveries, (SELECT count(*) FROM payloads) AS payloads',
      ),
    ).toEqual({ deliveries: 0, payloads: 0 })
  })

  it('4 lists a store of version 3 as before, and out of one index however it is narrowed down', () => {
    const folder = tempFolder()
    const old = connect(folder)
    migrate(old, MIGRATIONS.slice(0, 3))
    old.pragma('application_id = 0x4d444144')
    const db = createHandle(() => old)
    for (const [number, section] of ['سياسة', 'رياضة', 'سياسة'].entries()) {
      const article = smallArticle(`a${number}`, 'عنوان')
      const at = `2026-11-24T08:0${number}:00.000Z`
      const inSection = { ...article, metadata: { ...article.metadata, section } }
      insertArticle(db, { article: inSection, state: 'draft', author: 'سعاد', at })
    }
    old.close()
    const store = openStore(folder)
    onTestFinished(() => store.close())
    const listed = (query: object) => listArticles(store.db, listQuerySchema.parse(query)).rows.map(({ id }) => id)
    expect(listed({})).toEqual(['a2', 'a1', 'a0'])
    expect(listed({ section: 'سياسة', author: 'سعاد' })).toEqual(['a2', 'a0'])
    const indexes = store.db.all<{ name: string }>("SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name")
    expect(indexes.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['articles_by_author', 'articles_by_section', 'articles_by_time', 'revisions_to_thin']),
    )
  })

  const two = [
    { version: 1, sql: 'CREATE TABLE words (text TEXT NOT NULL) STRICT' },
    { version: 2, sql: "ALTER TABLE words ADD COLUMN root TEXT NOT NULL DEFAULT ''" },
  ]

  it('keep a checked copy of a store that holds something', () => {
    const folder = tempFolder()
    const connection = connect(folder)
    migrate(connection, two.slice(0, 1))
    connection.exec("INSERT INTO words VALUES ('مداد')")
    migrate(connection, two)
    expect(connection.prepare('SELECT * FROM words').all()).toEqual([{ text: 'مداد', root: '' }])
    const copies = readdirSync(join(folder, 'backups'))
    expect(copies).toEqual([expect.stringMatching(/^before-v2-\d+\.db$/u)])
    const copy = new Database(join(folder, 'backups', copies[0] ?? ''), { readonly: true })
    expect(copy.prepare('SELECT * FROM words').all()).toEqual([{ text: 'مداد' }])
    copy.close()
  })

  it('leave no part of a copy that could not be made', () => {
    const folder = tempFolder()
    const connection = connect(folder)
    migrate(connection, two.slice(0, 1))
    connection.exec(`INSERT INTO words VALUES ('${'مداد'.repeat(5000)}')`)
    connection.exec(`INSERT INTO words VALUES ('${'حبر'.repeat(5000)}')`)
    connection.close()
    const path = join(folder, 'midad.db')
    // The pages of the last row.
    const bytes = readFileSync(path)
    bytes.fill(0xff, bytes.length - 4096 * 4)
    writeFileSync(path, bytes)
    const damaged = connect(folder)
    expect(() => migrate(damaged, two)).toThrow('malformed')
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('change nothing at all when one of them fails', () => {
    const connection = connect(tempFolder())
    const broken = [...two, { version: 3, sql: 'CREATE TABLE other (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)' }]
    expect(() => migrate(connection, broken)).toThrow('nowhere')
    expect(storeVersion(connection)).toBe(0)
    expect(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0)
  })

  it('do nothing the second time', () => {
    const folder = tempFolder()
    const connection = connect(folder)
    migrate(connection, two)
    migrate(connection, two)
    expect(storeVersion(connection)).toBe(2)
    expect(readdirSync(folder)).toEqual(['midad.db'])
  })
})
