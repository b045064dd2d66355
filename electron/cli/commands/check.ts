import { damagedRows, type StoreCheck } from '#core/contract/store.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { reportLines } from './report.ts'

/** @returns whether a check found any damage. */
export function hasDamage(check: StoreCheck): boolean {
  const lists = check.damagedArticles.length + check.damagedPictures.length
  return !check.isFileSound || lists + damagedRows(check) > 0
}

/** Reads the whole store, and reports whether every hash in it is right. */
export async function checkCommand(session: Session): Promise<Answer> {
  const { t } = session
  const check = await session.call('store.check', {})
  const isNo = hasDamage(check)
  const rows = damagedRows(check)
  return {
    value: check,
    lines: [
      t(isNo ? 'store.is-damaged' : 'store.is-sound'),
      t('cli.checked', { articles: check.articles, revisions: check.revisions, events: check.events }),
      ...check.damagedArticles.map(({ id, headline }) =>
        [t('store.damaged'), id, headline || t('common.untitled')].join('\t'),
      ),
      ...check.damagedPictures.map((name) => [t('store.damaged-pictures'), name].join('\t')),
      ...(rows === 0 ? [] : [t('store.damaged-rows', { count: rows })]),
    ],
    isNo,
  }
}

/** Reports what was recovered when the store was opened. For this command the whole file is checked then. */
export async function recoverCommand(session: Session): Promise<Answer> {
  const { recovery } = await session.call('store.status', {})
  // The report may be of an earlier recovery.
  const isNew = recovery !== null && Date.parse(recovery.at) >= performance.timeOrigin
  if (recovery === null || !isNew) return { value: null, lines: [session.t('cli.nothing-recovered')] }
  return {
    value: recovery,
    lines: reportLines(recovery, session.t),
    isNo: recovery.lost.length + recovery.missingPictures.length > 0,
  }
}
