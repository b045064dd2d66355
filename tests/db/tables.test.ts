import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { listQuerySchema } from '#core/contract/articles.ts'
import { DEFAULT_SETTINGS } from '#core/contract/settings.ts'
import { openStore, type Store } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import type { ListQuery } from '#db/search/filters.ts'
import { listArticles, type ListResult } from '#db/search/list.ts'
import { getArticle, insertArticle, saveArticle, setState } from '#db/tables/articles.ts'
import { addEvent, listEvents } from '#db/tables/events.ts'
import { addExport, nextVersion } from '#db/tables/exports.ts'
import { addRevision, getRevision } from '#db/tables/revisions.ts'
import { getSettings, setSettings } from '#db/tables/settings.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const at = (minute: number): string => `2026-11-24T08:${String(minute).padStart(2, '0')}:00.000Z`

function open(): Store {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  return store
}

function add(store: Store, id: string, headline: string, text = 'نص', minute = 0): void {
  insertArticle(store.db, { article: smallArticle(id, headline, text), state: 'draft', author: 'سعاد', at: at(minute) })
}

const found = (store: Store, search: string): string[] => list(store, { search }).rows.map(({ id }) => id)

/** Lists as the service does, after updating the index. */
function list(store: Store, query: Partial<ListQuery> = {}): ListResult {
  indexNext(store.db, 100)
  return listArticles(store.db, listQuerySchema.parse(query))
}

function keep(store: Store, article: Article, minute: number): string {
  return addRevision(store.db, { article, at: at(minute), by: 'سعاد', reason: 'moved' })
}

describe('articles', () => {
  it('are saved only over the save that they are based on', () => {
    const store = open()
    add(store, 'a1', 'أول')
    const caret = { anchor: { path: [1, 0], offset: 2 }, focus: { path: [1, 0], offset: 2 } }
    const save = { article: smallArticle('a1', 'ثانٍ', 'ثلاث كلمات هنا'), caret, at: at(1), state: 'draft' } as const
    expect(saveArticle(store.db, { ...save, baseSaveNumber: 0 })).toEqual({ saveNumber: 1 })
    expect(saveArticle(store.db, { ...save, baseSaveNumber: 0 })).toBe('conflict')
    expect(saveArticle(store.db, { ...save, article: smallArticle('a9', 'س'), baseSaveNumber: 0 })).toBe('missing')
    expect(getArticle(store.db, 'a1')).toEqual({
      article: save.article,
      goal: null,
      state: 'draft',
      author: 'سعاد',
      saveNumber: 1,
      updatedAt: at(1),
      deletedAt: null,
      caret,
    })
    expect(list(store).rows).toEqual([
      {
        ...{ id: 'a1', headline: 'ثانٍ', deck: '', state: 'draft', author: 'سعاد', section: '', words: 3 },
        ...{ picture: '', opening: '', urgency: null, createdAt: '2026-11-24T08:00:00.000Z' },
        ...{ hasImage: false, updatedAt: at(1), openThreads: 0, openProposals: 0, isDamaged: false },
        standing: { places: [], isLive: false, embargo: null },
        ...{ assignment: { assignee: '', deadline: null, instruction: '' }, scheduled: [], isUnread: false },
      },
    ])
  })

  it('are read even if the disk has changed the padding of a text', () => {
    const store = open()
    add(store, 'a1', 'عنوان')
    const stored = store.db.get<{ json: string }>('SELECT json FROM texts')?.json ?? ''
    expect(stored).toMatch(/\} +$/u)
    store.db.run('UPDATE texts SET json = :json', { json: `${stored.slice(0, -1)}x` })
    expect(getArticle(store.db, 'a1')?.article).toEqual(smallArticle('a1', 'عنوان', 'نص'))
  })

  it('are refused when the disk gives back another text', () => {
    const folder = tempFolder()
    const store = openStore(folder)
    add(store, 'a1', 'بريطانيا')
    store.close()
    const raw = new Database(join(folder, 'midad.db'))
    raw.exec("UPDATE texts SET json = replace(json, 'بريطانيا', 'بريطانية')")
    raw.close()
    const again = openStore(folder)
    onTestFinished(() => again.close())
    expect(() => getArticle(again.db, 'a1')).toThrow(expect.objectContaining({ code: 'article-damaged' }))
    expect(getArticle(again.db, 'none')).toBeNull()
  })

  it.each(["state = 'approved'", "headline = 'غيره'", 'save_number = 7', "updated_at = '2027'", "deleted_at = '2026'"])(
    'are refused, and shown as damaged, when the disk gives back %s',
    (change) => {
      const folder = tempFolder()
      const store = openStore(folder)
      add(store, 'a1', 'عنوان')
      store.close()
      const raw = new Database(join(folder, 'midad.db'))
      raw.exec(`UPDATE articles SET ${change}`)
      raw.close()
      const again = openStore(folder)
      onTestFinished(() => again.close())
      expect(() => getArticle(again.db, 'a1')).toThrow(expect.objectContaining({ code: 'article-damaged' }))
      expect(list(again).rows.every(({ isDamaged }) => isDamaged)).toBe(true)
    },
  )

  it('are listed newest first, by page and by state', () => {
    const store = open()
    add(store, 'a1', 'أ', '', 3)
    add(store, 'a2', 'ب', '', 5)
    add(store, 'a3', 'ج', '', 4)
    setState(store.db, 'a3', 'submitted', at(4))
    expect(found(store, '')).toEqual(['a2', 'a3', 'a1'])
    const page = list(store, { states: ['draft'], limit: 1, offset: 1 })
    expect(page.rows.map(({ id }) => id)).toEqual(['a1'])
    expect(page.total).toBe(2)
    expect(page.counts).toEqual({ draft: 2, submitted: 1 })
  })
})

