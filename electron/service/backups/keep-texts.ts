import { setImmediate } from 'node:timers/promises'
import { toContractError } from '#db/errors.ts'
import type { Store } from '#db/open.ts'
import { getArticle, unkeptArticles } from '#db/tables/articles.ts'
import { addRevision } from '#db/tables/revisions.ts'

/**
 * Keeps every text that no revision holds yet, before a person has the store copied. The copy then has it too, as the last version
 * that both have. Without it a merge of what is written here and there would begin at an older version, and everything
 * written since would clash with itself. The daily backup does not: it would put a version amid what is being written.
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
