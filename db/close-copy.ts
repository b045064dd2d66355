import Database from 'better-sqlite3'

/** Makes a copied database one file: without a log beside it, which would be left behind when it is copied on. */
export function closeCopy(path: string): void {
  const connection = new Database(path)
  try {
    connection.pragma('journal_mode = DELETE')
  } finally {
    connection.close()
  }
}
