import { ContractError } from '#core/contract/errors.ts'
import type { WriteDb } from '../handles.ts'
import { getArticle } from '../tables/articles.ts'
import { addRevision } from '../tables/revisions.ts'
import type { SoundRevision } from './content.ts'

/**
 * Keeps apart what this store wrote and what comes from another. A revision names the last one before it as its parent, so the
 * text of an article here must be the last, also after those that come.
 * @param coming revisions from elsewhere
 * @param add brings them in
 */
export function keepingOwnLines(db: WriteDb, coming: readonly SoundRevision[], add: () => void): void {
  const has = (hash: string): boolean => db.get('SELECT 1 FROM revisions WHERE hash = :hash', { hash }) !== undefined
  const articles = new Set(coming.flatMap(({ hash, articleId }) => (has(hash) ? [] : [articleId])))
  const lines = [...articles].flatMap((id) => keptText(db, id) ?? [])
  add()
  for (const hash of lines) {
    // REPLACE passes the triggers against changes: the row is the same, in another place. References to it stay valid.
    db.run(
      `INSERT OR REPLACE INTO revisions (rowid, hash, article_id, data, parent, reason, by, created_at, seal, second_parent)
       SELECT NULL, hash, article_id, data, parent, reason, by, created_at, seal, second_parent
       FROM revisions WHERE hash = :hash`,
      { hash },
    )
  }
}

/** @returns the revision that holds the text of an article, kept now if it was not; null for none or a damaged one. */
function keptText(db: WriteDb, id: string): string | null {
  try {
    const stored = getArticle(db, id)
    if (stored === null) return null
    const { article, author: by, updatedAt: at } = stored
    return addRevision(db, { article, by, at, reason: 'before-merge' })
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}
