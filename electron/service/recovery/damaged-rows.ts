import { join } from 'node:path'
import { FILE } from '#db/open.ts'
import { readWhole } from '#db/recovery/log.ts'
import type { KnownRow } from '#db/recovery/row.ts'
import { salvage } from '#db/recovery/salvage.ts'
import { damagedFolders, hasReport } from './recovery-report.ts'

/** The name of SQLite's write-ahead log beside the store's file. */
export const LOG = `${FILE}-wal`

/**
 * @returns the damaged files that no finished recovery has read: this recovery's, and those of one that was cut off.
 */
export function unreportedFolders(folder: string): string[] {
  return damagedFolders(folder).filter((damaged) => !hasReport(damaged))
}

/** @returns all rows that can be found in damaged files, whether sound or not. */
export function rowsInDamaged(damaged: string): KnownRow[] {
  return [...salvage(readWhole(join(damaged, FILE)) ?? Buffer.alloc(0), readWhole(join(damaged, LOG)))]
}
