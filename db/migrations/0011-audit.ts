import { createHash, randomBytes } from 'node:crypto'
import { canonicalJson } from '#core/article/canonical.ts'
import type { MigrationDb } from '../handles.ts'

/**
 * The audit as a chain. Events outlive their article, so they refer to no row; each names the events before it, and has a hash
 * and a signature. The journal lists all that may never be changed, in order, under a running hash.
 */
const tables = `
CREATE TABLE older_events AS SELECT * FROM events;
DROP TABLE events;
CREATE TABLE events (
  number INTEGER PRIMARY KEY,
  article_id TEXT NOT NULL,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  from_state TEXT,
  to_state TEXT NOT NULL,
  note TEXT NOT NULL,
  revision TEXT NOT NULL,
  -- Of what stands above. It notices a bit flip; who wrote it, the signature says.
  seal TEXT NOT NULL,
  -- The hash of the bytes that are signed; see core/newsroom/chained-event.ts.
  id TEXT NOT NULL UNIQUE,
  -- Whose key signed, or NULL.
  person TEXT,
  -- JSON: the ids of the events that it follows.
  parents TEXT NOT NULL,
  -- JSON: the seals of the messages, decisions and assignments since the event before.
  settles TEXT NOT NULL,
  -- Of the journal of the store where it happened, before it.
  running TEXT NOT NULL,
  signature TEXT
) STRICT;
CREATE INDEX events_by_article ON events (article_id, number);
CREATE INDEX events_by_revision ON events (revision);
CREATE INDEX events_by_person ON events (by);

CREATE TABLE journal (
  number INTEGER PRIMARY KEY,
  kind TEXT NOT NULL,
  article_id TEXT NOT NULL,
  -- Which row it is about.
  ref TEXT NOT NULL,
  -- The seal or the hash of that row.
  item TEXT NOT NULL,
  running TEXT NOT NULL
) STRICT;
CREATE INDEX journal_by_article ON journal (article_id, number);
-- The last entry, signed: without it, the end could be cut off.
CREATE TABLE journal_head (
  only INTEGER PRIMARY KEY CHECK (only = 1),
  -- What tells this journal from others.
  journal TEXT NOT NULL,
  number INTEGER NOT NULL,
  running TEXT NOT NULL,
  person TEXT,
  signature TEXT
) STRICT;
`

const triggers = `
DROP TABLE older_events;
CREATE TRIGGER events_stay BEFORE UPDATE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER events_remain BEFORE DELETE ON events BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
CREATE TRIGGER journal_stays BEFORE UPDATE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_remains BEFORE DELETE ON journal BEGIN SELECT RAISE(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER events_are_queued AFTER INSERT ON events BEGIN
  INSERT INTO unqueued SELECT number FROM articles
  WHERE id = NEW.article_id AND NOT EXISTS (SELECT 1 FROM unqueued WHERE unqueued.number = articles.number);
END;
`

/** What stood in the tables before there was a journal. It comes first, in this order, and is not proven by it. */
const BEFORE = `
SELECT 'revision' AS kind, article_id, hash AS ref, seal AS item, 1 AS place, rowid AS number FROM revisions
UNION ALL SELECT 'thread', article_id, id, seal, 2, number FROM threads
UNION ALL SELECT 'message', (SELECT article_id FROM threads WHERE threads.id = thread_id), id, seal, 3, number
  FROM thread_entries
UNION ALL SELECT 'decision', (SELECT article_id FROM proposals WHERE proposals.id = proposal_id), id, seal, 4, number
  FROM proposal_entries
UNION ALL SELECT 'assignment', article_id, id, seal, 5, number FROM assignments
UNION ALL SELECT 'event', article_id, id, id, 6, number FROM events
UNION ALL SELECT 'house', '', CAST(version AS TEXT), seal, 7, version FROM houses
ORDER BY place, number`

type Older = Record<
  'article_id' | 'at' | 'by' | 'role' | 'action' | 'to_state' | 'note' | 'revision' | 'seal',
  string
> & {
  number: number
  from_state: string | null
}
type Entry = { kind: string; article_id: string | null; ref: string; item: string }

const NO_HASH = '0'.repeat(64)
const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex')

/** Gives the older events their chain, without a signature, and begins the journal behind what was there. */
export function audit(db: MigrationDb): void {
  db.script(tables)
  const last = new Map<string, string>()
  for (const row of db.all<Older>('SELECT * FROM older_events ORDER BY number')) {
    const { article_id: articleId, from_state: from, to_state: to, at, by, role, action, note, revision } = row
    const before = last.get(articleId)
    const chain = { person: null, parents: before === undefined ? [] : [before], settles: [], running: NO_HASH }
    const event = { articleId, at, by, role, action, from, to, note, revision, ...chain }
    const id = sha256(`midad event 1\n${canonicalJson(event)}`)
    last.set(articleId, id)
    db.run(
      `INSERT INTO events VALUES (:number, :article_id, :at, :by, :role, :action, :from_state, :to_state, :note, :revision,
         :seal, :id, NULL, :parents, '[]', :running, NULL)`,
      { ...row, id, parents: JSON.stringify(chain.parents), running: NO_HASH },
    )
  }
  const journal = randomBytes(16).toString('hex')
  let [number, running] = [0, NO_HASH]
  for (const entry of [...db.all<Entry>(BEFORE), { kind: 'begun', article_id: '', ref: journal, item: '' }]) {
    const { kind, article_id: articleId, ref, item } = entry
    number += 1
    running = sha256(JSON.stringify([running, number, kind, articleId ?? '', ref, item]))
    db.run('INSERT INTO journal VALUES (:number, :kind, :articleId, :ref, :item, :running)', {
      ...{ number, kind, articleId: articleId ?? '', ref, item, running },
    })
  }
  db.run('INSERT INTO journal_head VALUES (1, :journal, :number, :running, NULL, NULL)', { journal, number, running })
  db.script(triggers)
}
