import type { DeliveryState } from '#core/contract/deliveries.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Actor } from '#core/review/states.ts'
import { getDelivery, openDeliveries, setSender, type DeliveryRecord } from '#db/tables/deliveries.ts'
import type { WriteContext } from '../articles/write-context.ts'
import type { Secrets } from '../secrets/secrets.ts'
import type { KindTools } from './kind.ts'
import { createLanes } from './lanes.ts'
import { createSender, isOpen, type SenderOptions } from './sender.ts'

/** Works through the queue of deliveries: one at a time to each destination, all destinations at once. */
export type Courier = {
  readonly secrets: Secrets
  readonly tools: KindTools
  /** Tries every delivery that is due, at the destinations that are idle. Resolves when all have been tried. */
  run: () => Promise<void>
  /**
   * Tries one delivery now, whatever it waits for except its embargo and its article's approval.
   * @param actor who asks for it, and counts as its sender from now on
   * @throws ContractError as `cancel` does.
   */
  tryNow: (id: string, actor: Actor) => Promise<void>
  /** Cancels a delivery, for a person. @throws ContractError `delivery-over`, `delivery-missing`. */
  cancel: (id: string, actor: Actor) => void
  stopWaiting: WriteContext['stopWaiting']
  /** @returns when something is due next at an idle destination, ISO 8601, empty for at once; null when nothing is. */
  nextDue: () => string | null
  /** Sets the listener that is called whenever a destination becomes idle. */
  onIdle: (listener: () => void) => void
  /** Aborts what is being sent. It is resumed when the store is opened again. */
  stop: () => void
}

/** How far a delivery in one of these came is not known after a crash: it is resumed at once. */
const INTERRUPTED: ReadonlySet<DeliveryState> = new Set(['sending', 'rolling-back'])

/** @param options `tools.http.signal` aborts what is being sent, and stops the queue. */
export function createCourier(options: SenderOptions): Omit<Courier, 'stop'> {
  const { secrets, tools } = options
  const { db } = options.store
  const { signal } = tools.http
  const sender = createSender(options)
  let notifyIdle = (): void => {}
  const lanes = createLanes(() => {
    if (!signal.aborted) notifyIdle()
  })

  const inLane = (destinationId: string, id: string, isWanted: () => boolean): Promise<void> =>
    lanes.enter(destinationId, async () => {
      if (!signal.aborted && isWanted()) await sender.attempt(id)
    })

  const isDue = ({ state, progress }: DeliveryRecord, now: string): boolean => {
    if (state === 'held') return false
    return (
      progress.nextAttempt === null ||
      progress.nextAttempt <= now ||
      (INTERRUPTED.has(state) && progress.problem === null)
    )
  }

  const requireOpen = (id: string): DeliveryRecord => {
    const delivery = getDelivery(db, id)
    if (delivery === null) throw new ContractError('delivery-missing', { id })
    if (!isOpen(delivery)) throw new ContractError('delivery-over', { id })
    return delivery
  }

  return {
    secrets,
    tools,
    async run() {
      const now = tools.now()
      const due = openDeliveries(db).filter((each) => !lanes.isBusy(each.destinationId) && isDue(each, now))
      const isStillDue = (id: string): boolean => {
        const delivery = getDelivery(db, id)
        return delivery !== null && isOpen(delivery) && isDue(delivery, now)
      }
      await Promise.all(due.map(({ id, destinationId }) => inLane(destinationId, id, () => isStillDue(id))))
    },
    async tryNow(id, actor) {
      const { destinationId } = requireOpen(id)
      setSender(db, id, actor)
      await inLane(destinationId, id, () => true)
    },
    cancel: (id, actor) => sender.cancel(requireOpen(id), actor),
    stopWaiting: sender.stopWaiting,
    nextDue() {
      const times = openDeliveries(db)
        .filter(({ state, destinationId }) => state !== 'held' && !lanes.isBusy(destinationId))
        .map(({ progress }) => progress.nextAttempt ?? '')
      return times.toSorted()[0] ?? null
    },
    onIdle(listener) {
      notifyIdle = listener
    },
  }
}
