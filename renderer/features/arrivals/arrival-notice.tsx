import { useEffect, useEffectEvent } from 'react'
import { Bell } from 'lucide-react'
import { knownBy } from '#core/article/opening.ts'
import { Button } from '#renderer/ui/button.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { useArrivals } from './use-arrivals.ts'
import './arrivals.css'

type ArrivalNoticeProps = {
  /** The article that is on the screen; null for none. */
  shown: string | null
  onOpen: (id: string) => void
  /** Opens what waits for this person. */
  onWaiting: () => void
}

/**
 * One line that says what came for this person. It takes no focus, and screen readers say it when they are done with what they
 * say. It goes when the article is opened.
 */
export function ArrivalNotice({ shown, onOpen, onWaiting }: ArrivalNoticeProps) {
  const t = useT()
  const { arrivals, dismiss } = useArrivals()
  const leave = useEffectEvent((id: string) => dismiss(id))
  // The article that was on the screen has been seen, with what came while it was.
  useEffect(() => (shown === null ? undefined : () => leave(shown)), [shown])
  const others = arrivals.filter(({ id }) => id !== shown)
  const last = arrivals.at(-1)
  const words =
    last === undefined
      ? ''
      : t(`desk.arrived-${last.kind}`, { by: last.by, headline: knownBy(last) || t('common.untitled') })
  const more = new Set(arrivals.map(({ id }) => id)).size - 1
  return (
    <>
      <p className="visually-hidden" role="status">
        {words}
      </p>
      {last === undefined ? null : (
        <div className="arrival" data-testid="arrival">
          <Bell aria-hidden size={16} />
          {/* It is said by the status above. */}
          <p aria-hidden className="arrival-words" title={words}>
            {words}
          </p>
          {more > 0 ? <span className="arrival-more">{t('desk.arrived-more', { count: more })}</span> : null}
          {last.id === shown ? null : (
            <Button
              onPress={() => {
                dismiss(last.id)
                onOpen(last.id)
              }}
            >
              {t('desk.arrived-open')}
            </Button>
          )}
          {others.length > 1 ? (
            <Button
              onPress={() => {
                dismiss()
                onWaiting()
              }}
            >
              {t('desk.arrived-waiting')}
            </Button>
          ) : null}
          <Button onPress={() => dismiss()}>{t('common.close')}</Button>
        </div>
      )}
    </>
  )
}
