import { useT } from '#renderer/ui/locale.tsx'
import { errorWords } from '#renderer/ui/error-text.tsx'
import { useStatus, type StatusFeed } from './status-feed.ts'

/** Whether what stands in the window is in the store: one word beside the title. */
export function SaveStatusWord({ feed }: { feed: StatusFeed }) {
  const t = useT()
  const status = useStatus(feed)
  const state = status.state === 'failed' ? 'unsaved' : status.state
  const words =
    status.state === 'failed'
      ? t('writing.unsavedBecause', { reason: errorWords(status.error, t) })
      : t(`writing.${status.state}`)
  return (
    <span className="save-status" data-testid="save-status" data-state={state} role="status">
      <span aria-hidden className="save-dot" />
      {status.state === 'failed' ? <span title={words}>{t('writing.unsaved')}</span> : words}
    </span>
  )
}
