import Database from 'better-sqlite3'
import type { WriteDb } from '../handles.ts'

/** Empties the index; it fills again behind the saves, out of the texts. */
function resetIndex(db: WriteDb): void {
  db.transaction(() => {
    db.run("INSERT INTO search (search) VALUES ('delete-all')")
    db.run('UPDATE articles SET indexed_save = NULL')
  })
}

/** Does what needs the search index. One that is damaged holds nothing of its own, so it is made anew. */
export function withSoundIndex<T>(db: WriteDb, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CORRUPT_VTAB') throw error
    resetIndex(db)
    return work()
  }
}
