/**
 * Seals on every row that is shown, texts apart from what lists show (a list would read through every text else),
 * revisions deflated and with reasons, a bin, a search index with stems that follows behind the saves.
 */
export const history = `
CREATE TABLE texts (
  number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
  -- Canonical JSON, whose SHA-256 is the article's hash. Not deflated: of a damaged one a person can still read the rest.
  json TEXT NOT NULL
) STRICT;
INSERT INTO texts (number, json) SELECT number, json FROM articles;

ALTER TABLE articles ADD COLUMN has_image INTEGER NOT NULL DEFAULT 0;
-- When it was put into the bin.
ALTER TABLE articles ADD COLUMN deleted_at TEXT;
-- Of which save the search index knows; NULL: of none.
ALTER TABLE articles ADD COLUMN indexed_save INTEGER;
-- SHA-256 of what lists show and decisions rest on; see db/tables/articles.ts.
ALTER TABLE articles ADD COLUMN seal TEXT NOT NULL DEFAULT '';
UPDATE articles SET has_image = instr(json, '"asset":{') > 0;
ALTER TABLE articles DROP COLUMN json;
UPDATE articles SET seal = seal(id, hash, state, creator, headline, deck, byline, section, has_image, save_number,
  created_at, updated_at, deleted_at);
DROP INDEX articles_by_time;
CREATE INDEX articles_by_time ON articles (updated_at DESC, number DESC) WHERE deleted_at IS NULL;
CREATE INDEX articles_deleted ON articles (deleted_at) WHERE deleted_at IS NOT NULL;
CREATE INDEX articles_by_state ON articles (state, updated_at DESC, number DESC) WHERE deleted_at IS NULL;
CREATE INDEX articles_to_index ON articles (number) WHERE indexed_save IS NOT save_number;

DROP TRIGGER revisions_stay;
DROP TRIGGER revisions_remain;
DROP TRIGGER events_stay;
DROP TRIGGER events_remain;

CREATE TABLE new_revisions (
  hash TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  -- Canonical JSON by raw deflate; the SHA-256 of the JSON is the hash.
  data BLOB NOT NULL,
  -- May have been thinned out since.
  parent TEXT,
  reason TEXT NOT NULL,
  by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
INSERT INTO new_revisions (hash, article_id, data, parent, reason, by, created_at, seal)
  SELECT hash, article_id, deflate(json), parent, 'moved', '', created_at,
    seal(hash, article_id, parent, 'moved', '', created_at) FROM revisions;
DROP TABLE revisions;
ALTER TABLE new_revisions RENAME TO revisions;
CREATE INDEX revisions_by_article ON revisions (article_id);

ALTER TABLE events ADD COLUMN seal TEXT NOT NULL DEFAULT '';
UPDATE events SET seal = seal(article_id, at, by, role, action, from_state, to_state, note, revision);
CREATE INDEX events_by_revision ON events (revision);
CREATE INDEX exports_by_revision ON exports (revision);

-- Only what lies in the bin can be removed for good, and of the rest only revisions that nothing refers to.
CREATE TRIGGER revisions_stay BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
CREATE TRIGGER revisions_remain BEFORE DELETE ON revisions
  WHEN (SELECT deleted_at FROM articles WHERE id = OLD.article_id) IS NULL AND (
    EXISTS (SELECT 1 FROM events WHERE revision = OLD.hash) OR EXISTS (SELECT 1 FROM exports WHERE revision = OLD.hash))
  BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events
  WHEN (SELECT deleted_at FROM articles WHERE id = OLD.article_id) IS NULL
  BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;

DROP TABLE search;
-- Holds folded words and their stems; the text itself stays in texts. Filled by code, behind the saves.
CREATE VIRTUAL TABLE search USING fts5 (
  headline, body, headline_stems, body_stems,
  content = '', contentless_delete = 1, prefix = '1 2 3', tokenize = 'unicode61 remove_diacritics 0'
);
`
