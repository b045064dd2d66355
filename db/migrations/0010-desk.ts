/**
 * Assignments beside the text, which are only added to; the queues of a desk, and what each person has read. All but the
 * assignments follows from the rest, or is of no weight, and is not sealed.
 */
export const desk = `
CREATE TABLE assignments (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  article_id TEXT NOT NULL REFERENCES articles (id),
  -- Empty for nobody.
  assignee TEXT NOT NULL,
  -- ISO 8601, UTC, or NULL.
  deadline TEXT,
  instruction TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;
CREATE INDEX assignments_by_article ON assignments (article_id, number);
CREATE INDEX assignments_by_person ON assignments (by);
CREATE INDEX assignments_by_assignee ON assignments (assignee);
CREATE TRIGGER assignments_stay BEFORE UPDATE ON assignments
  BEGIN SELECT RAISE(ABORT, 'assignments are append-only'); END;
CREATE TRIGGER assignments_remain BEFORE DELETE ON assignments
  WHEN (SELECT deleted_at FROM articles WHERE id = OLD.article_id) IS NULL
  BEGIN SELECT RAISE(ABORT, 'assignments are append-only'); END;

-- As the last assignment says.
ALTER TABLE articles ADD COLUMN assignee TEXT NOT NULL DEFAULT '';
ALTER TABLE articles ADD COLUMN deadline TEXT;
ALTER TABLE articles ADD COLUMN instruction TEXT NOT NULL DEFAULT '';
CREATE INDEX articles_by_assignee ON articles (assignee) WHERE deleted_at IS NULL;
CREATE INDEX articles_by_deadline ON articles (deadline, number) WHERE deleted_at IS NULL;

-- In which queues an article is, and for whom: see core/review/queues.ts. After 'until' it is in it no more.
CREATE TABLE queues (
  queue TEXT NOT NULL,
  -- Folded; empty for everybody.
  name TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  until TEXT,
  PRIMARY KEY (queue, name, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX queues_by_article ON queues (number);

-- The steps, messages, decisions and assignments of an article: how many, and whose the last was.
CREATE TABLE deeds (
  number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE,
  total INTEGER NOT NULL,
  at TEXT NOT NULL,
  name TEXT NOT NULL
) STRICT;
-- How many of them a person has seen; -1 for an article that was marked as unread.
CREATE TABLE seen (
  name TEXT NOT NULL,
  number INTEGER NOT NULL REFERENCES articles (number) ON DELETE CASCADE,
  total INTEGER NOT NULL,
  PRIMARY KEY (name, number)
) STRICT, WITHOUT ROWID;
CREATE INDEX seen_by_article ON seen (number);
-- Since when a person reads here: what was done before is not unread.
CREATE TABLE readers (name TEXT PRIMARY KEY, since TEXT NOT NULL) STRICT, WITHOUT ROWID;

-- The articles whose queues and deeds are to be worked out again. It is done behind the saves.
CREATE TABLE unqueued (number INTEGER PRIMARY KEY REFERENCES articles (number) ON DELETE CASCADE) STRICT;
INSERT INTO unqueued SELECT number FROM articles;
${queueing('articles_are_queued', 'INSERT ON articles', 'NEW.number')}
${queueing(
  'changed_articles_are_queued',
  `UPDATE OF state, byline, deleted_at, embargo, hash ON articles
  WHEN NEW.state <> OLD.state OR NEW.byline <> OLD.byline OR NEW.deleted_at IS NOT OLD.deleted_at
    OR NEW.embargo IS NOT OLD.embargo
    OR (NEW.hash <> OLD.hash AND EXISTS (SELECT 1 FROM deliveries WHERE article_id = NEW.id))`,
  'NEW.number',
)}
${queueing('needs_are_queued', 'INSERT ON needs', 'NEW.number')}
${queueing('ended_needs_are_queued', 'DELETE ON needs', 'OLD.number')}
${queueing('events_are_queued', 'INSERT ON events', ofArticle('NEW.article_id'))}
${queueing('assignments_are_queued', 'INSERT ON assignments', ofArticle('NEW.article_id'))}
${queueing('deliveries_are_queued', 'INSERT ON deliveries', ofArticle('NEW.article_id'))}
${queueing('changed_deliveries_are_queued', 'UPDATE OF state ON deliveries', ofArticle('NEW.article_id'))}
${queueing('messages_are_queued', 'INSERT ON thread_entries', ofArticle('article_id', 'threads', 'NEW.thread_id'))}
${queueing(
  ...(['decisions_are_queued', 'INSERT ON proposal_entries'] as const),
  ofArticle('article_id', 'proposals', 'NEW.proposal_id'),
)}
`

/** @returns the number of an article by its id, which may have to be looked up in the table that a row belongs to. */
function ofArticle(id: string, table?: string, key?: string): string {
  const found = table === undefined ? id : `(SELECT ${id} FROM ${table} WHERE id = ${key})`
  return `(SELECT number FROM articles WHERE id = ${found})`
}

/** Not by a conflict clause: that of the statement which fires a trigger would take its place. */
function queueing(name: string, event: string, number: string): string {
  return `CREATE TRIGGER ${name} AFTER ${event} BEGIN
    INSERT INTO unqueued SELECT number FROM (SELECT ${number} AS number) AS changed
    WHERE EXISTS (SELECT 1 FROM articles WHERE articles.number = changed.number)
      AND NOT EXISTS (SELECT 1 FROM unqueued WHERE unqueued.number = changed.number);
  END;`
}
