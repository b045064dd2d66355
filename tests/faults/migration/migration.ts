import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { articleHash } from '#core/article/canonical.ts'
import { addFunctions } from '#db/functions.ts'
import type { MigrationDb } from '#db/handles.ts'
import { migrate, storeVersion } from '#db/migrate.ts'
import { MIGRATIONS, type Migration } from '#db/migrations/index.ts'
import { openStore } from '#db/open.ts'
import { getArticle } from '#db/tables/articles.ts'
import { listEvents } from '#db/tables/events.ts'
import { listRevisions } from '#db/tables/revisions.ts'
import type { Row } from '../row.ts'
import { withFolder } from '../support/folders.ts'
import { runScript } from '../support/run-script.ts'
import { articleOfVersionOne, makeVersionOne } from '../support/version-one.ts'
import { watched } from './statements.ts'

const SCRIPT = join(import.meta.dirname, 'killed.ts')
const ARTICLES = 24

/** @returns what is missing in a store of version 1 after its upgrade, in words. */
function lacks(folder: string): string[] {
  const store = openStore(folder)
  try {
    const losses: string[] = []
    for (let number = 1; number <= ARTICLES; number += 1) {
      const { id } = articleOfVersionOne(number)
      const stored = getArticle(store.db, id)
      const isWhole =
        stored !== null &&
        articleHash(stored.article) === articleHash(articleOfVersionOne(number)) &&
        listRevisions(store.db, id).revisions.length === 1 &&
        listEvents(store.db, id).events.length === 1
      if (!isWhole) losses.push(`${id} is not as it was`)
    }
    return losses
  } finally {
    store.close()
  }
}

/** Reads a store with SQLite alone. @returns its version, and whether its schema is exactly that version's. */
function versionOf(folder: string): { version: number; isPure: boolean } {
  const connection = new Database(join(folder, 'midad.db'))
  const model = new Database(':memory:')
  try {
    addFunctions(model)
    const version = storeVersion(connection)
    migrate(model, MIGRATIONS.slice(0, version), false)
    const parts = 'SELECT type, name FROM sqlite_schema ORDER BY type, name'
    const of = (database: Database.Database): string => JSON.stringify(database.prepare(parts).all())
    return { version, isPure: of(connection) === of(model) }
  } finally {
    connection.close()
    model.close()
  }
}

async function killOnce(folder: string, from: number, statement: number): Promise<string[]> {
  const { signal, errors } = await runScript(SCRIPT, [folder, `${from}`, `${statement}`])
  if (signal !== 'SIGKILL') return [`it was not killed: ${errors}`]
  const { version, isPure } = versionOf(folder)
  if (!isPure) return [`it is between two versions (${version})`]
  if (version !== from) return [`it is of version ${version}, and was killed before its end`]
  if (from === 0) {
    openStore(folder).close()
    return []
  }
  return lacks(folder)
}

/** @returns how many statements upgrade a store to this version. @param folder of the store, or an empty one */
function countStatements(folder: string): number {
  const connection = new Database(join(folder, 'midad.db'))
  try {
    addFunctions(connection)
    let statements = 0
    const count = (): void => void (statements += 1)
    migrate(connection, watched(MIGRATIONS, count), false)
    return statements
  } finally {
    connection.close()
  }
}

/** Kills a process after every `every`-th statement of the migrations, of a new store and of one of version 1. */
export async function runKilledMigrations(every: number): Promise<Row> {
  const losses: string[] = []
  let times = 0
  await withFolder(async (base) => {
    const old = join(base, 'old')
    makeVersionOne(old, ARTICLES)
    const starts = [
      { from: 0, make: (folder: string) => mkdirSync(folder) },
      { from: 1, make: (folder: string) => cpSync(old, folder, { recursive: true }) },
    ]
    for (const { from, make } of starts) {
      const upgraded = join(base, `upgraded-from-${from}`)
      make(upgraded)
      const due = countStatements(upgraded)
      for (let statement = 1; statement <= due; statement += every) {
        const folder = join(base, 'store')
        make(folder)
        times += 1
        losses.push(
          ...(await killOnce(folder, from, statement)).map((words) => `from ${from}, statement ${statement}: ${words}`),
        )
        rmSync(folder, { recursive: true })
      }
    }
  }, true)
  return { fault: 'a migration is killed after a statement', times, losses, notes: [] }
}

/** @returns the migrations, one of which fails after this many statements since version 1. */
function failingAfter(statements: number): Migration[] {
  let done = 0
  const failInTime = (db: MigrationDb): void => {
    if (done === statements) db.script('SELECT nothing FROM nowhere')
  }
  const counted = watched(MIGRATIONS, (db) => {
    done += 1
    failInTime(db)
  })
  return counted.map(({ version, up }) => ({
    version,
    up(db) {
      failInTime(db)
      up(db)
    },
  }))
}

/** Makes a migration fail at every statement: the store must be unchanged, and the copy made before whole. */
export async function runFailingMigrations(every: number): Promise<Row> {
  const losses: string[] = []
  let times = 0
  await withFolder((base) => {
    const old = join(base, 'old')
    makeVersionOne(old, ARTICLES)
    const upgraded = join(base, 'upgraded')
    cpSync(old, upgraded, { recursive: true })
    const due = countStatements(upgraded)
    for (let statement = 0; statement <= due; statement += every) {
      const folder = join(base, 'store')
      cpSync(old, folder, { recursive: true })
      const connection = new Database(join(folder, 'midad.db'))
      addFunctions(connection)
      times += 1
      try {
        migrate(connection, failingAfter(statement))
        losses.push(`statement ${statement}: a step that failed was taken`)
      } catch (error) {
        if (!(error instanceof Database.SqliteError)) throw error
      } finally {
        connection.close()
      }
      const { version, isPure } = versionOf(folder)
      const isKept = existsSync(join(folder, 'backups'))
      if (version !== 1 || !isPure || !isKept) losses.push(`statement ${statement}: the store is not as it was`)
      losses.push(...lacks(folder).map((words) => `statement ${statement}: ${words}`))
      rmSync(folder, { recursive: true })
    }
  }, true)
  return { fault: 'a migration fails at a statement', times, losses, notes: [] }
}
