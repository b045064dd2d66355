import { mkdirSync } from 'node:fs'
import type { Backup } from '#core/contract/store.ts'
import type { Translate } from '#core/locale/translate.ts'
import type { Answer } from '../output.ts'
import { fromHere, type Session } from '../session.ts'
import { hasDamage } from './check.ts'
import { reportLines } from './report.ts'
import { asFolderError } from '#electron/service/folders/folders.ts'

/** Makes and checks backups in the usual places, or in the folder `to`, which is created if need be. */
export async function backupCommand(session: Session, { to }: { to?: string }): Promise<Answer> {
  const backup = await session.call('store.backUp', to === undefined ? {} : { folder: createdFolder(fromHere(to)) })
  return { value: backup, lines: [line(backup, session.t)], isNo: hasDamage(backup.check) }
}

function createdFolder(folder: string): string {
  asFolderError(folder, () => void mkdirSync(folder, { recursive: true, mode: 0o700 }))
  return folder
}

/** Lists the backups beside the store and in the house's folder, newest first. */
export async function backupsCommand(session: Session): Promise<Answer> {
  const { backups } = await session.call('store.status', {})
  const lines = backups.map((backup) => line(backup, session.t))
  return { value: backups, lines: lines.length === 0 ? [session.t('store.no-backups')] : lines }
}

function line({ path, at, articles, check, isOthers }: Backup, t: Translate): string {
  const verdict = t(hasDamage(check) ? 'store.unsound' : 'store.sound')
  const whose = isOthers === true ? [t('store.others')] : []
  return [at, verdict, t('store.holds', { count: articles }), path, ...whose].join('\t')
}

/** Restores from a backup what the store does not have; into a new store that is everything. */
export async function restoreCommand(session: Session, file: string): Promise<Answer> {
  const report = await session.call('store.restore', { path: fromHere(file) })
  return {
    value: report,
    lines: reportLines(report, session.t),
    isNo: report.lost.length + report.missingPictures.length > 0,
  }
}
