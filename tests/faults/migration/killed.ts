/** Brings a store up to this version, and dies after so many statements: `killed.ts FOLDER FROM NUMBER`. */
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { addFunctions } from '#db/functions.ts'
import { APPLICATION_ID } from '#db/header.ts'
import { migrate } from '#db/migrate.ts'
import { MIGRATIONS } from '#db/migrations/index.ts'
import { statementsOf } from './statements.ts'

const [folder = '', from = '0', number = '1'] = process.argv.slice(2)
const connection = new Database(join(folder, 'midad.db'))
addFunctions(connection)
connection.function('die', { directOnly: true }, () => process.kill(process.pid, 'SIGKILL'))
// So little room in the memory that pages go to the disk before the transaction ends.
connection.pragma('cache_size = 2')
if (from === '0') connection.pragma(`application_id = ${APPLICATION_ID}`)

let left = Number(number)
const deadly = MIGRATIONS.map(({ version, sql }) => {
  if (version <= Number(from)) return { version, sql }
  const statements = statementsOf(sql)
  const until = statements.slice(0, left)
  const isHere = left > 0 && left <= statements.length
  left -= statements.length
  return { version, sql: isHere ? [...until, 'SELECT die();'].join('\n') : statements.join('\n') }
})
migrate(connection, deadly)
