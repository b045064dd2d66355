import { useState } from 'react'
import { ShieldAlert, ShieldCheck } from 'lucide-react'
import { damagedRows, type Backup } from '#core/contract/store.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useLocale } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { ExactTime } from '#renderer/ui/exact-time.tsx'
import { RestoreDialog } from './restore-dialog.tsx'

const MEGABYTE = 1024 * 1024

/** @returns whether the check of a backup found no damage. */
function isSound({ check }: Backup): boolean {
  return check.isFileSound && check.damagedArticles.length + damagedRows(check) === 0
}

type BackupsProps = {
  backups: readonly Backup[]
  readOnly: boolean
  /** Whether to open the restore dialog at once. */
  startsAtOnce: boolean
}

/** Lists the backups, newest first, and restores from one of them or from a file elsewhere. */
export function Backups({ backups, readOnly, startsAtOnce }: BackupsProps) {
  const { t } = useLocale()
  // The path of the backup to restore; empty when the person enters it.
  const [restoring, setRestoring] = useState<string | null>(startsAtOnce && !readOnly ? '' : null)
  return (
    <section aria-labelledby="store-backups">
      <h2 id="store-backups">{t('store.backups')}</h2>
      <p className="store-soft">{t('store.backups-rule')}</p>
      {backups.length === 0 ? <p>{t('store.no-backups')}</p> : null}
      <ul className="store-list">
        {backups.map((backup) => (
          <BackupRow
            key={backup.path}
            backup={backup}
            {...(readOnly ? {} : { onRestore: () => setRestoring(backup.path) })}
          />
        ))}
      </ul>
      {readOnly ? null : (
        <div>
          <Button onPress={() => setRestoring('')}>{t('store.restore-other')}</Button>
        </div>
      )}
      {restoring === null ? null : <RestoreDialog path={restoring} onClose={() => setRestoring(null)} />}
    </section>
  )
}

function BackupRow({ backup, onRestore }: { backup: Backup; onRestore?: () => void }) {
  const { t, tag } = useLocale()
  const sound = isSound(backup)
  const Icon = sound ? ShieldCheck : ShieldAlert
  const megabytes = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 }).format(backup.bytes / MEGABYTE)
  return (
    <li className="store-backup" data-testid="backup" data-sound={sound}>
      <span className={sound ? 'store-sound' : 'store-unsound'}>
        <Icon aria-hidden size={16} /> {t(sound ? 'store.sound' : 'store.unsound')}
      </span>
      <span className="store-backup-words">
        <ExactTime at={backup.at} />
        <span className="store-soft">
          {t('store.holds', { count: backup.articles })} · {t('store.size', { megabytes })}
        </span>
        {backup.isOthers === true ? <span className="store-others">{t('store.others')}</span> : null}
        <span className="store-path">
          <bdi dir="ltr">
            <PathText path={backup.path} />
          </bdi>
        </span>
      </span>
      {onRestore === undefined ? null : <Button onPress={onRestore}>{t('store.restore')}</Button>}
    </li>
  )
}
