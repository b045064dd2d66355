import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Article } from '#core/article/article.ts'
import { figure, head, newArticle, paragraph, table } from '#core/article/factories.ts'
import { listQuerySchema } from '#core/contract/articles.ts'
import type { Stretch } from '#core/text/highlight.ts'
import { searchTerms } from '#core/text/search-terms.ts'
import type { ReadDb } from '#db/handles.ts'
import { openStore, type Store } from '#db/open.ts'
import { excerpts } from '#db/search/excerpts.ts'
import { listFacets } from '#db/search/facets.ts'
import { indexNext, markForIndex } from '#db/search/indexer.ts'
import { listArticles } from '#db/search/list.ts'
import { insertArticle, setDeleted } from '#db/tables/articles.ts'
import { getSettings, setSettings } from '#db/tables/settings.ts'
import { addEvent } from '#db/tables/events.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { counter, smallArticle } from '#tests/support/articles.ts'
import { explaining } from '#tests/support/plans.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const AT = '2026-11-24T08:00:00.000Z'

function open(): Store {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  return store
}

function add(store: Store, article: Article, author = 'سعاد'): void {
  insertArticle(store.db, { article, state: 'draft', author, at: AT })
}

function note(store: Store, article: Article, words: string): void {
  const revision = addRevision(store.db, { article, at: AT, by: 'سعاد', reason: 'moved' })
  const moved = { at: AT, by: 'سعاد', role: 'reporter', action: 'moved', from: 'draft', to: 'submitted' } as const
  addEvent(store.db, article.id, { ...moved, note: words, revision })
  markForIndex(store.db, article.id)
}

function found(store: Store, search: string): string[] {
  indexNext(store.db, 100)
  return listArticles(store.db, listQuerySchema.parse({ search })).rows.map(({ id }) => id)
}

const marked = (stretches: readonly Stretch[] | undefined): string =>
  (stretches ?? []).map(({ text, isHit }) => (isHit ? `[${text}]` : text)).join('')

describe('excerpts', () => {
  it('mark the headline, and the part with most of the terms', () => {
    const store = open()
    const id = counter()
    const blocks = [
      head('headline', id, 'زيارة أَحْمَدَ'),
      paragraph(id, 'لا شيء هنا.'),
      paragraph(id, 'وصل أحمد أمس.'),
      paragraph(id, 'قال أحمد إن البصرة قريبة.'),
    ]
    add(store, newArticle('a1', id, blocks))
    const [one] = excerpts(store.db, ['a1', 'nobody'], 'احمد')
    expect(marked(one?.headline)).toBe('زيارة [أَحْمَدَ]')
    expect(marked(one?.text)).toBe('وصل [أحمد] أمس.')
    const [both] = excerpts(store.db, ['a1'], 'احمد البصره')
    expect(marked(both?.text)).toBe('قال [أحمد] إن [البصرة] قريبة.')
  })

  it.each([
    ['للمحركات', 'details'],
    ['موازنة', 'details'],
    ['london-visit', 'details'],
    ['صورة الوفد', 'picture'],
    ['رويترز', 'text'],
    ['الأردن', 'text'],
    ['مصدرًا ثانيًا', 'note'],
  ])('say where «%s» was found', (search, place) => {
    const store = open()
    const id = counter()
    const article = newArticle('a1', id, [
      head('headline', id, 'عنوان'),
      figure(id, { alt: 'صورة الوفد في لندن', credit: 'رويترز' }),
      table(id, [['العراق', 'الأردن']]),
    ])
    Object.assign(article.metadata, { keywords: ['الموازنة'], slug: 'london-visit', seoTitle: 'عنوان للمحركات' })
    add(store, article)
    note(store, article, 'أضف مصدرًا ثانيًا')
    expect(found(store, search)).toEqual(['a1'])
    expect(excerpts(store.db, ['a1'], search)).toMatchObject([{ id: 'a1', place }])
  })

  it('leave out an article that cannot be read', () => {
    const store = open()
    add(store, smallArticle('a1', 'أحمد'))
    store.db.run("UPDATE texts SET json = replace(json, 'نص', 'نض')")
    expect(excerpts(store.db, ['a1'], 'احمد')).toEqual([])
  })
})