describe('search', () => {
  it.each([
    ['احمد', 'زار أحمد المدينة'],
    ['أحمد', 'زار احمد المدينة'],
    ['محمد', 'قال مُحَمَّد'],
    ['مداد', 'مـــداد الصحافة'],
    ['المدرسه', 'في المدرسة'],
    ['الكاظمى', 'مصطفى الكاظمي'],
    ['2020', 'عام ٢٠٢٠'],
    ['ا', 'أحمد'],
    ['reuters', 'قالت Reuters'],
    ['كوفيد-19', 'لقاح «كوفيد-19» الجديد'],
    ['مسءول', 'مسؤول كبير'],
  ])('finds with «%s» the text «%s»', (typed, text) => {
    const store = open()
    add(store, 'yes', 'عنوان', text)
    add(store, 'no', 'عنوان', 'غير ذلك')
    expect(found(store, typed)).toEqual(['yes'])
  })

  it.each([
    ['كاظمي', 'مصطفى الكاظمي'],
    ['الوزراء', 'قال وزير الخارجية'],
    ['صاروخ', 'أطلق صواريخ على المدينة'],
    ['حكومة', 'الحكومات المتعاقبة'],
    ['"دور بلاده"', 'بحث دور بلاده في المنطقة'],
    ['دور بلا', 'بحث دور بلاده في المنطقة'],
  ])('finds with «%s» the inflected «%s»', (typed, text) => {
    const store = open()
    add(store, 'no', 'عنوان', 'بلاده لها دور آخر لا غير', 1)
    add(store, 'yes', 'عنوان', text, 2)
    expect(found(store, typed)[0]).toBe('yes')
  })

  it('lists the exact word before other words of its stem, wherever they stand', () => {
    const store = open()
    add(store, 'stem', 'الوزراء الوزراء الوزراء', 'وزراء', 9)
    add(store, 'word', 'خبر', 'كلام طويل ثم وزير في آخره بعد كلام كثير', 1)
    expect(found(store, 'وزير ')).toEqual(['word', 'stem'])
  })

  it('finds no phrase whose words stand apart', () => {
    const store = open()
    add(store, 'apart', 'بلاده لها دور')
    expect(found(store, '«دور بلاده»')).toEqual([])
  })

  it('filters by author, section, time and picture', () => {
    const store = open()
    add(store, 'a1', 'خبر', 'نص', 1)
    add(store, 'a2', 'خبر', 'نص', 5)
    const ids = (query: Partial<ListQuery>) => list(store, query).rows.map(({ id }) => id)
    expect(ids({ author: 'سعاد', from: at(2) })).toEqual(['a2'])
    expect(ids({ author: 'غيرها' })).toEqual([])
    expect(ids({ search: 'خبر', to: at(5) })).toEqual(['a1'])
    expect(ids({ hasImage: true })).toEqual([])
    expect(ids({ search: 'خبر', hasImage: false, section: 'سياسة' })).toEqual([])
  })

  it('requires every word, and lists headlines first', () => {
    const store = open()
    add(store, 'body', 'خبر', 'العراق وبريطانيا', 9)
    add(store, 'head', 'العراق وبريطانيا', 'خبر', 1)
    add(store, 'half', 'العراق', 'خبر', 5)
    expect(found(store, 'العراق وبريطانيا')).toEqual(['head', 'body'])
    expect(found(store, '؟!')).toEqual([])
    expect(found(store, '   ').length).toBe(3)
  })

  it('finds the text of the last save', () => {
    const store = open()
    add(store, 'a1', 'قديم')
    saveArticle(store.db, {
      article: smallArticle('a1', 'جديد'),
      caret: null,
      at: at(1),
      baseSaveNumber: 0,
      state: 'draft',
    })
    expect(found(store, 'قديم')).toEqual([])
    expect(found(store, 'جديد')).toEqual(['a1'])
  })

  it('accepts any syntax as plain text', () => {
    const store = open()
    add(store, 'a1', 'عنوان')
    const syntax = fc.constantFrom('"', '*', 'NEAR(', ')', 'headline:', '-', '^', 'OR', 'AND', 'NOT', '+', 'أ', ' ')
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(syntax).map((parts) => parts.join('')),
          fc.string({ unit: 'binary' }),
        ),
        (typed) => {
          expect(found(store, typed).length).toBeLessThanOrEqual(1)
        },
      ),
    )
  })
})

