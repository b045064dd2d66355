import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { recoveryReportSchema, type RecoveryReport } from '#core/contract/store.ts'
import { readRegularFile } from '#db/regular-file.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'

/** The report of a recovery, in the folder of the damaged files that it set aside. */
const REPORT = 'recovered.json'

/** @returns the folders of damaged files that recoveries set aside, the oldest first. */
export function damagedFolders(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.startsWith('damaged-'))
    .toSorted()
    .map((name) => join(folder, name))
}

/** Writes a report into the folder that it names as its source. @throws what the file system throws */
export function writeReport(report: RecoveryReport): void {
  writeFileAtomic(join(report.source, REPORT), Buffer.from(`${JSON.stringify(report, null, 2)}\n`))
}

/** @returns whether a folder of damaged files has a report: the recovery that made the folder was finished. */
export function hasReport(damaged: string): boolean {
  return existsSync(join(damaged, REPORT))
}

/** @returns the report of a store's last finished recovery, by whatever process; null when there was none. */
export function lastRecovery(folder: string): RecoveryReport | null {
  return damagedFolders(folder).flatMap(readReport).at(-1) ?? null
}

function readReport(damaged: string): RecoveryReport[] {
  try {
    const parsed = recoveryReportSchema.safeParse(JSON.parse(readRegularFile(join(damaged, REPORT)).toString('utf8')))
    return parsed.success ? [parsed.data] : []
  } catch {
    // An unfinished recovery has no report yet.
    return []
  }
}
