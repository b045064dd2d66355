import Database from 'better-sqlite3'
import { toContractError } from './errors.ts'

/**
 * Looks at every page of the tables of a store, which may be in use meanwhile: one table after the other, so that the log can
 * be emptied in between. It takes as long as the store is large.
 * @returns whether they are whole for SQLite.
 * @throws what SQLite throws when the file cannot be read for another reason.
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
