import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import type { Article } from '#core/article/article.ts'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import type { ArticleJson } from '#core/article/versions/article-json.ts'

/** @returns the article of `tests/fixtures/formats` in this format; it is the same article in each. */
export function articleInFormat(format: number): ArticleJson {
  const path = join(import.meta.dirname, '../fixtures/formats', `${format}.json`)
  return JSON.parse(readFileSync(path, 'utf8')) as ArticleJson
}

/** @returns an article in format 1. Its blocks must have the same form in both formats. */
export function asFormat1(article: Article): ArticleJson {
  return { ...article, schemaVersion: 1 }
}

/**
 * Puts an article of any format into a store of version 2 to 4: its working copy, and an approved revision of the same
 * text. The connection needs the functions of `addFunctions`.
 * @returns the hash of both
 */
export function insertStored(connection: Database.Database, article: ArticleJson, at: string): string {
  const json = canonicalJson(article)
  const row = { id: String(article['id']), hash: sha256Hex(json), json, at }
  connection
    .prepare(
      `INSERT INTO articles (id, hash, state, creator, headline, deck, byline, section, words, has_image, save_number,
         created_at, updated_at, indexed_save, seal)
       VALUES (:id, :hash, 'approved', 'سعاد', 'خبر من الإصدار الأول', '', '', 'سياسة', 7, 0, 3, :at, :at, 3,
         seal(:id, :hash, 'approved', 'سعاد', 'خبر من الإصدار الأول', '', '', 'سياسة', 0, 3, :at, :at, NULL))`,
    )
    .run(row)
  connection.prepare('INSERT INTO texts SELECT number, :json FROM articles WHERE id = :id').run(row)
  connection
    .prepare(
      `INSERT INTO revisions VALUES (:hash, :id, deflate(:json), NULL, 'moved', 'كريم', :at,
         seal(:hash, :id, NULL, 'moved', 'كريم', :at))`,
    )
    .run(row)
  connection
    .prepare(
      `INSERT INTO events (article_id, at, by, role, action, from_state, to_state, note, revision, seal)
       VALUES (:id, :at, 'كريم', 'editor', 'moved', 'submitted', 'approved', '', :hash,
         seal(:id, :at, 'كريم', 'editor', 'moved', 'submitted', 'approved', '', :hash))`,
    )
    .run(row)
  return row.hash
}