describe('found and marked words', () => {
  it('do not run from one paragraph into the next', () => {
    const store = open()
    const id = counter()
    add(store, newArticle('a1', id, [head('headline', id, 'عنوان'), paragraph(id, 'هذا دور'), paragraph(id, 'بلاده')]))
    expect(found(store, '«دور بلاده»')).toEqual([])
    expect(found(store, 'دور بلاده')).toEqual(['a1'])
  })

  it('are the same for any text and search', () => {
    const store = open()
    const words = fc.constantFrom('أَحْمَدُ', 'احمد', 'الوزير', 'وزراء', 'كوفيد-19', 'بــلاده', 'بلاد', 'Reuters', '٤', 'ﷺ')
    const line = fc.array(words, { minLength: 1, maxLength: 4 }).map((each) => each.join(' '))
    const typed = fc.oneof(
      words,
      line,
      line.map((each) => `«${each}»`),
      line.map((each) => `${each} `),
      words.map((each) => each.slice(0, 3)),
    )
    let count = 0
    fc.assert(
      fc.property(line, line, line, fc.array(typed, { minLength: 1, maxLength: 2 }), (headline, one, two, parts) => {
        const id = counter()
        const article = newArticle(`a${(count += 1)}`, id, [
          head('headline', id, headline),
          paragraph(id, one),
          paragraph(id, two),
        ])
        add(store, article)
        const search = parts.join(' ')
        const isFound = found(store, search).includes(article.id)
        const isMarked = searchTerms(search).every((term) =>
          // Each term alone, as it would be typed.
          excerpts(store.db, [article.id], typedAgain(term)).some(
            (each) => each.text.length > 0 || each.headline.some(({ isHit }) => isHit),
          ),
        )
        expect({ search, isFound }).toEqual({ search, isFound: isMarked })
        store.db.run('DELETE FROM search')
        setDeleted(store.db, article.id, AT)
      }),
      { numRuns: 300 },
    )
  })
})

function typedAgain({ words, isQuoted, isOpen }: ReturnType<typeof searchTerms>[number]): string {
  const end = isOpen ? '' : ' '
  return isQuoted ? `«${words.join(' ')}${isOpen ? '' : '»'}` : `${words.join('-')}${end}`
}

function plansOf(store: Store, work: (db: ReadDb) => void): string[] {
  // What is known outside of the articles of one page is asked by their ids.
  const { db, plans } = explaining(store.db, (sql) => !sql.includes('json_each(:ids)'))
  work(db)
  return plans
}

