import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import { eventIdOf, NO_RUNNING_HASH } from '#core/newsroom/chained-event.ts'
import { proofOf } from '#core/newsroom/event-proof.ts'
import { head, newArticle, paragraph } from '#core/article/factories.ts'
import { listQuerySchema } from '#core/contract/articles.ts'
import { checkDatabase } from '#db/check.ts'
import { addFunctions } from '#db/functions.ts'
import { createHandle } from '#db/handles.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { openStore, type Store } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { listArticles } from '#db/search/list.ts'
import { getArticle, insertArticle, setDeleted } from '#db/tables/articles.ts'
import { purge } from '#db/tables/bin.ts'
import { beginReading } from '#db/tables/deeds.ts'
import { countQueues, queueNext } from '#db/tables/queues.ts'
import { addDelivery, getPayload, listDeliveries } from '#db/tables/deliveries.ts'
import { listDestinations, putDestination } from '#db/tables/destinations.ts'
import { listEvents } from '#db/tables/events.ts'
import { addHandover, lastTakenFrom } from '#db/tables/handovers.ts'
import { listPeople, putPerson } from '#db/tables/people.ts'
import { listProposals } from '#db/tables/proposals.ts'
import { addRevision, getRevision, inflate, listRevisions, removeRevisions } from '#db/tables/revisions.ts'
import { addThread, listThreads } from '#db/tables/threads.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { deliveryRecord } from '#tests/support/delivery-record.ts'
import { articleInFormat, asFormat1, insertStored } from '#tests/support/formats.ts'
import { AT, insertOf6, insertRevision, insertStoredOf10, OLD_REVISION } from '#tests/support/older-rows.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

type Version = (typeof MIGRATIONS)[number]['version']
type Upgrade = {
  title: string
  /** Fills a store of the version before. @returns the check of the store after it was opened again. */
  fill: (old: Database.Database) => (store: Store, folder: string) => void
}

