import type { RecoveryReport as Report } from '#core/contract/store.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { ExactTime } from '#renderer/ui/exact-time.tsx'

/** The report of a recovery: what was restored, from where, and what was lost. */
export function RecoveryReport({ report }: { report: Report }) {
  const t = useT()
  const { from, source, at, by, recovered, older, lost, missingPictures } = report
  return (
    <section aria-labelledby="store-recovery" data-testid="recovery">
      <h2 id="store-recovery">{t('store.recovery')}</h2>
      <p>
        {t(`store.recovery-${from}`, {
          source: `\u2066${source}\u2069`,
        })}
      </p>
      <p className="store-soft">
        <ExactTime at={at} />
      </p>
      {by === undefined ? null : <p>{t('store.restored-by', { by: `\u2068${by}\u2069` })}</p>}
      <p>{t('store.recovered', { count: recovered })}</p>
      {older.length === 0 ? null : (
        <>
          <h3>{t('store.older')}</h3>
          <ul className="store-list">
            {older.map((each) => (
              <li key={each.id}>
                <bdi className="store-name">{each.headline || t('common.untitled')}</bdi>
                <span className="store-soft">
                  <ExactTime at={each.at} />
                </span>
              </li>
            ))}
          </ul>
        </>
      )}
      {lost.length === 0 ? null : (
        <>
          <h3 className="store-lost">{t('store.lost')}</h3>
          <ul className="store-list">
            {lost.map((each) => (
              <li key={each.id}>
                <bdi className="store-name">{each.headline || t('common.untitled')}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
      {missingPictures.length === 0 ? null : (
        <>
          <h3 className="store-lost">{t('store.missing-pictures')}</h3>
          <p className="store-soft">{t('store.damaged-pictures-text')}</p>
          <ul className="store-list">
            {missingPictures.map((picture, index) => (
              // Two pictures may have the same name.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>
                <bdi className="store-name">{picture}</bdi>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}