describe('a filtered list', () => {
  it.each([
    { author: 'سعاد' },
    { section: 'سياسة' },
    { hasImage: true },
    { author: 'سعاد', section: 'سياسة', hasImage: false, states: ['draft', 'approved'] },
    { section: 'سياسة', from: '2026-11-01T00:00:00.000Z', to: '2026-12-01T00:00:00.000Z' },
  ])('is read from the index in whose order it is shown: %o', (query) => {
    const store = open()
    const parsed = listQuerySchema.parse(query)
    // The spellings of a section are read from its own index.
    const isOfSpellings = (step: string): boolean => step === 'SCAN settings' || step.includes('articles_by_section')
    const plans = plansOf(store, (db) => listArticles(db, parsed)).filter((step) => !isOfSpellings(step))
    const [count = '', ...others] = plans
    expect(count).toMatch(/^(?:SCAN|SEARCH) articles USING INDEX articles_by_time\b/u)
    expect(others.filter((step) => step.includes('articles_by_time'))).toHaveLength(1)
    // Only the counts by state are grouped. Nothing is sorted, and only the rows of the page are read.
    expect(others.filter((step) => step.includes('TEMP B-TREE'))).toEqual(['USE TEMP B-TREE FOR GROUP BY'])
    const rest = others.find((step) => !step.includes('articles_by_time') && !step.includes('TEMP B-TREE'))
    expect(rest).toBe('SEARCH articles USING INTEGER PRIMARY KEY (rowid=?)')
  })

  it('is the same as without the index, page by page', () => {
    const store = open()
    const at = (number: number): string => new Date(Date.UTC(2026, 10, 24, 8, number % 7)).toISOString()
    for (let number = 0; number < 40; number += 1) {
      const article = smallArticle(`a${number}`, 'عنوان')
      const section = ['سياسة', 'رياضة', ''][number % 3] ?? ''
      const state = number % 4 === 0 ? 'approved' : 'draft'
      const author = ['سعاد', 'كريم'][number % 2] ?? ''
      const inSection = { ...article, metadata: { ...article.metadata, section } }
      insertArticle(store.db, { article: inSection, state, author, at: at(number) })
    }
    setDeleted(store.db, 'a6', AT)
    const all = listArticles(store.db, listQuerySchema.parse({ limit: 200 })).rows
    const wanted = all.filter((row) => row.section === 'سياسة' && row.author === 'سعاد')
    const pages = [0, 3].flatMap(
      (offset) =>
        listArticles(store.db, listQuerySchema.parse({ section: 'سياسة', author: 'سعاد', limit: 3, offset })).rows,
    )
    expect(pages).toEqual(wanted)
    const approved = listArticles(store.db, listQuerySchema.parse({ section: 'سياسة', states: ['approved'] }))
    expect(approved.rows).toEqual(all.filter((row) => row.section === 'سياسة' && row.state === 'approved'))
    expect(approved).toMatchObject({ total: 4, counts: { approved: 4, draft: 9 } })
  })
})