/** A test for every migration that can meet rows; the compiler names a missing one. */
const UPGRADES: Readonly<Record<Exclude<Version, 1>, Upgrade>> = {
  2: {
    title: 'keeps every text, revision and event of a store of version 1, and seals them',
    fill(old) {
      const article = smallArticle('a1', 'عنوان', 'نصّ الخبر')
      const json = canonicalJson(asFormat1(article))
      const [hash, at] = [sha256Hex(json), '2026-11-24T08:00:00.000Z']
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
      return (store, folder) => {
        expect(getArticle(store.db, 'a1')).toMatchObject({ article, state: 'submitted', author: 'سعاد', saveNumber: 3 })
        expect(getRevision(store.db, hash)).toEqual(article)
        expect(listRevisions(store.db, 'a1')).toEqual({
          revisions: [{ hash, parent: null, secondParent: null, reason: 'moved', by: '', at, isReferred: true }],
          damaged: 0,
        })
        expect(listEvents(store.db, 'a1')).toMatchObject({ events: [{ to: 'submitted', revision: hash }], damaged: 0 })
        expect(indexNext(store.db, 10)).toBe(1)
        const { rows } = listArticles(store.db, listQuerySchema.parse({ search: 'اخبار' }))
        expect(rows).toMatchObject([{ id: 'a1', words: 2, isDamaged: false }])
        expect(readdirSync(join(folder, 'backups'))).toEqual([expect.stringMatching(/^before-v12-\d+\.db$/u)])
      }
    },
  },
  3: {
    title: 'adds destinations and deliveries to a store of version 2, and never removes a sent revision',
    fill(old) {
      const db = createHandle(() => old)
      const article = smallArticle('a1', 'عنوان', 'نصّ الخبر')
      const at = '2026-11-24T08:00:00.000Z'
      insertArticle(db, { article, state: 'approved', author: 'سعاد', at })
      const sent = insertRevision(old, article)
      const other = insertRevision(old, smallArticle('a1', 'آخر'))
      return (store) => {
        expect(listRevisions(store.db, 'a1').revisions.map(({ hash, isReferred }) => [hash, isReferred])).toEqual([
          [sent, false],
          [other, false],
        ])
        const config = { kind: 'folder', folder: '/hot', layout: 'flat', readByOthers: false } as const
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
      }
    },
  },
  4: {
    title: 'lists a store of version 3 as before, and adds the indexes of its filters',
    fill(old) {
      const db = createHandle(() => old)
      for (const [number, section] of ['سياسة', 'رياضة', 'سياسة'].entries()) {
        const article = smallArticle(`a${number}`, 'عنوان')
        const at = `2026-11-24T08:0${number}:00.000Z`
        const inSection = { ...article, metadata: { ...article.metadata, section } }
        insertArticle(db, { article: inSection, state: 'draft', author: 'سعاد', at })
      }
      return (store) => {
        const listed = (query: object) => listArticles(store.db, listQuerySchema.parse(query)).rows.map(({ id }) => id)
        expect(listed({})).toEqual(['a2', 'a1', 'a0'])
        expect(listed({ section: 'سياسة', author: 'سعاد' })).toEqual(['a2', 'a0'])
        const indexes = store.db.all<{ name: string }>(
          "SELECT name FROM sqlite_schema WHERE type = 'index' ORDER BY name",
        )
        expect(indexes.map(({ name }) => name)).toEqual(
          expect.arrayContaining([
            'articles_by_author',
            'articles_by_section',
            'articles_by_time',
            'revisions_to_thin',
          ]),
        )
      }
    },
  },
  5: {
    title: 'upgrades texts to format 2, and leaves damaged rows and the bytes and hashes of revisions as they were',
    fill(old) {
      const hash = insertStored(old, articleInFormat(1), AT)
      for (const id of ['damaged-row', 'damaged-text']) insertStored(old, { ...articleInFormat(1), id }, AT)
      old.exec("UPDATE articles SET headline = 'خبر من الإصدار الثاني' WHERE id = 'damaged-row'")
      old.exec(
        `UPDATE texts SET json = replace(json, 'نصّ الخبر', 'نصّ الخبز')
         WHERE number = (SELECT number FROM articles WHERE id = 'damaged-text')`,
      )
      return ({ db, folder }) => {
        const id = String(articleInFormat(1)['id'])
        const article = articleInFormat(2)
        expect(getArticle(db, id)).toMatchObject({ article, state: 'approved', saveNumber: 3, updatedAt: AT })
        const stored = db.get<{ hash: string; json: string; isPlaced: number }>(
          'SELECT hash, json, has_image AS isPlaced FROM articles JOIN texts USING (number) WHERE id = :id',
          { id },
        )
        expect(JSON.parse(stored?.json ?? '')).toEqual(article)
        expect(stored).toMatchObject({ hash: sha256Hex(canonicalJson(article)), isPlaced: 1 })
        expect(indexNext(db, 10)).toBe(1)
        expect(listArticles(db, listQuerySchema.parse({ search: 'بارزة' })).rows).toMatchObject([
          { id, isDamaged: false },
        ])

        const kept = db.get<{ data: Uint8Array }>('SELECT data FROM revisions WHERE hash = :hash', { hash })
        expect(JSON.parse(inflate(kept?.data ?? new Uint8Array(), hash))).toEqual(articleInFormat(1))
        expect(getRevision(db, hash)).toEqual(article)
        expect(listEvents(db, id)).toMatchObject({ events: [{ to: 'approved', revision: hash }], damaged: 0 })

        for (const damaged of ['damaged-row', 'damaged-text']) {
          expect(() => getArticle(db, damaged)).toThrow('article-damaged')
        }
        expect(checkDatabase(join(folder, 'midad.db'))).toMatchObject({
          isFileSound: true,
          damagedArticles: [{ id: 'damaged-row' }, { id: 'damaged-text' }],
          damagedRevisions: 0,
          damagedEvents: 0,
        })
      }
    },
  },
  6: {
    title: 'leaves packages in a folder as readable as they were, and damaged destinations as they are',
    fill(old) {
      const db = createHandle(() => old)
      insertArticle(db, { article: smallArticle('a1', 'عنوان'), state: 'draft', author: 'سعاد', at: AT })
      const add = old.prepare(
        'INSERT INTO destinations VALUES (:id, :id, :config, :at, :at, seal(:id, :id, :config, :at, :at))',
      )
      const folder = '{"kind":"folder","folder":"/صادر","layout":"by-date"}'
      const ghost = '{"kind":"ghost","address":"https://example.org","sections":{}}'
      add.run({ id: 'd1', config: folder, at: AT })
      add.run({ id: 'd2', config: ghost, at: AT })
      add.run({ id: 'd3', config: folder, at: AT })
      add.run({ id: 'd4', config: folder, at: AT })
      old.exec("UPDATE destinations SET name = 'آخر' WHERE id = 'd3'")
      old.exec("UPDATE destinations SET config = '{' WHERE id = 'd4'")
      return (store) => {
        expect(listDestinations(store.db)).toEqual([
          { id: 'd1', name: 'd1', config: { kind: 'folder', folder: '/صادر', layout: 'by-date', readByOthers: true } },
          { id: 'd2', name: 'd2', config: { kind: 'ghost', address: 'https://example.org', sections: {} } },
        ])
      }
    },
  },
  7: {
    title: 'sorts and filters the articles of a store of version 6, and passes over a damaged text',
    fill(old) {
      const plain = smallArticle('plain', 'ياسمين')
      Object.assign(plain.metadata, { kind: 'report', urgency: 2, embargo: '2026-11-24T12:00:00+03:00' })
      const id = counter()
      insertOf6(old, plain)
      insertOf6(old, newArticle('untitled', id, [head('headline', id), paragraph(id, 'وصل الوفد أمس.')]))
      insertOf6(old, smallArticle('damaged', 'إبراهيم'))
      old.exec("UPDATE texts SET json = '{' WHERE number = (SELECT number FROM articles WHERE id = 'damaged')")
      return (store) => {
        const order = { by: 'headline', isDescending: false }
        const listed = (query: object) => listArticles(store.db, listQuerySchema.parse({ order, ...query }), AT).rows
        expect(listed({}).map((row) => row.id)).toEqual(['damaged', 'plain', 'untitled'])
        const narrowed = { kind: 'report', urgency: 2, embargo: 'running' }
        expect(listed(narrowed).map((row) => row.id)).toEqual(['plain'])
        expect(listed({ embargo: 'over' })).toEqual([])
        // Only the untitled one waits for the index.
        expect(indexNext(store.db, 10)).toBe(1)
        expect(listed({}).map(({ opening }) => opening)).toEqual(['', '', 'وصل الوفد أمس.'])
        expect(getArticle(store.db, 'plain')).toMatchObject({ goal: null })
      }
    },
  },
  8: {
    title: 'has no threads and proposals yet, keeps the seals of revisions, and never removes a text with a thread',
    fill(old) {
      const article = smallArticle('a1', 'عنوان')
      insertOf6(old, article)
      const [commented, other] = [insertRevision(old, article), insertRevision(old, smallArticle('a1', 'آخر'))]
      return ({ db }) => {
        expect(listArticles(db, listQuerySchema.parse({})).rows).toMatchObject([{ openThreads: 0, openProposals: 0 }])
        expect(listArticles(db, listQuerySchema.parse({ needsMe: 'سعاد' })).rows).toEqual([])
        expect([listThreads(db, 'a1'), listProposals(db, 'a1')]).toEqual([
          { threads: [], damaged: 0 },
          { proposals: [], damaged: 0 },
        ])
        addThread(db, 'a1', { id: 't1', revision: commented, anchor: { on: 'article' }, proposal: null })
        const merged = addRevision(db, {
          ...{ article: smallArticle('a1', 'دمج'), at: AT, by: 'سعاد', reason: 'merged', secondParent: other },
        })
        expect(listRevisions(db, 'a1')).toEqual({
          revisions: [
            { ...OLD_REVISION, hash: commented, isReferred: true },
            { ...OLD_REVISION, hash: other, isReferred: false },
            { ...OLD_REVISION, hash: merged, parent: other, secondParent: other, reason: 'merged', isReferred: false },
          ],
          damaged: 0,
        })
        expect(() => removeRevisions(db, [commented])).toThrow('immutable')
        removeRevisions(db, [other])
      }
    },
  },
  9: {
    title: 'knows nobody yet, and never forgets a person who came',
    fill(old) {
      insertOf6(old, smallArticle('a1', 'عنوان'))
      return ({ db }) => {
        expect(listPeople(db)).toEqual([])
        const person = { id: 'ab'.repeat(16), name: 'سعاد', role: 'reporter', publicKey: 'ab'.repeat(32) } as const
        putPerson(db, { ...person, addedAt: AT, leftAt: null })
        putPerson(db, { ...person, role: 'chief', addedAt: '2027-01-01T00:00:00.000Z', leftAt: AT })
        expect(listPeople(db)).toEqual([{ ...person, role: 'chief', addedAt: AT, leftAt: AT }])
        expect(() => db.run('DELETE FROM people')).toThrow('people are kept')
      }
    },
  },
  11: {
    title: 'chains the steps that were there, and holds none of them for proven',
    fill(old) {
      const hash = insertStoredOf10(old)
      return ({ db }) => {
        const { events, damaged } = listEvents(db, 'a1')
        const first = { articleId: 'a1', at: AT, by: 'كريم', role: 'editor', from: null, note: '', revision: hash }
        const chain = { person: null, settles: [], running: NO_RUNNING_HASH, signature: null }
        expect([events, damaged]).toEqual([
          [
            {
              ...first,
              ...chain,
              action: 'created',
              to: 'draft',
              parents: [],
              id: eventIdOf({ ...first, ...chain, action: 'created', to: 'draft', parents: [] }),
            },
            {
              ...first,
              ...chain,
              action: 'moved',
              from: 'draft',
              to: 'submitted',
              parents: [events[0]?.id],
              id: events[1]?.id,
            },
          ],
          0,
        ])
        expect(events.map((event) => proofOf(event, new Map(), () => true))).toEqual(['before', 'before'])
        expect(db.all('SELECT number, kind, ref FROM journal ORDER BY number')).toEqual([
          { number: 1, kind: 'revision', ref: hash },
          { number: 2, kind: 'event', ref: events[0]?.id },
          { number: 3, kind: 'event', ref: events[1]?.id },
          { number: 4, kind: 'begun', ref: expect.stringMatching(/^[\da-f]{32}$/u) },
        ])
        expect(() => db.run('DELETE FROM events')).toThrow('append-only')
        setDeleted(db, 'a1', AT)
        purge(db, ['a1'], AT)
        expect(listEvents(db, 'a1').events).toHaveLength(2)
      }
    },
  },
  10: {
    title: 'puts older articles into their queues, and holds none of them for unread',
    fill(old) {
      insertOf6(old, smallArticle('a1', 'عنوان'))
      old.exec("INSERT INTO needs (name, number) SELECT 'كريم', number FROM articles")
      return ({ db }) => {
        expect(countQueues(db, 'سعاد', AT)).toMatchObject({ all: 1, mine: 0 })
        beginReading(db, 'كريم', '2026-11-25T08:00:00.000Z')
        expect(queueNext(db, 10)).toBe(1)
        expect(countQueues(db, 'سعاد', AT)).toMatchObject({ all: 1, mine: 1, waiting: 0 })
        expect(countQueues(db, 'كريم', AT)).toMatchObject({ all: 1, mine: 0, waiting: 1 })
        const assignment = { assignee: '', deadline: null, instruction: '' }
        expect(listArticles(db, listQuerySchema.parse({ queue: 'waiting' }), AT, 'كريم').rows).toMatchObject([
          { id: 'a1', assignment, isUnread: false },
        ])
      }
    },
  },
  12: {
    title: 'notes hand-overs of older articles, and forgets them with the article',
    fill(old) {
      insertOf6(old, smallArticle('a1', 'عنوان'))
      return ({ db }) => {
        const taken = { digest: 'd1', articleId: 'a1', direction: 'taken', at: AT, name: 'كريم', file: '' } as const
        addHandover(db, { ...taken, person: 'key', revision: 'r1' })
        expect(lastTakenFrom(db, 'a1', 'key')).toBe('r1')
        setDeleted(db, 'a1', AT)
        purge(db, ['a1'], AT)
        expect(db.all('SELECT * FROM handovers')).toEqual([])
      }
    },
  },
}

describe('a store of the version before', () => {
  const upgrades = Object.entries(UPGRADES).map(([version, upgrade]) => ({ version: Number(version), ...upgrade }))

  it('has a test for every migration', () => {
    expect(upgrades.map(({ version }) => version)).toEqual(MIGRATIONS.slice(1).map(({ version }) => version))
  })

  it.each(upgrades)('is upgraded to version $version, which $title', ({ version, fill }) => {
    const folder = tempFolder()
    const old = new Database(join(folder, 'midad.db'))
    addFunctions(old)
    migrate(old, MIGRATIONS.slice(0, version - 1))
    old.pragma('application_id = 0x4d444144')
    const check = fill(old)
    expect(old.prepare('SELECT count(*) FROM articles').pluck().get()).toBeGreaterThan(0)
    old.close()
    const store = openStore(folder)
    onTestFinished(() => store.close())
    check(store, folder)
  })
})
