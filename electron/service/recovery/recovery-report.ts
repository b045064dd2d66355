import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { recoveryReportSchema, type RecoveryReport } from '#core/contract/store.ts'
import { REPORT } from './recover-store.ts'

/** @returns what was told of the last recovery of a store, by whatever process it was done; null when there was none. */
export function lastRecovery(folder: string): RecoveryReport | null {
  const reports = readdirSync(folder)
    .filter((name) => name.startsWith('damaged-'))
    .toSorted()
    .flatMap((name) => readReport(join(folder, name, REPORT)))
  return reports.at(-1) ?? null
}

function readReport(path: string): RecoveryReport[] {
  try {
    const parsed = recoveryReportSchema.safeParse(JSON.parse(readFileSync(path, 'utf8')))
    return parsed.success ? [parsed.data] : []
  } catch {
    // A recovery that was cut off has none yet.
    return []
  }
}
