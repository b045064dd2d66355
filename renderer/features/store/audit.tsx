import { Fragment } from 'react'
import type { AuditCheck, AuditFinding } from '#core/contract/audit.ts'
import { ExactTime } from '#renderer/ui/exact-time.tsx'
import { useLocale, useT } from '#renderer/ui/locale.tsx'

/** What the last check found in the audit: how much of it is proven, and what is not as it was signed. */
export function Audit({ audit, isFileSound }: { audit: AuditCheck | null; isFileSound: boolean }) {
  const { t } = useLocale()
  // A record of an earlier Midad says nothing of it.
  if (audit === null && isFileSound) return null
  return (
    <section aria-labelledby="store-audit" data-testid="audit">
      <h2 id="store-audit">{t('store.audit')}</h2>
      {audit === null ? <p>{t('store.audit-unread')}</p> : <Checked audit={audit} />}
    </section>
  )
}

function Checked({ audit: { events, proven, before, findings, found } }: { audit: AuditCheck }) {
  const { t } = useLocale()
  return (
    <>
      <p className={found === 0 ? undefined : 'store-lost'}>
        {t(found === 0 ? 'store.audit-whole' : 'store.audit-broken')}
      </p>
      {found === 0 ? null : (
        <ul className="store-list">
          {findings.map((finding, index) => (
            // Several may be alike, and the list is never changed.
            // oxlint-disable-next-line react/no-array-index-key
            <Finding key={index} finding={finding} />
          ))}
        </ul>
      )}
      {found > findings.length ? <p>{t('store.audit-more', { count: found - findings.length })}</p> : null}
      <p className="store-soft">{t('store.audit-counts', { events, proven, before })}</p>
    </>
  )
}

function Finding({ finding }: { finding: AuditFinding }) {
  const t = useT()
  const { about, what, headline, by, at } = finding
  return (
    <li>
      <span className="store-name">{`${t(`store.audit-${about}`)}: ${t(`store.audit-is-${what}`)}`}</span>
      <span className="store-soft">
        {[headline, by]
          .filter((each) => each !== '')
          .map((each) => (
            <Fragment key={each}>
              <bdi>{each}</bdi> ·{' '}
            </Fragment>
          ))}
        {at === '' ? null : (
          <>
            {about === 'journal' ? t('store.audit-since') : null} <ExactTime at={at} />
          </>
        )}
      </span>
    </li>
  )
}
