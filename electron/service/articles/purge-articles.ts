import { knownBy } from '#core/article/opening.ts'
import type { Actor } from '#core/review/states.ts'
import type { WriteDb } from '#db/handles.ts'
import { listBin, purge } from '#db/tables/bin.ts'
import { addEvent } from '#db/tables/events.ts'
import { getArticleHead } from '#db/tables/articles.ts'
import { lastRevision } from '#db/tables/revisions.ts'

/**
 * Deletes articles of the bin for good, and records who did it: the steps of an article outlive it, and the last one names it.
 * @param at ISO 8601
 */
export function purgeArticles(db: WriteDb, ids: readonly string[], actor: Actor, at: string): void {
  const names = new Map(listBin(db).map((row) => [row.id, knownBy(row)]))
  db.transaction(() => {
    for (const id of ids.filter((each) => names.has(each))) {
      const [head, revision] = [getArticleHead(db, id), lastRevision(db, id)]
      // Each article has a revision since it was put into the bin; one from before the audit may not.
      if (head === null || revision === null) continue
      const by = { at, by: actor.name, role: actor.role, note: names.get(id) ?? '' }
      addEvent(db, id, { ...by, action: 'purged', from: head.state, to: head.state, revision: revision.hash })
    }
    purge(db, ids, at)
  })
}
