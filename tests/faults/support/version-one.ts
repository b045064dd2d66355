import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { canonicalJson, sha256Hex } from '#core/article/canonical.ts'
import { addFunctions } from '#db/functions.ts'
import { APPLICATION_ID } from '#db/header.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { smallArticle } from '#tests/support/articles.ts'
import { asFormat1 } from '#tests/support/formats.ts'
import { wordsOf } from './texts.ts'

const AT = '2026-11-24T07:00:00.000Z'

/** @returns article `number` of the store that `makeVersionOne` makes, in the present format. */
export function articleOfVersionOne(number: number) {
  return smallArticle(`old-${number}`, `عنوان قديم ${number}`, wordsOf(`قديم ${number}`, number % 4 === 0 ? 3000 : 60))
}

/** Makes a store of version 1 with this many articles, each with a revision and an event. */
export function makeVersionOne(folder: string, articles: number): void {
  mkdirSync(folder, { recursive: true })
  const connection = new Database(join(folder, 'midad.db'))
  addFunctions(connection)
  connection.pragma(`application_id = ${APPLICATION_ID}`)
  connection.pragma('journal_mode = WAL')
  migrate(connection, MIGRATIONS.slice(0, 1))
  const insert = connection.prepare(
    `INSERT INTO articles (id, json, hash, state, creator, headline, deck, byline, section, words, save_number,
       created_at, updated_at)
     VALUES (:id, :json, :hash, 'draft', 'سعاد', :headline, '', '', '', 2, 3, :at, :at)`,
  )
  const keep = connection.prepare('INSERT INTO revisions VALUES (:hash, :id, :json, NULL, :at)')
  const step = connection.prepare(
    `INSERT INTO events (article_id, at, by, role, action, from_state, to_state, note, revision)
     VALUES (:id, :at, 'سعاد', 'reporter', 'created', NULL, 'draft', '', :hash)`,
  )
  for (let number = 1; number <= articles; number += 1) {
    const article = articleOfVersionOne(number)
    const json = canonicalJson(asFormat1(article))
    const hash = sha256Hex(json)
    const row = { id: article.id, json, hash, at: AT, headline: `عنوان قديم ${number}` }
    insert.run(row)
    keep.run({ hash, id: article.id, json, at: AT })
    step.run({ id: article.id, at: AT, hash })
  }
  connection.close()
}
