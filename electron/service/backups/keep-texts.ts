import { setImmediate } from 'node:timers/promises'
import { toContractError } from '#db/errors.ts'
import type { Store } from '#db/open.ts'
import { getArticle, unkeptArticles } from '#db/tables/articles.ts'
import { addRevision } from '#db/tables/revisions.ts'

/**
 * Keeps every text that no revision holds yet, before the store is copied because a person asked for it. The copy then holds
 * that revision too. A merge of what is written on in both begins there. Without it, it would begin at an older revision, and
 * all that was written since would clash with itself. The daily backup does not keep texts: it would put a revision amid what
 * is being written.
 */
export async function keepTexts(store: Store, signal: AbortSignal): Promise<void> {
  for (const id of unkeptArticles(store.db)) {
    if (signal.aborted) return
    keepText(store, id)
    // oxlint-disable-next-line no-await-in-loop -- other calls are served in between
    await setImmediate()
  }
}

/** Keeps a text. One that is damaged, or for which the disk has no room, is copied all the same. */
function keepText(store: Store, id: string): void {
  try {
    const stored = getArticle(store.db, id)
    if (stored === null) return
    const { article, author: by, updatedAt: at } = stored
    addRevision(store.db, { article, at, by, reason: 'quiet' })
  } catch (error) {
    if (toContractError(error) === null) throw error
  }
}