describe('a sorted list', () => {
  it.each(['created', 'headline', 'author', 'words'])('is read from the index of its order, by %s', (by) => {
    const query = listQuerySchema.parse({ order: { by, isDescending: false }, kind: 'report', states: ['draft'] })
    const [, , read = '', ...rest] = plansOf(open(), (db) => listArticles(db, query))
    expect(read).toMatch(
      /^SCAN articles USING (?:COVERING )?INDEX articles_by_(?:creation|headline|author_key|words)$/u,
    )
    expect(rest).toEqual([expect.stringMatching(/^SEARCH articles USING INTEGER PRIMARY KEY/u), ...rest.slice(1)])
    expect(rest.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
  })

  function filled(): Store {
    const store = open()
    const put = (id: string, headline: string, text: string, author: string, minute: number): void =>
      insertArticle(store.db, {
        article: smallArticle(id, headline, text),
        ...{ state: 'draft', author, at: `2026-11-24T08:0${minute}:00.000Z` },
      })
    put('third', 'يوم في بغداد', 'خبر خبر خبر', 'كريم', 1)
    put('first', '«إبراهيم» يعود', 'خبر', 'أحمد', 2)
    put('last', '', 'خبر خبر', 'منى', 3)
    put('second', 'ابن البلد', 'خبر خبر خبر خبر', 'احمد', 4)
    indexNext(store.db, 100)
    return store
  }

  it.each([
    ['changed', ['third', 'first', 'last', 'second']],
    ['created', ['third', 'first', 'last', 'second']],
    ['headline', ['first', 'second', 'third', 'last']],
    ['author', ['first', 'second', 'third', 'last']],
    ['words', ['first', 'last', 'third', 'second']],
  ] as const)('is in the order of Arabic readers both ways, by %s, and so is a search', (by, wanted) => {
    const { db } = filled()
    const ids = (query: object): string[] => listArticles(db, listQuerySchema.parse(query)).rows.map(({ id }) => id)
    for (const search of ['', 'خبر ']) {
      expect(ids({ search, order: { by, isDescending: false } })).toEqual(wanted)
      // The usual order of a search is by how well it matches.
      if (search === '' || by !== 'changed') {
        expect(ids({ search, order: { by, isDescending: true } })).toEqual([...wanted].toReversed())
      }
    }
    expect(ids({ order: { by, isDescending: false }, limit: 2, offset: 2 })).toEqual(wanted.slice(2))
  })

  it('tells untitled drafts apart by their first words, and shows the first picture', () => {
    const store = open()
    const id = counter()
    const asset = { hash: 'a'.repeat(64), mediaType: 'image/png', width: 1, height: 1, size: 1, name: 'x.png' } as const
    add(store, newArticle('a1', id, [head('headline', id), paragraph(id), paragraph(id, ` ${'كلمة '.repeat(30)}`)]))
    add(store, newArticle('a2', id, [head('headline', id, 'عنوان'), figure(id), figure(id, { asset })]))
    indexNext(store.db, 10)
    const { rows } = listArticles(store.db, listQuerySchema.parse({ order: { by: 'headline', isDescending: true } }))
    expect(rows.map(({ opening, picture }) => [opening, picture])).toEqual([
      [`${'كلمة '.repeat(15)}كلمة…`, ''],
      ['', 'a'.repeat(64)],
    ])
  })
})

describe('the filters of kind, urgency and embargo', () => {
  it('take what the details say, and the moment for an embargo', () => {
    const store = open()
    const put = (id: string, details: Partial<Article['metadata']>): void => {
      const article = smallArticle(id, 'عنوان')
      add(store, { ...article, metadata: { ...article.metadata, ...details } })
    }
    put('a1', { kind: 'report', urgency: 1 })
    put('a2', { kind: 'report', embargo: '2026-11-24T12:00:00+03:00' })
    put('a3', { kind: 'opinion', embargo: '2026-11-24T12:00:00Z' })
    indexNext(store.db, 10)
    const ids = (query: object): string[] =>
      listArticles(store.db, listQuerySchema.parse(query), '2026-11-24T10:00:00.000Z').rows.map(({ id }) => id)
    expect(ids({ kind: 'report' })).toEqual(['a2', 'a1'])
    expect(ids({ urgency: 1 })).toEqual(['a1'])
    expect(ids({ embargo: 'running' })).toEqual(['a3'])
    expect(ids({ embargo: 'over' })).toEqual(['a2'])
    expect(ids({ embargo: 'none' })).toEqual(['a1'])
    expect(listFacets(store.db).kinds).toEqual(['report', 'opinion'])
  })
})

describe('the sections of a list', () => {
  it('are merged by spelling, and by the list of the house', () => {
    const store = open()
    for (const [place, section] of ['سياسه', 'السياسة', 'شؤون سياسية', 'رياضه', 'الرياضة', 'رياضه'].entries()) {
      const article = smallArticle(`a${place}`, 'عنوان')
      add(store, { ...article, metadata: { ...article.metadata, section } })
    }
    const settings = getSettings(store.db)
    setSettings(store.db, { ...settings, sections: [{ name: 'السياسة', spellings: ['شؤون سياسية'] }] })
    const ids = (section: string): string[] =>
      listArticles(store.db, listQuerySchema.parse({ section })).rows.map(({ id }) => id)
    expect(ids('سياسة')).toEqual(['a2', 'a1', 'a0'])
    expect(ids('الرياضه')).toEqual(['a5', 'a4', 'a3'])
    expect(ids('ثقافة')).toEqual([])
    expect(listFacets(store.db).sections).toEqual([
      { name: 'رياضه', spellings: ['رياضه', 'الرياضة'], articles: 3 },
      { name: 'السياسة', spellings: ['السياسة', 'سياسه', 'شؤون سياسية'], articles: 3 },
    ])
  })
})

describe('facets', () => {
  it('are read from their own indexes', () => {
    const plans = plansOf(open(), (db) => listFacets(db))
    expect(plans.filter((step) => step.startsWith('SCAN articles'))).toEqual([
      'SCAN articles USING INDEX articles_by_author',
      expect.stringMatching(/^SCAN articles USING (?:COVERING )?INDEX articles_by_section$/u),
      expect.stringMatching(/^SCAN articles USING (?:COVERING )?INDEX articles_by_time$/u),
      expect.stringMatching(/^SCAN articles USING (?:COVERING )?INDEX articles_by_assignee$/u),
    ])
    // There are few kinds: only they are sorted.
    expect(plans.filter((step) => step.includes('FOR GROUP BY'))).toEqual(['USE TEMP B-TREE FOR GROUP BY'])
  })

  it('are the authors and sections of articles outside the bin, the commonest first', () => {
    const store = open()
    const inSection = (id: string, section: string): Article => {
      const article = smallArticle(id, 'عنوان')
      return { ...article, metadata: { ...article.metadata, section } }
    }
    add(store, inSection('a1', 'سياسة'), 'سعاد')
    add(store, inSection('a2', 'رياضة'), 'كريم')
    add(store, inSection('a3', 'رياضة'), 'كريم')
    add(store, inSection('a4', ''), 'كريم')
    add(store, inSection('a5', 'ثقافة'), 'منى')
    setDeleted(store.db, 'a5', AT)
    const id = counter()
    add(store, newArticle('a6', id, [head('headline', id, 'عنوان'), head('byline', id, 'كتبت: سعاد')]), 'كريم')
    expect(listFacets(store.db)).toEqual({
      authors: ['كريم', 'سعاد', 'كتبت: سعاد'],
      sections: [
        { name: 'رياضة', spellings: ['رياضة'], articles: 2 },
        { name: 'سياسة', spellings: ['سياسة'], articles: 1 },
      ],
      kinds: [],
      assignees: [],
    })
  })
})

describe('the order of found articles', () => {
  it('is by exact word before stem, then headline before text, then newest first', () => {
    const store = open()
    const at = (minute: number): string => `2026-11-24T08:0${minute}:00.000Z`
    const put = (id: string, headline: string, text: string, minute: number): void =>
      insertArticle(store.db, {
        article: smallArticle(id, headline, text),
        state: 'draft',
        author: 'سعاد',
        at: at(minute),
      })
    put('word', 'خبر', 'قال وزير', 1)
    put('stem in the headline', 'الوزراء', 'خبر', 9)
    put('word in the headline', 'وزير', 'خبر', 2)
    put('stem', 'خبر', 'قال الوزراء', 8)
    put('newer word', 'خبر', 'قال وزير أمس', 5)
    expect(found(store, 'وزير ')).toEqual([
      ...['word in the headline', 'newer word', 'word'],
      ...['stem in the headline', 'stem'],
    ])
  })

  it('continues from page to page, with counts by state', () => {
    const store = open()
    for (const [index, state] of (['draft', 'approved', 'draft', 'submitted', 'draft'] as const).entries()) {
      const at = `2026-11-24T08:0${index}:00.000Z`
      insertArticle(store.db, { article: smallArticle(`a${index}`, 'وزير'), state, author: 'سعاد', at })
    }
    indexNext(store.db, 100)
    const page = (search: string, offset: number) =>
      listArticles(store.db, listQuerySchema.parse({ search, states: ['draft', 'approved'], limit: 2, offset }))
    for (const search of ['وزير', '']) {
      expect([page(search, 0), page(search, 2)].map(({ rows }) => rows.map(({ id }) => id))).toEqual([
        ['a4', 'a2'],
        ['a1', 'a0'],
      ])
      expect(page(search, 0)).toMatchObject({
        total: 4,
        counts: { draft: 3, approved: 1, submitted: 1 },
        isMore: false,
      })
    }
  })
})
