import type { MigrationDb } from '#db/handles.ts'
import type { Migration } from '#db/migrations/index.ts'

/** @returns the statements of a script, one by one; those inside a trigger stay in it. */
function statementsOf(sql: string): string[] {
  const bare = sql.replaceAll(/^\s*--.*$/gmu, '').replaceAll(/\s--\s.*$/gmu, '')
  const statements: string[] = []
  let begun = ''
  for (const part of bare.split(';')) {
    begun += part
    const isOpen = /^\s*CREATE TRIGGER/u.test(begun) && !/\bEND\s*$/u.test(begun)
    if (isOpen) {
      begun += ';'
      continue
    }
    if (begun.trim() !== '') statements.push(`${begun.trim()};`)
    begun = ''
  }
  return statements
}

function stepwise(db: MigrationDb, after: () => void): MigrationDb {
  return {
    ...db,
    run(sql, params) {
      const changed = db.run(sql, params)
      after()
      return changed
    },
    script(sql) {
      for (const statement of statementsOf(sql)) {
        db.script(statement)
        after()
      }
    },
  }
}

/** @returns the same migrations, which call `after` with their handle after each statement that writes. */
export function watched(migrations: readonly Migration[], after: (db: MigrationDb) => void): Migration[] {
  return migrations.map(({ version, up }) => ({ version, up: (db) => up(stepwise(db, () => after(db))) }))
}
