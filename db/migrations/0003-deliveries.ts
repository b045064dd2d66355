/** Destinations, and the queue of what is on its way to them. A destination's secret is not here: see electron/service/secrets. */
export const deliveries = `
CREATE TABLE destinations (
  id TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  -- JSON: the kind and what belongs to it; never a secret.
  config TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;

CREATE TABLE deliveries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  -- May have been removed since: what was sent there is still to be known.
  destination_id TEXT NOT NULL,
  revision TEXT NOT NULL REFERENCES revisions (hash),
  action TEXT NOT NULL,
  state TEXT NOT NULL,
  -- JSON: how far it is, and what the other side said; see db/tables/delivery-progress.ts.
  progress TEXT NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX deliveries_by_article ON deliveries (article_id, destination_id, number);
CREATE INDEX deliveries_by_revision ON deliveries (revision);
CREATE INDEX deliveries_open ON deliveries (state) WHERE state NOT IN ('delivered', 'cancelled');

CREATE TABLE payloads (
  number INTEGER PRIMARY KEY REFERENCES deliveries (number) ON DELETE CASCADE,
  -- What is sent, by raw deflate, until it has arrived. Its SHA-256 stands in the progress.
  bytes BLOB NOT NULL
) STRICT;

-- What was sent is kept as what was exported is.
DROP TRIGGER revisions_remain;
CREATE TRIGGER revisions_remain BEFORE DELETE ON revisions
  WHEN (SELECT deleted_at FROM articles WHERE id = OLD.article_id) IS NULL AND (
    EXISTS (SELECT 1 FROM events WHERE revision = OLD.hash) OR EXISTS (SELECT 1 FROM exports WHERE revision = OLD.hash)
    OR EXISTS (SELECT 1 FROM deliveries WHERE revision = OLD.hash))
  BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
`
