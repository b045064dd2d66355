import { useState } from 'react'
import { Send } from 'lucide-react'
import type { CallParsed } from '#core/contract/contract.ts'
import type { Delivery } from '#core/contract/deliveries.ts'
import type { Standing } from '#core/review/standing.ts'
import { isEditor, APPROVED, type State } from '#core/review/states.ts'
import { call } from '#renderer/bridge/client.ts'
import { useActor } from '#renderer/bridge/settings.tsx'
import { useStanding } from '#renderer/bridge/use-standing.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { useT } from '#renderer/ui/locale.tsx'
import { DeliveryItem, FINAL_STATES } from './delivery-item.tsx'
import { isAtDestination, isDeletedThere, lastArrived } from './last-arrived.ts'
import { useDeliveries } from './use-deliveries.ts'
import { useDestinations, type Destination } from '#renderer/bridge/use-destinations.ts'
import './deliver.css'

type Action = CallParsed<'deliveries.send'>['action']

/** How many of an article's deliveries are searched for the last one to each destination. */
const MAX_DELIVERIES = 100

/** Sending an article in one of these states takes it down. */
const TAKEN_DOWN: ReadonlySet<State> = new Set(['withdrawn', 'killed'])

type SendPanelProps = { id: string; state: State; onDestinations: () => void }

/** Sends an article to the destinations, and shows the state of each. */
export function SendPanel({ id, state, onDestinations }: SendPanelProps) {
  const t = useT()
  const actor = useActor()
  const { listing, error } = useDestinations()
  const sent = useDeliveries(id, MAX_DELIVERIES)
  const standing = useStanding(id)
  if (listing === null) return <ErrorText error={error} />
  const { destinations } = listing
  const deliveries = sent.listing?.deliveries ?? []
  const places = new Set(destinations.map((destination) => destination.id))
  return (
    <div className="send-panel">
      {destinations.length === 0 ? <p className="deliver-soft">{t('outbox.no-destinations')}</p> : null}
      {destinations.length > 0 && !APPROVED.has(state) && !TAKEN_DOWN.has(state) ? (
        <p className="deliver-soft">{t('outbox.not-approved')}</p>
      ) : null}
      {isEditor(actor.role) ? null : <p className="deliver-soft">{t('outbox.editor-only')}</p>}
      <ul className="deliver-list">
        {destinations.map((destination) => (
          <li key={destination.id}>
            <Place
              {...{ id, state, destination }}
              arrived={lastArrived(deliveries, destination.id)}
              last={deliveries.find((delivery) => delivery.destination.id === destination.id) ?? null}
              mayAct={isEditor(actor.role)}
              isTooLate={isTooLate(standing, destination.id)}
            />
          </li>
        ))}
        {/* Deliveries to a destination that was removed since. */}
        {deliveries
          .filter(({ destination }) => !places.has(destination.id))
          .map((delivery) => (
            <li key={delivery.id}>
              <DeliveryItem delivery={delivery} title={delivery.destination.name} />
            </li>
          ))}
      </ul>
      <ErrorText error={sent.error} />
      <div>
        <Button onPress={onDestinations}>
          {t(destinations.length === 0 ? 'outbox.add-destination' : 'outbox.destinations')}
        </Button>
      </div>
    </div>
  )
}

type PlaceProps = {
  id: string
  state: State
  destination: Destination
  last: Delivery | null
  /** The newest delivery that arrived. It, and not the last one sent, decides what is there. */
  arrived: Delivery | null
  mayAct: boolean
  /** Whether readers have the article there, and an embargo was set since. */
  isTooLate: boolean
}

function isTooLate({ embargo, places }: Standing, destinationId: string): boolean {
  const isWaiting = embargo !== null && Date.parse(embargo) > Date.now()
  return isWaiting && places.some(({ id, isPublic }) => id === destinationId && isPublic)
}

function Place({ id, state, destination, last, arrived, mayAct, isTooLate: late }: PlaceProps) {
  const t = useT()
  const [busy, setBusy] = useState<Action | null>(null)
  const [error, setError] = useState<unknown>(null)
  const send = (action: Action): void => {
    setBusy(action)
    setError(null)
    call('deliveries.send', { id, destinationId: destination.id, action })
      .catch(setError)
      .finally(() => setBusy(null))
  }
  // A running delivery can be retried or cancelled. One that waits for a person may be replaced by a newer text.
  const isRunning =
    last !== null && !FINAL_STATES.has(last.state) && last.state !== 'held' && last.state !== 'scheduled'
  const isPublishedThere = isAtDestination(arrived)
  // The delivery itself asks for the answer, and nothing else is to be pressed.
  const isAsked = last !== null && isDeletedThere(last)
  const canSend = APPROVED.has(state) && !isRunning
  const runningAction = isRunning ? last.action : null
  return (
    <div className="place" data-testid="place">
      {last === null ? (
        <p className="delivery-title" dir="auto">
          {destination.name}
        </p>
      ) : (
        <DeliveryItem delivery={last} title={destination.name} />
      )}
      {mayAct && canSend && late ? (
        <p className="deliver-attention">{t('errors.already-public', { name: destination.name })}</p>
      ) : null}
      {mayAct && !isAsked ? (
        <div className="deliver-buttons">
          {canSend && !late ? (
            <Button
              icon={<Send aria-hidden size={16} />}
              isDisabled={!destination.hasSecret}
              isPending={busy === 'publish'}
              onPress={() => send('publish')}
            >
              {t(isPublishedThere ? 'outbox.send-again' : 'outbox.send')}
            </Button>
          ) : null}
          {isPublishedThere && runningAction !== 'withdraw' && state !== 'killed' ? (
            <Button isPending={busy === 'withdraw'} onPress={() => send('withdraw')}>
              {t('outbox.withdraw')}
            </Button>
          ) : null}
          {state === 'killed' && last !== null && arrived?.action !== 'kill' && runningAction !== 'kill' ? (
            <Button variant="danger" isPending={busy === 'kill'} onPress={() => send('kill')}>
              {t('outbox.kill')}
            </Button>
          ) : null}
        </div>
      ) : null}
      {destination.hasSecret ? null : <p className="deliver-attention">{t('destinations.no-secret')}</p>}
      {/* The panel is on the export screen, where the checklist is. */}
      <ErrorText error={error} isBesideChecklist />
    </div>
  )
}
