/**
 * The hand-overs that this store gave and took, and the states in which proposals were handed over: what grew from what. Neither is
 * sealed: the audit says what was done, and without these a hand-over is only taken in more carefully.
 */
export const handovers = `
CREATE TABLE handovers (
  number INTEGER PRIMARY KEY,
  -- The same for the same hand-over, however it was encrypted.
  digest TEXT NOT NULL,
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  -- 'given' or 'taken'.
  direction TEXT NOT NULL,
  at TEXT NOT NULL,
  -- The public key of the other person; empty where nobody was named or proven.
  person TEXT NOT NULL,
  name TEXT NOT NULL,
  -- The text that was handed over.
  revision TEXT NOT NULL,
  -- The SHA-256 of the file that was written; empty for one that was taken.
  file TEXT NOT NULL
) STRICT;
CREATE INDEX handovers_by_article ON handovers (article_id, number);
CREATE INDEX handovers_by_file ON handovers (file);

CREATE TABLE handed_proposals (
  proposal_id TEXT NOT NULL REFERENCES proposals (id) ON DELETE CASCADE,
  -- The seal of the proposal as it was.
  state TEXT NOT NULL,
  PRIMARY KEY (proposal_id, state)
) STRICT, WITHOUT ROWID;
`
