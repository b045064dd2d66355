import Database from 'better-sqlite3'
import type { AuditCheck } from '#core/contract/audit.ts'
import type { Verify } from '#core/newsroom/house-file.ts'
import { createHandle } from '../handles.ts'
import type { JournalHead } from '../tables/journal.ts'
import { checkAudit } from './check-audit.ts'

/**
 * Checks the audit of a database that nobody has open, as `checkAudit` does.
 * @returns null where SQLite cannot read it: such a file is damaged, which its own check says
 */
export function checkAuditOf(path: string, verify: Verify, outside: readonly JournalHead[]): AuditCheck | null {
  const connection = new Database(path, { readonly: true })
  try {
    return checkAudit(
      createHandle(() => connection),
      verify,
      outside,
    )
  } catch (error) {
    if (error instanceof Database.SqliteError) return null
    throw error
  } finally {
    connection.close()
  }
}
