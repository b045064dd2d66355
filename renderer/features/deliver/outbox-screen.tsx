import { useState } from 'react'
import { Send } from 'lucide-react'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { Frame } from '#renderer/ui/frame.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { Progress } from '#renderer/ui/progress.tsx'
import { DeliveryItem } from './delivery-item.tsx'
import { useDeliveries } from './use-deliveries.ts'
import './deliver.css'

const PAGE = 50
/** The contract's limit for one listing. */
const MAX_DELIVERIES = 500

type OutboxScreenProps = { onOpen: (articleId: string) => void; onDestinations: () => void }

/** Lists waiting and recent deliveries; those that need a person come first. */
export function OutboxScreen({ onOpen, onDestinations }: OutboxScreenProps) {
  const t = useT()
  const [limit, setLimit] = useState(PAGE)
  const { listing, error, reload } = useDeliveries(null, limit)
  const deliveries = listing?.deliveries ?? []
  const held = deliveries.filter(({ state }) => state === 'held')
  const others = deliveries.filter(({ state }) => state !== 'held')
  return (
    <Frame title={t('outbox.title')} actions={<Button onPress={onDestinations}>{t('outbox.destinations')}</Button>}>
      {listing === null && error === null ? <Progress label={t('common.loading')} /> : null}
      {error === null ? null : (
        <div className="deliver-failed">
          <ErrorText error={error} />
          <Button onPress={reload}>{t('common.retry')}</Button>
        </div>
      )}
      {listing !== null && deliveries.length === 0 ? (
        <EmptyState icon={<Send aria-hidden size={32} />} title={t('outbox.empty-title')}>
          <p>{t('outbox.empty-text')}</p>
        </EmptyState>
      ) : null}
      {[
        { heading: t('outbox.held'), rows: held },
        { heading: t('outbox.others'), rows: others },
      ].map(({ heading, rows }) =>
        rows.length === 0 ? null : (
          <section key={heading} aria-label={heading}>
            <h2>{heading}</h2>
            <ul className="deliver-list">
              {rows.map((delivery) => (
                <li key={delivery.id}>
                  <DeliveryItem
                    delivery={delivery}
                    title={delivery.headline || t('common.untitled')}
                    place={delivery.destination.name}
                  />
                  <Button onPress={() => onOpen(delivery.articleId)}>{t('outbox.open')}</Button>
                </li>
              ))}
            </ul>
          </section>
        ),
      )}
      {listing !== null && listing.damaged > 0 ? <p>{t('outbox.damaged', { count: listing.damaged })}</p> : null}
      {deliveries.length >= limit && limit < MAX_DELIVERIES ? (
        <div>
          <Button onPress={() => setLimit(Math.min(MAX_DELIVERIES, limit + PAGE))}>{t('outbox.more')}</Button>
        </div>
      ) : null}
    </Frame>
  )
}
