import type { StoreCheck } from '#core/contract/store.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { reportLines } from './report.ts'

/** @returns whether a check found anything that is not as it was written. */
export function hasDamage({ isFileSound, damagedArticles, damagedPictures, ...rows }: StoreCheck) {
  const lists = damagedArticles.length + damagedPictures.length
  return !isFileSound || lists + rows.damagedRevisions + rows.damagedEvents + rows.damagedDeliveries > 0
}

/** Reads the whole store, and says whether every hash in it is right. */
export async function checkCommand(session: Session): Promise<Answer> {
  const { t } = session
  const check = await session.call('store.check', {})
  const isNo = hasDamage(check)
  const rows = check.damagedRevisions + check.damagedEvents + check.damagedDeliveries
  return {
    value: check,
    lines: [
      t(isNo ? 'store.is-damaged' : 'store.is-sound'),
      t('cli.checked', { articles: check.articles, revisions: check.revisions, events: check.events }),
      ...check.damagedArticles.map(({ id, headline }) => [t('store.damaged'), id, headline].join('\t')),
      ...check.damagedPictures.map((name) => [t('store.damaged-pictures'), name].join('\t')),
      ...(rows === 0 ? [] : [t('store.damaged-rows', { count: rows })]),
    ],
    isNo,
  }
}

/** Says what opening the store found: all of its file was read, and what was damaged was recovered. */
export async function recoverCommand(session: Session): Promise<Answer> {
  const { recovery } = await session.call('store.status', {})
  // The store remembers the last one, whoever did it.
  const isNew = recovery !== null && Date.parse(recovery.at) >= performance.timeOrigin
  if (recovery === null || !isNew) return { value: null, lines: [session.t('cli.nothing-recovered')] }
  return {
    value: recovery,
    lines: reportLines(recovery, session.t),
    isNo: recovery.lost.length + recovery.missingPictures.length > 0,
  }
}
