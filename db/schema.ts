import Database from 'better-sqlite3'
import { addFunctions } from './functions.ts'
import { createMigrationDb } from './handles.ts'
import type { Migration } from './migrations/index.ts'

type Part = { type: string; name: string; sql: string | null }

/** Tables by their columns: SQLite rewrites the SQL of an altered table, and its versions may differ in that. */
function shapeOf(connection: Database.Database): string {
  const parts = connection
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all() as Part[]
  const columns = connection.prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?)').raw()
  return JSON.stringify(parts.map(({ type, name, sql }) => [type, name, type === 'table' ? columns.all(name) : sql]))
}

/**
 * @returns whether a database has exactly the tables, indexes and triggers that the migrations make. SQLite's own checks
 *   do not notice a bit flip in their descriptions.
 */
export function hasSchemaOf(connection: Database.Database, migrations: readonly Migration[]): boolean {
  const model = new Database(':memory:')
  try {
    addFunctions(model)
    for (const { up } of migrations) up(createMigrationDb(model))
    return shapeOf(connection) === shapeOf(model)
  } finally {
    model.close()
  }
}
