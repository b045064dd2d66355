import type { Article } from '#core/article/article.ts'
import { articleHash, canonicalJson } from '#core/article/canonical.ts'
import type { ReadDb, WriteDb } from '../handles.ts'
import { readArticle } from './articles.ts'

/**
 * Keeps an article as it is now, for ever. Content that is kept already is not kept twice.
 * @returns the hash that addresses it.
 */
export function addRevision(db: WriteDb, article: Article, at: string): string {
  const hash = articleHash(article)
  db.run(
    `INSERT INTO revisions (hash, article_id, json, parent, created_at)
     VALUES (:hash, :id, :json,
       (SELECT revision FROM events WHERE article_id = :id ORDER BY number DESC LIMIT 1), :at)
     ON CONFLICT (hash) DO NOTHING`,
    { hash, id: article.id, json: canonicalJson(article), at },
  )
  return hash
}

/**
 * @returns the article that a hash addresses, or null when there is none.
 * @throws ContractError `article-damaged`.
 */
export function getRevision(db: ReadDb, hash: string): Article | null {
  const row = db.get<{ json: string }>('SELECT json FROM revisions WHERE hash = :hash', { hash })
  return row === undefined ? null : readArticle(row.json, hash, hash)
}
