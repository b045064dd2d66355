import { canonicalJson } from '#core/article/canonical.ts'
import { isFields } from '#core/article/json.ts'
import type { ArticleJson } from '#core/article/versions/article-json.ts'
import { upgradeArticle } from '#core/article/versions/upgrade.ts'
import type { MigrationDb } from '../handles.ts'
import { digest } from '../seal.ts'
import { padded, unpadded } from '../tables/article-text.ts'

const FORMAT = 2
/** So many texts are in memory at a time. */
const SLICE = 100

/** As the table has them in this version; see the note on migrations. */
const SEALED = `id, hash, state, creator, headline, deck, byline, section, has_image, save_number, created_at,
  updated_at, deleted_at`

type Row = { number: number; hash: string; json: string }

/**
 * Brings the working copies to format 2. A row or a text that is not as it was written stays so: a new seal would hide
 * the damage. Revisions stay as they are and are upgraded when they are read, so that their hashes can still be proven:
 * see docs/decisions/017.
 */
export function format2(db: MigrationDb): void {
  for (let after = -1; ;) {
    const rows = db.all<Row>(
      `SELECT number, hash, json FROM articles JOIN texts USING (number)
       WHERE number > :after AND seal = seal(${SEALED}) ORDER BY number LIMIT ${SLICE}`,
      { after },
    )
    const last = rows.at(-1)
    if (last === undefined) return
    for (const row of rows) upgradeOne(db, row)
    after = last.number
  }
}

function upgradeOne(db: MigrationDb, { number, hash, json }: Row): void {
  const text = unpadded(json)
  if (digest(text) !== hash) return
  const article: unknown = JSON.parse(text)
  if (!isStored(article)) return
  const upgraded = upgradeArticle(article, FORMAT)
  if (upgraded === article) return
  const bytes = Buffer.from(canonicalJson(upgraded))
  db.run('UPDATE texts SET json = CAST(:json AS TEXT) WHERE number = :number', { number, json: padded(bytes) })
  db.run('UPDATE articles SET hash = :hash WHERE number = :number', { number, hash: digest(bytes) })
  if (canonicalJson(upgraded.document) !== canonicalJson(article.document)) {
    // Blocks came out of their wrappers: their pictures and words are new to the list and to the index.
    const hasImage = hasPicture(upgraded.document) ? 1 : 0
    db.run('UPDATE articles SET has_image = :hasImage, indexed_save = NULL WHERE number = :number', {
      ...{ number, hasImage },
    })
  }
  db.run(`UPDATE articles SET seal = seal(${SEALED}) WHERE number = :number`, { number })
}

function isStored(article: unknown): article is ArticleJson {
  return isFields(article) && Array.isArray(article['document'])
}

function hasPicture(document: readonly unknown[]): boolean {
  const known = document.filter((block) => isFields(block) && block['type'] !== 'unknown')
  return canonicalJson(known).includes('"asset":{')
}
