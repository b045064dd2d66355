import { ContractError } from '#core/contract/errors.ts'
import type { Article } from '#core/article/article.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { readArticle } from '../tables/article-text.ts'
import { listNotes } from '../tables/events.ts'
import { indexText } from './index-text.ts'
import { AUTHOR } from './filters.ts'
import { setListed, type Named } from './listed.ts'

/** Marks an article to be indexed again, though its text has not changed. */
export function markForIndex(db: WriteDb, id: string): void {
  db.run('UPDATE articles SET indexed_save = NULL WHERE id = :id', { id })
}

type Due = { number: number; bytes: number }
type Row = Named & { id: string; hash: string; json: string | null; save_number: number }

/** @returns whether some save is not in the search index yet. */
export function isIndexBehind(db: ReadDb): boolean {
  return db.get('SELECT 1 FROM articles WHERE indexed_save IS NOT save_number LIMIT 1') !== undefined
}

/**
 * Indexes the articles that were saved since, up to a limit. It is no part of a save, so that no writer waits for it.
 * @param bytes of text at most; when the next article alone has more, nothing is done
 * @returns how many articles were indexed; 0 when the index is up to date.
 */
export function indexNext(db: WriteDb, limit: number, bytes = Number.MAX_SAFE_INTEGER): number {
  return db.transaction(() => {
    const due = db.all<Due>(
      `SELECT number, coalesce(octet_length(json), 0) AS bytes FROM articles LEFT JOIN texts USING (number)
       WHERE indexed_save IS NOT save_number ORDER BY number LIMIT :limit`,
      { limit },
    )
    let left = bytes
    const fitting = due.findIndex((each) => (left -= each.bytes) < 0)
    const chosen = fitting === -1 ? due : due.slice(0, fitting)
    for (const { number } of chosen) indexOne(db, number)
    return chosen.length
  })
}

function indexOne(db: WriteDb, number: number): void {
  const row = db.get<Row>(
    `SELECT id, hash, json, save_number, headline, ${AUTHOR} AS author
     FROM articles LEFT JOIN texts USING (number) WHERE number = :number`,
    { number },
  )
  if (row === undefined) return
  const { id, hash, json, save_number } = row
  db.run('DELETE FROM search WHERE rowid = :number', { number })
  const article = insert(db, number, id, hash, json ?? '')
  db.run('UPDATE articles SET indexed_save = :save_number WHERE number = :number', { number, save_number })
  setListed(db, number, article, row)
}

/** @returns the article. A damaged text is not indexed, and null: the list shows it as damaged. */
function insert(db: WriteDb, number: number, id: string, hash: string, json: string): Article | null {
  try {
    const article = readArticle(json, hash, id)
    const { headline, body, headlineStems, bodyStems } = indexText(article, listNotes(db, id))
    db.run(
      `INSERT INTO search (rowid, headline, body, headline_stems, body_stems)
       VALUES (:number, :headline, :body, :headlineStems, :bodyStems)`,
      { number, headline, body, headlineStems, bodyStems },
    )
    return article
  } catch (error) {
    if (error instanceof ContractError) return null
    throw error
  }
}
