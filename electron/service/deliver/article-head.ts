import { ContractError } from '#core/contract/errors.ts'
import type { ReadDb } from '#db/handles.ts'
import { getArticleHead, type ArticleHead } from '#db/tables/articles.ts'

/**
 * @returns an article's state and times; null when there is none, or its row is damaged: its state cannot change then.
 */
export function headUnlessDamaged(db: ReadDb, id: string): ArticleHead | null {
  try {
    return getArticleHead(db, id)
  } catch (error) {
    if (error instanceof ContractError && error.code === 'article-damaged') return null
    throw error
  }
}
