/**
 * Threads and proposals, beside the text. What was done in them is only added to. The counts on `articles`, and `needs`, follow
 * from them and are not sealed.
 */
export const review = `
CREATE TABLE threads (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  -- In which the anchor lies.
  revision TEXT NOT NULL REFERENCES revisions (hash),
  -- JSON.
  anchor TEXT NOT NULL,
  -- The id of the proposal that it is about, or NULL.
  proposal TEXT,
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX threads_by_article ON threads (article_id, number);
CREATE INDEX threads_by_revision ON threads (revision);

CREATE TABLE thread_entries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  thread_id TEXT NOT NULL REFERENCES threads (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  message_id TEXT,
  text TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX thread_entries_by_thread ON thread_entries (thread_id, number);
CREATE INDEX thread_entries_by_message ON thread_entries (message_id);
CREATE INDEX thread_entries_by_person ON thread_entries (by);

CREATE TABLE proposals (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  note TEXT NOT NULL,
  -- Canonical JSON by raw deflate; the SHA-256 of the JSON is the hash beside it.
  base BLOB NOT NULL,
  base_hash TEXT NOT NULL,
  head BLOB NOT NULL,
  head_hash TEXT NOT NULL,
  save_number INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  state TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX proposals_by_article ON proposals (article_id, number);

CREATE TABLE proposal_entries (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  proposal_id TEXT NOT NULL REFERENCES proposals (id),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  -- The words that it was about.
  removed TEXT NOT NULL,
  added TEXT NOT NULL,
  -- Of the proposal, after it.
  save_number INTEGER NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX proposal_entries_by_proposal ON proposal_entries (proposal_id, number);
CREATE INDEX proposal_entries_by_person ON proposal_entries (by);

CREATE TRIGGER threads_stay BEFORE UPDATE ON threads BEGIN SELECT RAISE(ABORT, 'threads are append-only'); END;
CREATE TRIGGER threads_remain BEFORE DELETE ON threads
  WHEN (SELECT deleted_at FROM articles WHERE id = OLD.article_id) IS NULL
  BEGIN SELECT RAISE(ABORT, 'threads are append-only'); END;
CREATE TRIGGER thread_entries_stay BEFORE UPDATE ON thread_entries
  BEGIN SELECT RAISE(ABORT, 'threads are append-only'); END;
CREATE TRIGGER thread_entries_remain BEFORE DELETE ON thread_entries
  WHEN (SELECT deleted_at FROM articles JOIN threads ON article_id = articles.id WHERE threads.id = OLD.thread_id) IS NULL
  BEGIN SELECT RAISE(ABORT, 'threads are append-only'); END;
CREATE TRIGGER proposals_remain BEFORE DELETE ON proposals
  WHEN (SELECT deleted_at FROM articles WHERE id = OLD.article_id) IS NULL
  BEGIN SELECT RAISE(ABORT, 'proposals are kept'); END;
CREATE TRIGGER proposal_entries_stay BEFORE UPDATE ON proposal_entries
  BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;
CREATE TRIGGER proposal_entries_remain BEFORE DELETE ON proposal_entries
  WHEN (SELECT deleted_at FROM articles JOIN proposals ON article_id = articles.id
    WHERE proposals.id = OLD.proposal_id) IS NULL
  BEGIN SELECT RAISE(ABORT, 'decisions are append-only'); END;

-- Who has something to do in the threads and proposals of an article, by the folded name.
CREATE TABLE needs (
  name TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  PRIMARY KEY (name, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX needs_by_article ON needs (number);
ALTER TABLE articles ADD COLUMN open_threads INTEGER NOT NULL DEFAULT 0;
ALTER TABLE articles ADD COLUMN open_proposals INTEGER NOT NULL DEFAULT 0;
CREATE INDEX events_by_person ON events (by);

-- The other parent of a merge. A row without one is sealed as before this version.
ALTER TABLE revisions ADD COLUMN second_parent TEXT;

-- The text in which a thread has its place is kept.
DROP TRIGGER revisions_remain;
CREATE TRIGGER revisions_remain BEFORE DELETE ON revisions
  WHEN (SELECT deleted_at FROM articles WHERE id = OLD.article_id) IS NULL AND (
    EXISTS (SELECT 1 FROM events WHERE revision = OLD.hash) OR EXISTS (SELECT 1 FROM exports WHERE revision = OLD.hash)
    OR EXISTS (SELECT 1 FROM deliveries WHERE revision = OLD.hash)
    OR EXISTS (SELECT 1 FROM threads WHERE revision = OLD.hash))
  BEGIN SELECT RAISE(ABORT, 'revisions are immutable'); END;
`
