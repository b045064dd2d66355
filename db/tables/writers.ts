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
