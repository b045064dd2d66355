import { blockText, headText } from '#core/article/plain-text.ts'
import { ContractError } from '#core/contract/errors.ts'
import { excerpt, highlight, type Stretch } from '#core/text/highlight.ts'
import type { ReadDb } from '../handles.ts'
import { getArticle, type StoredArticle } from '../tables/articles.ts'

type Excerpt = { id: string; headline: Stretch[]; text: Stretch[] }

function readable(db: ReadDb, id: string): StoredArticle | null {
  try {
    return getArticle(db, id)
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

/** @returns where a search matched in these articles, in their own words; of each the first block that has a match. */
export function excerpts(db: ReadDb, ids: readonly string[], search: string): Excerpt[] {
  return ids.flatMap((id) => {
    const stored = readable(db, id)
    if (stored === null) return []
    const { article } = stored
    const blocks = article.document.filter(({ type }) => type !== 'headline').map(blockText)
    const found = blocks.map((text) => excerpt(text, search)).find((stretches) => stretches.length > 0)
    return [{ id, headline: highlight(headText(article, 'headline').trim(), search), text: found ?? [] }]
  })
}
