import { join } from 'node:path'
import type { RecoveryReport } from '#core/contract/store.ts'
import { asContractError } from '#db/errors.ts'
import type { Store } from '#db/open.ts'
import { bringForward } from '#db/recovery/forward.ts'
import { stamped } from '#db/recovery/set-aside.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import { LOG } from './damaged-rows.ts'
import { writeReport } from './recovery-report.ts'

/**
 * Brings into an open store the sound rows from the end of its log, which SQLite skipped. The end is set aside too.
 * @param unread what `unreadLog` returned
 * @param at ISO 8601
 * @throws ContractError the store's own.
 */
export function recoverLogEnd(store: Store, unread: Buffer, at: string): RecoveryReport {
  const source = join(store.folder, stamped('damaged', at))
  const found = asContractError(() => bringForward(store.db, unread))
  const report: RecoveryReport = { at, from: 'log', source, ...found, lost: [], missingPictures: [] }
  // The report first: a folder without one counts as an unfinished recovery.
  writeReport(report)
  writeFileAtomic(join(source, LOG), unread)
  return report
}
