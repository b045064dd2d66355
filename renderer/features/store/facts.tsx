import type { ReactNode } from 'react'
import { useLocale } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import type { StoreStatus } from './use-store.ts'

/** The facts about the store: last save, last backup, number of articles, folder. */
export function Facts({ status }: { status: StoreStatus }) {
  const { t, tag } = useLocale()
  const time = (at: string | undefined | null): ReactNode =>
    at === undefined || at === null ? t('store.never') : <RelativeTime at={at} />
  return (
    <dl className="store-facts">
      <div>
        <dt>{t('store.last-write')}</dt>
        <dd>{time(status.lastWrite)}</dd>
      </div>
      <div>
        <dt>{t('store.last-backup')}</dt>
        <dd>{time(status.backups.find(({ isOthers }) => isOthers !== true)?.at)}</dd>
      </div>
      <div>
        <dt>{t('store.articles')}</dt>
        <dd>{new Intl.NumberFormat(tag).format(status.articles)}</dd>
      </div>
      <div className="store-place">
        <dt>{t('store.place')}</dt>
        <dd>
          <bdi dir="ltr">
            <PathText path={status.folder} />
          </bdi>
        </dd>
      </div>
    </dl>
  )
}
