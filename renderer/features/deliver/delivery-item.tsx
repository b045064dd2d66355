import { useState } from 'react'
import { Copy } from 'lucide-react'
import type { Delivery } from '#core/contract/deliveries.ts'
import { problemWords } from '#core/locale/delivery-problem.ts'
import { call } from '#renderer/bridge/client.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorText } from '#renderer/ui/error-text.tsx'
import { IconButton } from '#renderer/ui/icon-button.tsx'
import { useLocale, useT } from '#renderer/ui/locale.tsx'
import { PathText } from '#renderer/ui/path-text.tsx'
import { RelativeTime } from '#renderer/ui/relative-time.tsx'
import { ConflictDialog } from './conflict-dialog.tsx'
import { isDeletedThere } from './last-arrived.ts'

/** What a person decides about an article that was deleted at its destination: publish it anew, or leave it deleted. */
type Choice = 'overwrite' | 'keep-theirs'

/** States that a delivery does not leave. */
export const FINAL_STATES: ReadonlySet<Delivery['state']> = new Set(['delivered', 'cancelled'])

type DeliveryItemProps = {
  delivery: Delivery
  title: string
  /** The destination, where the title does not name it. */
  place?: string
}

/** One delivery: its state, its problem, and what can be done about it. */
export function DeliveryItem({ delivery, title, place }: DeliveryItemProps) {
  const { t, tag } = useLocale()
  const [isComparing, setComparing] = useState(false)
  const [busy, setBusy] = useState<'retry' | 'cancel' | Choice | null>(null)
  const [error, setError] = useState<unknown>(null)
  const { id, state, problem, pictures, link, scheduledFor } = delivery
  // A scheduled post is asked about a little after its time. People are shown its time.
  const nextAttempt = scheduledFor ?? delivery.nextAttempt
  // Waiting for its embargo to end: there is nothing to retry.
  const isEarly = state === 'queued' && problem === null && nextAttempt !== null
  const isConflict = state === 'held' && (problem?.code === 'conflict' || problem?.code === 'conflict-unsent')
  const isDeleted = isDeletedThere(delivery)
  const waitFor = (what: NonNullable<typeof busy>, answer: Promise<unknown>): void => {
    setBusy(what)
    setError(null)
    answer.catch(setError).finally(() => setBusy(null))
  }
  const act = (what: 'retry' | 'cancel'): void => waitFor(what, call(`deliveries.${what}`, { deliveryId: id }))
  const choose = (choice: Choice): void => waitFor(choice, call('deliveries.resolve', { deliveryId: id, choice }))
  const exact = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short' })
  return (
    <div className="delivery" data-testid="delivery" data-state={state}>
      <p className="delivery-title" dir="auto">
        {title}
      </p>
      <p className="delivery-facts">
        <span className="delivery-state">
          <span aria-hidden className="delivery-dot" />
          {t(`deliver.state-${state}`)}
        </span>
        <span>{t(`outbox.action-${delivery.action}`)}</span>
        {place === undefined ? null : <bdi>{place}</bdi>}
        <span>{delivery.by}</span>
        <RelativeTime at={delivery.updatedAt} />
      </p>
      {delivery.isUnchanged ? <p className="deliver-soft">{t('deliver.unchanged')}</p> : null}
      {problem === null || FINAL_STATES.has(state) ? null : (
        <p className="delivery-problem">{problemWords(problem, t)}</p>
      )}
      {state === 'sending' && pictures.total > 0 ? (
        <p className="deliver-soft">{t('outbox.pictures', { done: pictures.done, total: pictures.total })}</p>
      ) : null}
      {nextAttempt === null || FINAL_STATES.has(state) ? null : (
        <p className="deliver-soft">
          {t(state === 'scheduled' || problem === null ? 'outbox.at' : 'outbox.next', {
            time: exact.format(new Date(nextAttempt)),
          })}
        </p>
      )}
      {link === null ? null : <DeliveryLink link={link} />}
      {FINAL_STATES.has(state) ? null : (
        <div className="deliver-buttons">
          {isConflict ? (
            <Button variant="primary" onPress={() => setComparing(true)}>
              {t('outbox.compare')}
            </Button>
          ) : null}
          {isDeleted ? (
            <>
              <Button variant="primary" isPending={busy === 'overwrite'} onPress={() => choose('overwrite')}>
                {t('outbox.publish-anew')}
              </Button>
              <Button isPending={busy === 'keep-theirs'} onPress={() => choose('keep-theirs')}>
                {t('outbox.forget')}
              </Button>
            </>
          ) : null}
          {!isConflict && !isDeleted && !isEarly && (state === 'queued' || state === 'held') ? (
            <Button isPending={busy === 'retry'} onPress={() => act('retry')}>
              {t('outbox.now')}
            </Button>
          ) : null}
          {state === 'rolling-back' || isDeleted ? null : (
            <Button isPending={busy === 'cancel'} onPress={() => act('cancel')}>
              {t(state === 'scheduled' ? 'outbox.take-back' : 'outbox.cancel')}
            </Button>
          )}
        </div>
      )}
      <ErrorText error={error} />
      {isComparing ? <ConflictDialog delivery={delivery} onClose={() => setComparing(false)} /> : null}
    </div>
  )
}

/** The address of the post, to be copied: Midad does not open foreign pages. */
function DeliveryLink({ link }: { link: string }) {
  const t = useT()
  const [copy, setCopy] = useState<'none' | 'done' | 'failed'>('none')
  return (
    <div className="delivery-link">
      <bdi dir="ltr" data-testid="delivery-link">
        <PathText path={decoded(link)} />
      </bdi>
      <IconButton
        label={t(copy === 'done' ? 'publish.copied' : 'outbox.copy')}
        icon={<Copy aria-hidden size={16} />}
        onPress={() =>
          void navigator.clipboard.writeText(link).then(
            () => setCopy('done'),
            () => setCopy('failed'),
          )
        }
      />
      {copy === 'failed' ? <p className="error-text">{t('outbox.copy-failed')}</p> : null}
    </div>
  )
}

/** @returns the address with an Arabic slug readable, not percent-encoded. */
function decoded(link: string): string {
  try {
    return decodeURI(link)
  } catch {
    return link
  }
}
