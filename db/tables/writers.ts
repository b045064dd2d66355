import type { ReadDb, WriteDb } from '../handles.ts'

/** Notes that somebody wrote into an article. */
export function addWriter(db: WriteDb, articleId: string, name: string): void {
  db.run('INSERT INTO writers (article_id, name) VALUES (:articleId, :name) ON CONFLICT DO NOTHING', {
    articleId,
    name,
  })
}

/** @returns who wrote into an article since it was last approved, sorted. */
export function listWriters(db: ReadDb, articleId: string): string[] {
  return db
    .all<{ name: string }>('SELECT name FROM writers WHERE article_id = :articleId ORDER BY name', { articleId })
    .map(({ name }) => name)
}

/** The article is approved as it stands. */
export function clearWriters(db: WriteDb, articleId: string): void {
  db.run('DELETE FROM writers WHERE article_id = :articleId', { articleId })
}

/**
 * Takes whoever a version since the last approval names as a writer of an article that came back from files. They do not hold
 * who wrote, and `by` names also somebody who only moved the article: such a person must ask another to approve, and nobody
 * approves words of one's own unseen.
 */
export function supposeWriters(db: WriteDb, articleId: string): void {
  db.run(
    `INSERT INTO writers (article_id, name)
     SELECT DISTINCT article_id, by FROM revisions WHERE article_id = :articleId AND created_at > coalesce(
       (SELECT max(at) FROM events WHERE article_id = :articleId AND to_state = 'approved'), '')
     ON CONFLICT DO NOTHING`,
    { articleId },
  )
}
