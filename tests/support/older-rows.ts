import type Database from 'better-sqlite3'
import type { Article } from '#core/article/article.ts'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import { createHandle } from '#db/handles.ts'
import { insertArticle } from '#db/tables/articles.ts'
import { smallArticle } from './articles.ts'

/** When everything in these stores was written. */
export const AT = '2026-11-24T08:00:00.000Z'

/** What `insertRevision` says of a revision. */
export const OLD_REVISION = { parent: null, secondParent: null, reason: 'quiet', by: 'سعاد', at: AT }

/** Writes an article with two steps as a store of version 10 has it. @returns the hash of its revision */
export function insertStoredOf10(old: Database.Database): string {
  const article = smallArticle('a1', 'عنوان')
  insertOf6(old, article)
  const hash = insertRevision(old, article)
  const insert = old.prepare(
    `INSERT INTO events (article_id, at, by, role, action, from_state, to_state, note, revision, seal)
     VALUES ('a1', :at, 'كريم', 'editor', :action, :from, :to, '', :hash,
       seal('a1', :at, 'كريم', 'editor', :action, :from, :to, '', :hash))`,
  )
  insert.run({ at: AT, hash, action: 'created', from: null, to: 'draft' })
  insert.run({ at: AT, hash, action: 'moved', from: 'draft', to: 'submitted' })
  return hash
}

/** Keeps a revision as a store of version 2 to 7 does. @returns its hash */
export function insertRevision(old: Database.Database, article: Article): string {
  const json = canonicalJson(article)
  const hash = sha256Hex(json)
  old
    .prepare(
      `INSERT INTO revisions (hash, article_id, data, parent, reason, by, created_at, seal)
       VALUES (:hash, :id, deflate(:json), NULL, 'quiet', 'سعاد', :at, seal(:hash, :id, NULL, 'quiet', 'سعاد', :at))`,
    )
    .run({ hash, id: article.id, json, at: AT })
  return hash
}

/** Writes an article as a store of version 6 or 7 has it. */
export function insertOf6(old: Database.Database, article: Article): void {
  insertArticle(
    createHandle(() => old),
    { article, state: 'draft', author: 'سعاد', at: AT },
  )
  old.exec('UPDATE articles SET indexed_save = save_number')
}
