/**
 * People with their public keys; the versions of the house file that this store followed; who wrote into an article since it was
 * last approved. A person is never removed, because what was signed must still be verified.
 */
export const people = `
CREATE TABLE people (
  number INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  -- Raw, in hexadecimal.
  public_key TEXT NOT NULL UNIQUE,
  added_at TEXT NOT NULL,
  -- When the person left the house, or NULL.
  left_at TEXT,
  seal TEXT NOT NULL
) STRICT;
CREATE TRIGGER people_remain BEFORE DELETE ON people
  BEGIN SELECT RAISE(ABORT, 'people are kept'); END;

CREATE TABLE houses (
  version INTEGER PRIMARY KEY,
  -- The signed file, as it was taken in.
  file TEXT NOT NULL,
  taken_at TEXT NOT NULL,
  seal TEXT NOT NULL
) STRICT;

CREATE TABLE writers (
  article_id TEXT NOT NULL REFERENCES articles (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (article_id, name)
) STRICT, WITHOUT ROWID;
`
