import { describe, expect, it, onTestFinished } from 'vitest'
import { listQuerySchema } from '#core/contract/articles.ts'
import type { DeliveryState } from '#core/contract/deliveries.ts'
import { openStore, type Store } from '#db/open.ts'
import { listArticles } from '#db/search/list.ts'
import { insertArticle, saveArticle } from '#db/tables/articles.ts'
import { addDelivery } from '#db/tables/deliveries.ts'
import { countQueues, isQueueBehind, queueNext } from '#db/tables/queues.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { deliveryRecord } from '#tests/support/delivery-record.ts'
import { explaining } from '#tests/support/plans.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const AT = '2026-11-24T08:00:00.000Z'

function open(): Store {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  return store
}

function add({ db }: Store, id: string): void {
  insertArticle(db, { article: smallArticle(id, 'عنوان'), state: 'published', author: 'سعاد', at: AT })
}

/** Sends the text that an article began with to a site. */
function deliver({ db }: Store, id: string, state: DeliveryState, scheduledFor: string | null = null): void {
  const revision = addRevision(db, { article: smallArticle(id, 'عنوان'), at: AT, by: 'كريم', reason: 'sent' })
  const record = deliveryRecord({ revision, createdAt: AT, state, articleId: id, id: `of ${id}` })
  const progress = { ...record.progress, scheduledFor, destination: { name: 'الموقع', kind: 'ghost' } }
  addDelivery(db, { ...record, progress }, Buffer.from('الحزمة'))
}

function save({ db }: Store, headline: string, baseSaveNumber: number): void {
  const article = smallArticle('a1', headline)
  saveArticle(db, { article, caret: null, at: AT, baseSaveNumber, state: 'draft' })
}

/** @returns the numbers of articles in the queues. */
function counts({ db }: Store, now = AT): ReturnType<typeof countQueues> {
  while (queueNext(db, 1) > 0);
  return countQueues(db, 'سعاد', now)
}

describe('what readers lack', () => {
  it('is a text other than the one that arrived last; the same words again are not', () => {
    const store = open()
    add(store, 'a1')
    deliver(store, 'a1', 'delivered')
    expect(counts(store).unsent).toBe(0)
    save(store, 'عنوان أدقّ', 0)
    expect(counts(store).unsent).toBe(1)
    // The edit is taken back, and another one made: the state stays the same both times.
    save(store, 'عنوان', 1)
    expect(counts(store).unsent).toBe(0)
    save(store, 'عنوان آخر', 2)
    expect(counts(store).unsent).toBe(1)
  })

  it('is nothing of an article that no reader has', () => {
    const store = open()
    insertArticle(store.db, { article: smallArticle('a1', 'عنوان'), state: 'draft', author: 'سعاد', at: AT })
    deliver(store, 'a1', 'scheduled', '2026-11-25T08:00:00.000Z')
    save(store, 'آخر', 0)
    expect(counts(store).unsent).toBe(0)
  })
})

describe('what is scheduled', () => {
  it('shows its clocks, and leaves when the last has passed', () => {
    const store = open()
    add(store, 'a1')
    deliver(store, 'a1', 'scheduled', '2026-11-25T11:00:00+03:00')
    expect(counts(store).scheduled).toBe(1)
    const listed = (now: string) => listArticles(store.db, listQuerySchema.parse({ queue: 'scheduled' }), now).rows
    expect(listed(AT)).toMatchObject([
      { id: 'a1', scheduled: [{ destination: 'الموقع', at: '2026-11-25T08:00:00.000Z' }] },
    ])
    expect(counts(store, '2026-11-25T08:00:00.000Z').scheduled).toBe(0)
    expect(listed('2026-11-25T08:00:00.000Z')).toEqual([])
  })
})

describe('queues', () => {
  it('are worked out behind the saves, once for each article', () => {
    const store = open()
    add(store, 'a1')
    add(store, 'a2')
    expect(queueNext(store.db, 1)).toBe(1)
    expect(isQueueBehind(store.db)).toBe(true)
    expect(queueNext(store.db, 10)).toBe(1)
    expect(isQueueBehind(store.db)).toBe(false)
    expect(queueNext(store.db, 10)).toBe(0)
    // A save that changes neither the state nor the byline has nothing to work out.
    saveArticle(store.db, {
      ...{ article: smallArticle('a1', 'عنوان أدقّ'), caret: null, at: AT, baseSaveNumber: 0, state: 'published' },
    })
    expect(isQueueBehind(store.db)).toBe(false)
  })

  it('are counted in their index, and listed by the rows of their articles alone', () => {
    const store = open()
    add(store, 'a1')
    counts(store)
    const counting = explaining(store.db)
    countQueues(counting.db, 'سعاد', AT)
    const [ofQueue, ofAll, ...others] = [...new Set(counting.plans)]
    expect([ofQueue, others]).toEqual(['SEARCH queues USING PRIMARY KEY (queue=? AND name=?)', []])
    expect(ofAll).toMatch(/^SCAN articles USING (?:COVERING )?INDEX /u)
    const listing = explaining(store.db, (sql) => sql.includes('queues CROSS JOIN'))
    listArticles(listing.db, listQuerySchema.parse({ queue: 'mine' }), AT, 'سعاد')
    expect(listing.plans.filter((step) => /articles/u.test(step))).toEqual([
      'SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)',
      'SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)',
    ])
  })
})
