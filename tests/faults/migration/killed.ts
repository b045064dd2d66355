/** Upgrades a store to this version, and kills itself after NUMBER statements: `killed.ts FOLDER FROM NUMBER`. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addFunctions } from '#db/functions.ts'
import { APPLICATION_ID } from '#db/header.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { watched } from './statements.ts'

const [folder = '', from = '0', number = '1'] = process.argv.slice(2)
const connection = new Database(join(folder, 'midad.db'))
addFunctions(connection)
// A small cache: pages reach the disk before the transaction ends.
connection.pragma('cache_size = 2')
if (from === '0') connection.pragma(`application_id = ${APPLICATION_ID}`)

let left = Number(number)
const dieInTime = (): void => {
  left -= 1
  if (left === 0) process.kill(process.pid, 'SIGKILL')
}
migrate(connection, watched(MIGRATIONS, dieInTime))
