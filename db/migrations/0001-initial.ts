/** The first store: working copies, revisions, the audit, pictures, exports, settings, and the search index. */
export const initial = `
CREATE TABLE articles (
  -- The search index points here; without a number of its own a row could be renumbered by VACUUM.
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  json TEXT NOT NULL,
  -- SHA-256 of json, in hexadecimal: what the disk gives back is what was written, or it is refused.
  hash TEXT NOT NULL,
  state TEXT NOT NULL,
  -- Who brought it in; the list shows the byline first.
  creator TEXT NOT NULL,
  headline TEXT NOT NULL,
  deck TEXT NOT NULL,
  byline TEXT NOT NULL,
  section TEXT NOT NULL,
  words INTEGER NOT NULL,
  save_number INTEGER NOT NULL,
  caret TEXT,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL
) STRICT;
CREATE INDEX articles_by_time ON articles (updated_at DESC, number DESC);

CREATE TABLE revisions (
  hash TEXT PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  -- Canonical JSON, whose SHA-256 is the hash.
  json TEXT NOT NULL,
  parent TEXT REFERENCES revisions (hash),
  created_at TEXT NOT NULL
) STRICT;
CREATE INDEX revisions_by_article ON revisions (article_id);

CREATE TABLE events (
  number INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL REFERENCES articles (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  note TEXT NOT NULL,
  revision TEXT NOT NULL REFERENCES revisions (hash)
) STRICT;
CREATE INDEX events_by_article ON events (article_id, number);

CREATE TABLE assets (
  hash TEXT PRIMARY KEY,
  media_type TEXT NOT NULL,
  width INTEGER NOT NULL,
  height INTEGER NOT NULL,
  size INTEGER NOT NULL,
  name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE exports (
  article_id TEXT NOT NULL REFERENCES articles (id),
  version INTEGER NOT NULL,
  revision TEXT NOT NULL REFERENCES revisions (hash),
  path TEXT NOT NULL,
  sha256 TEXT NOT NULL,
  bytes INTEGER NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  PRIMARY KEY (article_id, version)
) STRICT;

CREATE TABLE settings (
  name TEXT PRIMARY KEY,
  -- JSON.
  value TEXT NOT NULL
) STRICT;

-- Holds folded text, so the tokenizer has no diacritics left to remove; the text itself stays in articles.
CREATE VIRTUAL TABLE search USING fts5 (
  headline, body, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);

CREATE TRIGGER revisions_stay BEFORE UPDATE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
CREATE TRIGGER revisions_remain BEFORE DELETE ON revisions BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
`
