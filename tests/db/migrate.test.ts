import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it, onTestFinished } from 'vitest'
import { addFunctions } from '#db/functions.ts'
import { migrate, storeVersion } from '#db/migrate.ts'
import { MIGRATIONS, type Migration } from '#db/migrations/index.ts'
import { tempFolder } from '#tests/support/temp-folder.ts'

function connect(folder: string): Database.Database {
  const connection = new Database(join(folder, 'midad.db'))
  addFunctions(connection)
  onTestFinished(() => void connection.close())
  return connection
}

describe('migrations', () => {
  it('are numbered from 1 without a gap', () => {
    expect(MIGRATIONS.map(({ version }) => version)).toEqual(MIGRATIONS.map((_each, index) => index + 1))
  })

  it('1 makes every table, strict, in a new file', () => {
    const connection = connect(tempFolder())
    migrate(connection, MIGRATIONS.slice(0, 1))
    expect(storeVersion(connection)).toBe(1)
    const tables = connection
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict ORDER BY name")
      .pluck()
      .all()
    expect(tables).toEqual(['articles', 'assets', 'events', 'exports', 'revisions', 'settings'])
  })

  const step = (version: number, sql: string): Migration => ({ version, up: (db) => db.script(sql) })
  const two = [
    step(1, 'CREATE TABLE words (text TEXT NOT NULL) STRICT'),
    step(2, "ALTER TABLE words ADD COLUMN root TEXT NOT NULL DEFAULT ''"),
  ]

  it('keep a copy of a store that holds rows', () => {
    const folder = tempFolder()
    const connection = connect(folder)
    migrate(connection, two.slice(0, 1))
    connection.exec("INSERT INTO words VALUES ('مداد')")
    migrate(connection, two)
    expect(connection.prepare('SELECT * FROM words').all()).toEqual([{ text: 'مداد', root: '' }])
    const copies = readdirSync(join(folder, 'backups'))
    expect(copies).toEqual([expect.stringMatching(/^before-v2-\d+\.db$/u)])
    const copy = new Database(join(folder, 'backups', copies[0] ?? ''), { readonly: true })
    expect(copy.prepare('SELECT * FROM words').all()).toEqual([{ text: 'مداد' }])
    copy.close()
  })

  it('leave nothing of a copy that failed', () => {
    const folder = tempFolder()
    const connection = connect(folder)
    migrate(connection, two.slice(0, 1))
    connection.exec(`INSERT INTO words VALUES ('${'مداد'.repeat(5000)}')`)
    connection.exec(`INSERT INTO words VALUES ('${'حبر'.repeat(5000)}')`)
    connection.close()
    const path = join(folder, 'midad.db')
    // The last row is in these pages.
    const bytes = readFileSync(path)
    bytes.fill(0xff, bytes.length - 4096 * 4)
    writeFileSync(path, bytes)
    const damaged = connect(folder)
    expect(() => migrate(damaged, two)).toThrow('malformed')
    expect(readdirSync(join(folder, 'backups'))).toEqual([])
  })

  it('change nothing at all when one of them fails', () => {
    const connection = connect(tempFolder())
    const broken = [...two, step(3, 'CREATE TABLE other (a TEXT) STRICT; INSERT INTO nowhere VALUES (1)')]
    expect(() => migrate(connection, broken)).toThrow('nowhere')
    expect(storeVersion(connection)).toBe(0)
    expect(connection.prepare('SELECT count(*) FROM sqlite_schema').pluck().get()).toBe(0)
  })

  it('do nothing the second time', () => {
    const folder = tempFolder()
    const connection = connect(folder)
    migrate(connection, two)
    migrate(connection, two)
    expect(storeVersion(connection)).toBe(2)
    expect(readdirSync(folder)).toEqual(['midad.db'])
  })
})
