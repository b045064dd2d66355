import { describe, expect, it, onTestFinished } from 'vitest'
import { listQuerySchema } from '#core/contract/articles.ts'
import { openStore, type Store } from '#db/open.ts'
import { indexNext } from '#db/search/indexer.ts'
import { listArticles } from '#db/search/list.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { addEvent } from '#db/tables/events.ts'
import { countReview } from '#db/tables/open-review.ts'
import { listKnownNames } from '#db/tables/known-names.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { addThread, addThreadEntry } from '#db/tables/threads.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { explaining } from '#tests/support/plans.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

const AT = '2026-11-24T08:00:00.000Z'

/** @returns a store of five articles of سعاد; كريم asks something about the second and the fourth. */
function filled(): Store {
  const store = openStore(tempFolder())
  onTestFinished(() => store.close())
  const { db } = store
  for (let number = 1; number <= 5; number += 1) {
    const article = smallArticle(`a${number}`, `خبر ${number}`)
    insertArticle(db, { article, state: number < 4 ? 'draft' : 'submitted', author: 'سعاد الأحمد', at: AT })
    const revision = addRevision(db, { article, at: AT, by: 'سعاد الأحمد', reason: 'created' })
    const step = { action: 'created', from: null, to: 'draft', note: '', revision } as const
    addEvent(db, article.id, { at: AT, by: 'سعاد الأحمد', role: 'reporter', ...step })
    if (number % 2 === 1) continue
    addThread(db, article.id, { id: `t${number}`, revision, anchor: { on: 'article' }, proposal: null })
    addThreadEntry(db, {
      ...{ id: `e${number}`, threadId: `t${number}`, at: AT, by: 'كريم', role: 'editor', action: 'begun' },
      ...{ messageId: `m${number}`, text: 'من قال هذا؟' },
    })
    countReview(db, article.id)
  }
  indexNext(db, 10)
  return store
}

describe('what waits for a person', () => {
  it('is listed under a name in any spelling, by itself, in another order, and in a search', () => {
    const { db } = filled()
    const ids = (query: object): string[] => listArticles(db, listQuerySchema.parse(query)).rows.map(({ id }) => id)
    expect(ids({ needsMe: 'سعاد الاحمد' })).toEqual(['a4', 'a2'])
    expect(ids({ needsMe: 'كريم' })).toEqual([])
    expect(ids({ needsMe: 'سعاد الأحمد', states: ['draft'] })).toEqual(['a2'])
    expect(ids({ needsMe: 'سعاد الأحمد', order: { by: 'headline', isDescending: false } })).toEqual(['a2', 'a4'])
    expect(ids({ needsMe: 'سعاد الأحمد', search: 'خبر' })).toEqual(['a4', 'a2'])
    expect(listArticles(db, listQuerySchema.parse({ needsMe: 'سعاد الأحمد' })).counts).toEqual({
      draft: 1,
      submitted: 1,
    })
  })

  it('is read from an index, and no thread for it', () => {
    const { db, plans } = explaining(filled().db)
    listArticles(db, listQuerySchema.parse({ needsMe: 'سعاد الأحمد' }))
    expect(plans).toContain('SEARCH needs USING PRIMARY KEY (name=?)')
    expect(plans.filter((step) => /thread|proposal/u.test(step))).toEqual([])
  })
})

describe('the people whom a store knows', () => {
  it('are those who did something, read by steps through indexes', () => {
    const { db, plans } = explaining(filled().db)
    expect(listKnownNames(db)).toEqual(['سعاد الأحمد', 'كريم'])
    const read = plans.filter((step) => /events|entries|assignments/u.test(step))
    const byPerson = ['events', 'thread_entries', 'proposal_entries', 'assignments'].flatMap((table) => [
      `SEARCH ${table} USING COVERING INDEX ${table}_by_person`,
      `SEARCH ${table} USING COVERING INDEX ${table}_by_person (by>?)`,
    ])
    const byAssignee = 'SEARCH assignments USING COVERING INDEX assignments_by_assignee'
    expect(new Set(read)).toEqual(new Set([...byPerson, byAssignee, `${byAssignee} (assignee>?)`]))
  })
})
