import type { ArticleEvent } from '#core/contract/review.ts'
import type { Translate } from '#core/locale/translate.ts'
import { useT } from '#renderer/ui/locale.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'

function actionWords({ action, from, to }: ArticleEvent, t: Translate): string {
  const states = { from: from === null ? '' : t(`common.state-${from}`), to: t(`common.state-${to}`) }
  return t(`review.action-${action}`, states)
}

/** The audit of an article, newest first. */
export function History({ events }: { events: readonly ArticleEvent[] }) {
  const t = useT()
  return (
    <ol className="history" aria-label={`${t('review.history')} (${t('review.history-order')})`}>
      {events.map((event, index) => (
        // New events are added at the top, so the index from the end is stable.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={events.length - index} className="history-event" data-testid="history-event" data-to={event.to}>
          <p>
            <strong>
              <bdi>{event.by}</bdi>
            </strong>{' '}
            <span className="history-role">{t(`common.role-${event.role}`)}</span>
          </p>
          <p>{actionWords(event, t)}</p>
          {event.note === '' ? null : (
            <blockquote dir="rtl" className="history-note">
              {event.note}
            </blockquote>
          )}
          <p className="history-time">
            <RelativeTime at={event.at} />
          </p>
        </li>
      ))}
    </ol>
  )
}