describe('the audit', () => {
  const event = {
    at: at(1),
    by: 'سعاد',
    role: 'reporter',
    action: 'moved',
    from: 'draft',
    to: 'submitted',
    note: 'جاهزة',
  } as const

  it('only grows', () => {
    const store = open()
    add(store, 'a1', 'عنوان')
    const revision = keep(store, smallArticle('a1', 'عنوان'), 0)
    addEvent(store.db, 'a1', { ...event, revision, from: null, to: 'draft', action: 'created' })
    addEvent(store.db, 'a1', { ...event, revision })
    expect(listEvents(store.db, 'a1').events.map(({ to }) => to)).toEqual(['draft', 'submitted'])
    expect(listEvents(store.db, 'a1').events[1]).toMatchObject({ ...event, revision })
    expect(() => store.db.run("UPDATE events SET by = 'غيره'")).toThrow('append-only')
    expect(() => store.db.run('DELETE FROM events')).toThrow('append-only')
    expect(() => store.db.run("UPDATE revisions SET by = 'غيره'")).toThrow('immutable')
  })

  it('refuses an event of an unknown revision', () => {
    const store = open()
    add(store, 'a1', 'عنوان')
    expect(() => addEvent(store.db, 'a1', { ...event, revision: 'none' })).toThrow('not kept')
  })

  it('gives every revision back as it was', () => {
    const store = open()
    add(store, 'a1', 'عنوان')
    const first = keep(store, smallArticle('a1', 'عنوان'), 0)
    const second = keep(store, smallArticle('a1', 'آخر'), 1)
    expect(keep(store, smallArticle('a1', 'عنوان'), 2)).toBe(first)
    expect(getRevision(store.db, first)).toEqual(smallArticle('a1', 'عنوان'))
    expect(getRevision(store.db, second)).toEqual(smallArticle('a1', 'آخر'))
    expect(getRevision(store.db, 'none')).toBeNull()
  })
})

describe('exports', () => {
  it('count their versions for each article', () => {
    const store = open()
    add(store, 'a1', 'عنوان')
    add(store, 'a2', 'عنوان')
    const revision = keep(store, smallArticle('a1', 'عنوان'), 0)
    const record = { articleId: 'a1', revision, path: '/x.zip', sha256: 'aa', bytes: 5, at: at(1), by: 'سعاد' }
    expect(nextVersion(store.db, 'a1')).toBe(1)
    addExport(store.db, { ...record, version: 1 })
    expect(nextVersion(store.db, 'a1')).toBe(2)
    expect(nextVersion(store.db, 'a2')).toBe(1)
    expect(() => addExport(store.db, { ...record, version: 1 })).toThrow('UNIQUE')
  })
})

describe('settings', () => {
  it('have defaults until they are set, and for a value that this version does not know', () => {
    const store = open()
    expect(getSettings(store.db)).toEqual(DEFAULT_SETTINGS)
    setSettings(store.db, { ...DEFAULT_SETTINGS, name: 'سعاد', role: 'editor' })
    store.db.run(`UPDATE settings SET value = '"neon"' WHERE name = 'theme'`)
    expect(getSettings(store.db)).toEqual({ ...DEFAULT_SETTINGS, name: 'سعاد', role: 'editor' })
  })
})

describe('handles', () => {
  it('refuse a statement that writes in a read', () => {
    const store = open()
    expect(() => store.db.all('DELETE FROM settings RETURNING name')).toThrow('A statement that writes')
  })
})
