import type { Article } from '#core/article/article.ts'
import { articleText, blockText } from '#core/article/plain-text.ts'
import { textBlocks } from '#core/article/text-nodes.ts'
import { listQuerySchema } from '#core/contract/articles.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { ReadDb } from '#db/handles.ts'
import { listArticles } from '#db/search/list.ts'
import { getRevision, listRevisions } from '#db/tables/revisions.ts'

/** How much of two texts must be the same for one to be a version of the other. */
const NEAR = 0.4
/** The newest revisions of an article that are compared. */
const MOST_REVISIONS = 10
const MOST_ARTICLES = 5
/** How many words of a line are looked for, and of how many lines. */
const PHRASE = 5
const PHRASES = 6

/** @returns every row of three words of a text. */
function rowsOf(article: Article): Set<string> {
  const words = articleText(article).match(/[\p{L}\p{N}]+/gu) ?? []
  return new Set(words.map((_word, at) => words.slice(at, at + 3).join(' ')))
}

function likeness(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  let count = 0
  for (const row of one) if (other.has(row)) count += 1
  return count / Math.max(1, one.size + other.size - count)
}

type Near = { revision: Article; likeness: number }

/** @returns a revision, or null for one that is damaged or gone. */
function readable(db: ReadDb, hash: string): Article | null {
  try {
    return getRevision(db, hash)
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}

function nearestOf(db: ReadDb, id: string, rows: ReadonlySet<string>): Near | null {
  let best: Near | null = null
  for (const { hash } of listRevisions(db, id).revisions.slice(-MOST_REVISIONS).toReversed()) {
    const revision = readable(db, hash)
    if (revision === null) continue
    const near = likeness(rows, rowsOf(revision))
    if (near > (best?.likeness ?? 0)) best = { revision, likeness: near }
  }
  return best
}

/** @returns articles that hold some of the phrases of a text. */
function candidates(db: ReadDb, article: Article): string[] {
  const lines = textBlocks(article.document)
    .map((block) => blockText(block).match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((words) => words.length >= 3)
  const step = Math.max(1, Math.floor(lines.length / PHRASES))
  const found = new Set<string>()
  for (let at = 0; at < lines.length && found.size < MOST_ARTICLES; at += step) {
    const search = `"${lines[at]?.slice(0, PHRASE).join(' ') ?? ''}"`
    const query = listQuerySchema.parse({ search: search.slice(0, 500), limit: MOST_ARTICLES })
    for (const { id } of listArticles(db, query).rows) found.add(id)
  }
  return [...found].slice(0, MOST_ARTICLES)
}

/**
 * Finds the revision that a text is nearest to.
 * @param id of the article that it is of; null looks through all articles
 * @returns null when none is near
 */
export function nearestRevision(db: ReadDb, article: Article, id: string | null): Article | null {
  const rows = rowsOf(article)
  let best: Near | null = null
  for (const candidate of id === null ? candidates(db, article) : [id]) {
    const near = nearestOf(db, candidate, rows)
    if (near !== null && near.likeness > (best?.likeness ?? 0)) best = near
  }
  return best === null || best.likeness < NEAR ? null : best.revision
}
