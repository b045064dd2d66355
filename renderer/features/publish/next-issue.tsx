import type { CallOutput } from '#core/contract/contract.ts'
import { Clock } from 'lucide-react'
import { useLocale } from '#renderer/ui/locale.tsx'

/** The version and action of the next package, and the effect of an embargo on it. */
export function NextIssue({ next }: { next: CallOutput<'publish.preview'>['next'] }) {
  const { t, tag } = useLocale()
  const time = new Intl.DateTimeFormat(tag, { dateStyle: 'long', timeStyle: 'short' })
  return (
    <>
      <p className="export-next" data-testid="next-issue">
        {t('publish.next', { action: t(`publish.action-${next.action}`), version: next.version })}
      </p>
      {next.embargo !== null && next.embargoed ? (
        <p className="export-embargo" data-testid="embargo">
          <Clock aria-hidden size={16} />
          <span>{t('publish.embargo-holds', { time: time.format(new Date(next.embargo)) })}</span>
        </p>
      ) : null}
    </>
  )
}
