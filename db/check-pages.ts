import Database from 'better-sqlite3'
import { toContractError } from './errors.ts'

/**
 * Checks every page of the tables of a store that may be in use: one table after another, so that the log can be
 * checkpointed in between. The time it takes grows with the store.
 * @returns whether SQLite finds all of them sound.
 * @throws what SQLite throws when the file cannot be read for a reason other than damage.
 */
export function arePagesWhole(path: string): boolean {
  const connection = new Database(path, { readonly: true, fileMustExist: true })
  try {
    const tables = connection
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type IN ('table', 'shadow') ORDER BY name")
      .pluck()
      .all() as string[]
    return tables.every((table) => connection.pragma(`quick_check("${table}")`, { simple: true }) === 'ok')
  } catch (error) {
    if (toContractError(error)?.code === 'store-corrupt') return false
    throw error
  } finally {
    connection.close()
  }
}
