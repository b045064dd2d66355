import { basename } from 'node:path'
import { soundContent, type Content } from '#db/recovery/content.ts'
import type { KnownRow } from '#db/recovery/row.ts'
import { stamped } from '#db/recovery/set-aside.ts'
import { ARTICLE_COLUMNS } from '#db/tables/article-row.ts'
import { backupFolders, folderInHouse, isSoundBackup, listBackups } from '../backups/backup-files.ts'
import { rowsOfBackup } from '../backups/restore.ts'
import { rowsInDamaged, unreportedFolders } from './damaged-rows.ts'
import { damagedFolders, hasReport } from './recovery-report.ts'

/**
 * Gathers what a recovery can prove by hashes: from the damaged files, from the backups, and from the damaged files
 * that earlier recoveries set aside since the last sound backup, because the store that those made may be the damaged
 * one now. An article that is not in the damaged files themselves counts as outdated, because a later save of it may be
 * lost.
 */
export function gatherContent(folder: string): Content {
  const damaged = unreportedFolders(folder).flatMap(rowsInDamaged)
  const own = new Set(damaged.flatMap((each) => (each.table === 'articles' ? [each.row.seal] : [])))
  const lost = new Map<string, string>()
  const backups = rowsOfBackups(damaged, folder)
  const earlier = damagedFolders(folder)
    .filter((each) => hasReport(each) && isSince(each, backups.soundAt))
    .flatMap((each) => withoutLostSaves(rowsInDamaged(each)))
  const kept = [...backups.rows, ...earlier].filter((each) => {
    if (each.table !== 'articles' || ARTICLE_COLUMNS.isSound(each.row)) return true
    // Damage in a backup says nothing about the damaged file: the article may be sound there.
    lost.set(each.row.id, each.row.headline)
    return false
  })
  const content = soundContent([...kept, ...damaged])
  const fromElsewhere = [...content.articles.values()].filter(({ row }) => !own.has(row.seal)).map(({ row }) => row.id)
  return {
    ...content,
    outdated: new Set([...content.outdated, ...fromElsewhere]),
    lost: new Map([...lost, ...content.lost]),
  }
}

/** @param soundAt when the last sound backup was made, ISO 8601, or null */
function isSince(damaged: string, soundAt: string | null): boolean {
  return soundAt === null || basename(damaged) >= stamped('damaged', soundAt)
}

/**
 * Drops the saves of an earlier damaged file whose text was not found: that recovery reported them, and work went on
 * since.
 */
function withoutLostSaves(rows: readonly KnownRow[]): KnownRow[] {
  const { articles } = soundContent(rows)
  return rows.filter((each) => {
    if (each.table !== 'articles' || !ARTICLE_COLUMNS.isSound(each.row)) return true
    return articles.get(each.row.id)?.row.seal === each.row.seal
  })
}

/**
 * Reads the backups beside the store and in its folder in the house's folder, back to the newest sound one. What only
 * older backups have was deleted since.
 * @param damaged the rows of the damaged files, which name the store's id and the house's folder
 * @returns the rows, the oldest backup's first, and when the sound one was made, ISO 8601; null when none is sound.
 */
function rowsOfBackups(damaged: readonly KnownRow[], folder: string): { rows: KnownRow[]; soundAt: string | null } {
  const ids = valuesOfSetting(damaged, 'store-id')
  const houses = valuesOfSetting(damaged, 'backupFolder').filter((house) => house !== '')
  const ours = houses.flatMap((house) => ids.map((id) => folderInHouse(house, id)))
  const found: KnownRow[][] = []
  for (const backup of listBackups([...new Set([...backupFolders(folder, ''), ...ours])])) {
    const rows = rowsOfBackup(backup.path)
    found.unshift(rows)
    if (isSoundBackup(backup) && soundContent(rows).articles.size >= backup.articles) {
      return { rows: found.flat(), soundAt: backup.at }
    }
  }
  return { rows: found.flat(), soundAt: null }
}

/**
 * @returns all values of a setting. Settings have no hash, so several may be found; one that is not a text is dropped.
 */
function valuesOfSetting(rows: readonly KnownRow[], name: string): string[] {
  return rows.flatMap((each) => {
    if (each.table !== 'settings' || each.name !== name) return []
    try {
      const value: unknown = JSON.parse(each.value)
      return typeof value === 'string' ? [value] : []
    } catch {
      return []
    }
  })
}
