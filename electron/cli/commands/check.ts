import type { AuditCheck, AuditFinding } from '#core/contract/audit.ts'
import type { Translate } from '#core/locale/translate.ts'
import { damagedRows, type StoreCheck } from '#core/contract/store.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'
import { reportLines } from './report.ts'

/** @returns whether a check found any damage. */
export function hasDamage(check: StoreCheck): boolean {
  const lists = check.damagedArticles.length + check.damagedPictures.length
  return !check.isFileSound || lists + damagedRows(check) > 0
}

/** @returns what a finding is about, and what happened to it. */
function findingWords({ about, what }: AuditFinding, t: Translate): string {
  return `${t(`store.audit-${about}`)}: ${t(`store.audit-is-${what}`)}`
}

/** @returns the lines about the audit: how much of it is proven, and each thing that is not as it was signed. */
function auditLines(audit: AuditCheck | null, t: Translate): string[] {
  if (audit === null) return [t('store.audit-unread')]
  const { events, proven, before, findings, found } = audit
  return [
    t(found === 0 ? 'store.audit-whole' : 'store.audit-broken'),
    ...findings.map((each) => [findingWords(each, t), each.articleId, each.headline, each.by, each.at].join('\t')),
    ...(found > findings.length ? [t('store.audit-more', { count: found - findings.length })] : []),
    t('store.audit-counts', { events, proven, before }),
  ]
}

/** Reads the whole store, and reports whether every hash in it is right. */
export async function checkCommand(session: Session): Promise<Answer> {
  const { t } = session
  const check = await session.call('store.check', {})
  const isNo = hasDamage(check) || (check.audit !== null && check.audit.found > 0)
  const rows = damagedRows(check)
  return {
    value: check,
    lines: [
      t(hasDamage(check) ? 'store.is-damaged' : isNo ? 'store.audit-verdict' : 'store.is-sound'),
      t('cli.checked', { articles: check.articles, revisions: check.revisions, events: check.events }),
      ...check.damagedArticles.map(({ id, headline }) =>
        [t('store.damaged'), id, headline || t('common.untitled')].join('\t'),
      ),
      ...check.damagedPictures.map((name) => [t('store.damaged-pictures'), name].join('\t')),
      ...(rows === 0 ? [] : [t('store.damaged-rows', { count: rows })]),
      ...auditLines(check.audit, t),
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
