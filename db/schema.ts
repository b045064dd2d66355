import Database from 'better-sqlite3'
import { addFunctions } from './functions.ts'
import { createMigrationDb } from './handles.ts'
import type { Migration } from './migrations/index.ts'

type Part = { type: string; name: string; sql: string | null }

/** Tables by their columns: SQLite words an altered table anew, and another version of it might do so in another way. */
function shapeOf(connection: Database.Database): string {
  const parts = connection
    .prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY type, name")
    .all() as Part[]
  const columns = connection.prepare('SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_xinfo(?)').raw()
  return JSON.stringify(parts.map(({ type, name, sql }) => [type, name, type === 'table' ? columns.all(name) : sql]))
}

/**
 * @returns whether a database has the tables, indexes and triggers that the migrations make, as they make them: a bit that
 * was turned over in the words that describe them is seen by no check of SQLite.
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
