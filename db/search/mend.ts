import Database from 'better-sqlite3'
import type { WriteDb } from '../handles.ts'

/** Empties the index; `indexNext` fills it again from the texts. */
function resetIndex(db: WriteDb): void {
  db.transaction(() => {
    db.run("INSERT INTO search (search) VALUES ('delete-all')")
    db.run('UPDATE articles SET indexed_save = NULL')
  })
}

/** Runs work on the search index. A damaged index is rebuilt from the texts, which it is derived from. */
export function withSoundIndex<T>(db: WriteDb, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (!(error instanceof Database.SqliteError) || error.code !== 'SQLITE_CORRUPT_VTAB') throw error
    resetIndex(db)
    return work()
  }
}
