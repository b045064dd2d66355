import { sortKey } from '#core/text/sort-key.ts'
import type { MigrationDb } from '../handles.ts'

/**
 * What lists sort and filter by. Like `words`, it is taken from the text behind the saves, and is not sealed: a save writes
 * no page more. Each order has an index of its own; the filters of the usual order stand in its index.
 */
const columns = `
ALTER TABLE articles ADD COLUMN kind TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN urgency INTEGER;
-- When the embargo ends, ISO 8601, UTC.
ALTER TABLE articles ADD COLUMN embargo TEXT;
-- The hash of the first picture; empty for none.
ALTER TABLE articles ADD COLUMN picture TEXT NOT NULL DEFAULT '';
-- The first words of an article without a headline.
ALTER TABLE articles ADD COLUMN opening TEXT NOT NULL DEFAULT '';
-- See core/text/sort-key.ts.
ALTER TABLE articles ADD COLUMN headline_key TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN author_key TEXT NOT NULL DEFAULT '';
-- JSON: how long the body should become, as one writer set it; NULL for no goal.
ALTER TABLE articles ADD COLUMN goal TEXT;
`

const indexes = `
DROP INDEX articles_by_time;
CREATE INDEX articles_by_time ON articles (
  updated_at DESC, number DESC, state, has_image, section, CASE byline WHEN '' THEN creator ELSE byline END,
  kind, urgency, embargo
) WHERE deleted_at IS NULL;
CREATE INDEX articles_by_creation ON articles (created_at, number) WHERE deleted_at IS NULL;
CREATE INDEX articles_by_headline ON articles (headline_key, number) WHERE deleted_at IS NULL;
CREATE INDEX articles_by_author_key ON articles (author_key, number) WHERE deleted_at IS NULL;
CREATE INDEX articles_by_words ON articles (words, number) WHERE deleted_at IS NULL;
`

type Row = { number: number; headline: string; author: string }

/**
 * Sorts and filters work at once after an upgrade. Pictures and first words follow behind, as after a save: they need whole
 * articles.
 */
export function orders(db: MigrationDb): void {
  db.script(columns)
  for (const { number, headline, author } of db.all<Row>(
    "SELECT number, headline, CASE byline WHEN '' THEN creator ELSE byline END AS author FROM articles",
  )) {
    db.run('UPDATE articles SET headline_key = :headline, author_key = :author WHERE number = :number', {
      ...{ number, headline: sortKey(headline), author: sortKey(author) },
    })
  }
  db.run(
    `UPDATE articles SET (kind, urgency, embargo) = (
       SELECT coalesce(json_extract(json, '$.metadata.kind'), ''), json_extract(json, '$.metadata.urgency'),
         strftime('%Y-%m-%dT%H:%M:%fZ', json_extract(json, '$.metadata.embargo'))
       FROM texts WHERE texts.number = articles.number)
     WHERE number IN (SELECT number FROM texts WHERE json_valid(json))`,
  )
  db.run("UPDATE articles SET indexed_save = NULL WHERE has_image = 1 OR headline = ''")
  db.script(indexes)
}
