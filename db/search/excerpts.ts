import type { Article } from '#core/article/article.ts'
import { headText } from '#core/article/plain-text.ts'
import { searchParts, type SearchPlace } from '#core/article/search-parts.ts'
import { ContractError } from '#core/contract/errors.ts'
import { excerpt, highlight, type Stretch } from '#core/text/highlight.ts'
import { searchTerms, type Term } from '#core/text/search-terms.ts'
import type { ReadDb } from '../handles.ts'
import { getArticle } from '../tables/articles.ts'
import { listNotes } from '../tables/events.ts'

type Excerpt = { id: string; headline: Stretch[]; text: Stretch[]; place: SearchPlace }

function readable(db: ReadDb, id: string): Article | null {
  try {
    return getArticle(db, id)?.article ?? null
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

/** The part of an article with the most of the words shows best why it was found. */
function bestPart(article: Article, notes: readonly string[], terms: readonly Term[]) {
  let best: { text: Stretch[]; place: SearchPlace; count: number } = { text: [], place: 'text', count: 0 }
  for (const { text, place } of searchParts(article, notes)) {
    const found = excerpt(text, terms)
    if (found !== null && found.terms > best.count) best = { text: found.stretches, place, count: found.terms }
    if (best.count === terms.length) break
  }
  return best
}

/** @returns the excerpt of each article in which a search matched most, in the words as they were written. */
export function excerpts(db: ReadDb, ids: readonly string[], search: string): Excerpt[] {
  const terms = searchTerms(search)
  return ids.flatMap((id) => {
    const article = readable(db, id)
    if (article === null) return []
    const { text, place } = bestPart(article, listNotes(db, id), terms)
    return [{ id, headline: highlight(headText(article, 'headline').trim(), terms), text, place }]
  })
}
