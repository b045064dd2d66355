import { useEffect, useState } from 'react'
import { damagedRows, type StoreCheck } from '#core/contract/store.ts'
import { ContractError } from '#core/contract/errors.ts'
import { call } from '#renderer/bridge/client.ts'
import { Banner } from '#renderer/ui/banner.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { Audit } from './audit.tsx'
import { BackupFolder } from './backup-folder.tsx'
import { Backups } from './backups.tsx'
import { DamagedArticles } from './damaged-articles.tsx'
import { Facts } from './facts.tsx'
import { recentRecovery } from './recent-recovery.ts'
import { RecoveryReport } from './recovery-report.tsx'
import { Removed } from './removed.tsx'
import { useStore } from './use-store.ts'
import { Verdict, type CheckResult } from './verdict.tsx'
import './store.css'

type Damaged = StoreCheck['damagedArticles']

/** @returns whether an article cannot be read now; an earlier check may be outdated. */
async function isDamaged(id: string): Promise<boolean> {
  try {
    await call('articles.get', { id })
    return false
  } catch (error) {
    return error instanceof ContractError && error.code === 'article-damaged'
  }
}

/** @returns the articles of a check that are still damaged. */
function useStillDamaged(found: Damaged | undefined): Damaged {
  const [still, setStill] = useState<Damaged>([])
  useEffect(() => {
    let isWanted = true
    const articles = found ?? []
    void Promise.all(articles.map(({ id }) => isDamaged(id))).then((states) => {
      if (isWanted) setStill(articles.filter((_each, index) => states[index] === true))
    })
    return () => {
      isWanted = false
    }
  }, [found])
  return still
}

type StoreScreenProps = {
  /** What to start at once, as chosen in the menu. */
  begin: 'back-up' | 'restore' | null
  /** Shows the versions of an article. */
  onVersions: (id: string) => void
}

/** The store's health: damage, recoveries, backups, and every way to restore. */
export function StoreScreen({ begin, onVersions }: StoreScreenProps) {
  const t = useT()
  const { status, error, reload } = useStore()
  const [checked, setChecked] = useState<CheckResult | null>(null)
  const [brought, setBrought] = useState<ReadonlySet<string>>(new Set())
  const newest = status?.backups.find(({ isOthers }) => isOthers !== true) ?? null
  const result = checked !== null && (newest === null || checked.at >= newest.at) ? checked : newest
  const damaged = useStillDamaged(result?.check.damagedArticles).filter(({ id }) => !brought.has(id))
  if (status === null) {
    if (error === null) return <Progress label={t('common.loading')} />
    return (
      <Frame title={t('store.title')}>
        <ErrorText error={error} />
        <div>
          <Button onPress={reload}>{t('store.retry')}</Button>
        </div>
      </Frame>
    )
  }
  const { backupFailure, recovery } = status
  const rows = result === null ? 0 : damagedRows(result.check)
  const pictures = result?.check.damagedPictures ?? []
  return (
    <Frame title={t('store.title')} className="store">
      {status.readOnly ? (
        <Banner tone="info">{t(status.isDiskFull ? 'writing.readOnlyFull' : 'store.read-only')}</Banner>
      ) : null}
      {status.wasCutOff && !status.isFileDamaged && recentRecovery(status.recovery) === null ? (
        <Banner tone="info">{t('store.cut-off')}</Banner>
      ) : null}
      {status.isAuditWhole ? null : <Banner tone="attention">{t('store.audit-at-opening')}</Banner>}
      {status.isFileDamaged ? <Banner tone="attention">{t('store.file-damaged')}</Banner> : null}
      {backupFailure === null || (status.isFileDamaged && backupFailure === 'backup-unsound') ? null : (
        <Banner tone="attention">
          {t(backupFailure === 'backup-unsound' ? 'store.backup-unsound' : 'store.backup-failed')}
        </Banner>
      )}
      <Verdict status={status} result={result} onChecked={setChecked} startsAtOnce={begin === 'back-up'} />
      <Facts status={status} />
      {recovery === null ? null : <RecoveryReport report={recovery} />}
      {damaged.length === 0 ? null : (
        <DamagedArticles
          articles={damaged}
          onBack={(id) => setBrought(new Set([...brought, id]))}
          onVersions={onVersions}
        />
      )}
      {brought.size === 0 ? null : (
        <p role="status" className="store-brought">
          {t('store.brought-back-count', { count: brought.size })}
        </p>
      )}
      {pictures.length === 0 ? null : (
        <section aria-labelledby="store-pictures">
          <h2 id="store-pictures">{t('store.damaged-pictures')}</h2>
          <p className="store-soft">{t('store.damaged-pictures-text')}</p>
          <ul className="store-list">
            {pictures.map((name) => (
              <li key={name}>
                <bdi className="store-name">{name}</bdi>
              </li>
            ))}
          </ul>
        </section>
      )}
      {rows === 0 ? null : <p>{t('store.damaged-rows', { count: rows })}</p>}
      {result === null ? null : <Audit audit={result.check.audit} isFileSound={result.check.isFileSound} />}
      <Removed />
      <Backups backups={status.backups} readOnly={status.readOnly} startsAtOnce={begin === 'restore'} />
      {status.readOnly ? null : <BackupFolder />}
    </Frame>
  )
}
