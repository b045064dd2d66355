import type { WriteDb } from '#db/handles.ts'
import { indexNext } from '#db/search/indexer.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { addEvent } from '#db/tables/events.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { generateArticle, plausibleLength } from './generate.ts'

/** Articles in one transaction. */
const STEP = 500

/** The times for inserting and indexing this many articles, in milliseconds. */
export type Filled = { articles: number; insertMs: number; indexMs: number }

/** Inserts articles `from` to `to`, each with its first revision and event, and indexes them. */
export function fill(db: WriteDb, from: number, to: number): Filled {
  const filled = { articles: to - from, insertMs: 0, indexMs: 0 }
  for (let start = from; start < to; start += STEP) {
    const end = Math.min(to, start + STEP)
    const generated = Array.from({ length: end - start }, (_each, place) =>
      generateArticle(start + place, plausibleLength(start + place)),
    )
    const before = performance.now()
    db.transaction(() => {
      for (const { article, state, author, at } of generated) {
        insertArticle(db, { article, state, author, at })
        const revision = addRevision(db, { article, at, by: author, reason: 'created' })
        const event = { at, by: author, role: 'reporter', action: 'created', from: null, to: state, note: '' } as const
        addEvent(db, article.id, { ...event, revision })
      }
    })
    const between = performance.now()
    while (indexNext(db, STEP) > 0);
    filled.insertMs += between - before
    filled.indexMs += performance.now() - between
  }
  return filled
}
