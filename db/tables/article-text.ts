import { randomUUID } from 'node:crypto'
import type { Article } from '#core/article/article.ts'
import { canonicalJson } from '#core/article/canonical.ts'
import { ArticleError, parseArticle } from '#core/article/parse.ts'
import { headText } from '#core/article/plain-text.ts'
import { figures } from '#core/article/text-nodes.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { SqlParams, WriteDb } from '../handles.ts'
import { digest } from '../seal.ts'

/** What is stored of an article: its text, the hash of its JSON, and the columns that are taken from it. */
export type Content = { hash: string; bytes: Uint8Array; row: SqlParams }

/**
 * Fills a text up with spaces, by a sixteenth at most, so that its next versions are as long. SQLite writes a text of the
 * same length into the same pages, and only the pages that differ go to the disk. A longer one would take other pages,
 * and the old ones would be wiped: three times as much to write.
 */
export function padded(json: Uint8Array): Uint8Array {
  const step = Math.max(256, 2 ** Math.floor(Math.log2(json.length)) / 16)
  return Buffer.concat([json, Buffer.alloc(Math.ceil(json.length / step) * step - json.length, ' ')])
}

/** @returns the JSON of a stored text without its padding, which may have been damaged without harm. */
export function unpadded(text: string): string {
  return text.slice(0, text.lastIndexOf('}') + 1)
}

/** Works out what is stored of an article: once, and before the transaction, which is short then. */
export function contentOf(article: Article): Content {
  // Encoded once: for its hash, and for SQLite.
  const json = Buffer.from(canonicalJson(article))
  const hash = digest(json)
  const bytes = padded(json)
  return {
    hash,
    bytes,
    row: {
      id: article.id,
      hash,
      headline: headText(article, 'headline').trim(),
      deck: headText(article, 'deck').trim(),
      byline: headText(article, 'byline').trim(),
      section: article.metadata.section.trim(),
      hasImage: figures(article.document).some(({ asset }) => asset !== undefined) ? 1 : 0,
    },
  }
}

/** Writes the text of an article whose row is there. */
export function putText(db: WriteDb, id: string, json: Uint8Array): void {
  const text = { id, json }
  const changed = db.run(
    'UPDATE texts SET json = CAST(:json AS TEXT) WHERE number = (SELECT number FROM articles WHERE id = :id)',
    text,
  )
  if (changed === 1) return
  db.run('INSERT INTO texts (number, json) SELECT number, CAST(:json AS TEXT) FROM articles WHERE id = :id', text)
}

/**
 * Reads an article from its stored text, padded or not. One in an earlier format is upgraded.
 * @param hash SHA-256 of the JSON as it is stored, in whatever format
 * @throws ContractError `article-damaged`, also when the text is as it was written but no article of this version.
 */
export function readArticle(text: string, hash: string, id: string): Article {
  const json = unpadded(text)
  if (digest(json) !== hash) throw new ContractError('article-damaged', { id })
  try {
    return parseArticle(JSON.parse(json), randomUUID)
  } catch (error) {
    if (error instanceof ArticleError) throw new ContractError('article-damaged', { id }, { cause: error })
    throw error
  }
}
