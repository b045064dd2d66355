import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { getDelivery, listDeliveries, setDelivery, setSender, type DeliveryRecord } from '#db/tables/deliveries.ts'
import type { Conflict } from '#db/tables/delivery-progress.ts'
import { getDestination, type StoredDestination } from '#db/tables/destinations.ts'
import { eachArticle } from '../articles/each-article.ts'
import type { Context, Handlers } from '../context.ts'
import { enqueue } from '../deliver/enqueue.ts'
import { cutText } from '../deliver/cut-text.ts'
import { kindOf } from '../deliver/kinds/index.ts'
import { payloadOf } from '../deliver/payload.ts'
import { recordForgotten } from '../deliver/record-arrival.ts'
import { recordStep } from '../deliver/record-step.ts'
import { shownDelivery } from '../deliver/shown-delivery.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const deliveriesHandlers: Handlers<'deliveries'> = {
  'deliveries.send': enqueue,
  'deliveries.sendMany': ({ ids, destinationId, actor }, context) =>
    eachArticle(ids, (id) => enqueue({ id, destinationId, action: 'publish', actor }, context)),
  'deliveries.list': ({ id, limit }, { store }) => {
    const { deliveries, damaged } = listDeliveries(store.db, id, limit)
    return { deliveries: deliveries.map(shownDelivery), damaged }
  },
  'deliveries.retry': async ({ deliveryId, actor }, context) => {
    requireWritableStore(context.store)
    await context.courier.tryNow(deliveryId, actor)
    return { delivery: shownDelivery(requireDelivery(deliveryId, context)) }
  },
  'deliveries.cancel': ({ deliveryId, actor }, { store, courier }) => {
    requireWritableStore(store)
    courier.cancel(deliveryId, actor)
    return {}
  },
  'deliveries.compare': async ({ deliveryId }, context) => {
    const { delivery, conflict } = requireConflict(deliveryId, context)
    const { config } = requireDestination(delivery, context)
    const payload = await payloadOf(context.store.db, delivery, config, context.courier.tools)
    const ours = cutText(kindOf(config).comparedText(payload))
    return { ...conflict, ours: ours.text, isCut: ours.isCut || conflict.isCut }
  },
  'deliveries.resolve': (input, context) => resolve(input, context),
}

function requireDelivery(id: string, { store }: Context): DeliveryRecord {
  const delivery = getDelivery(store.db, id)
  if (delivery === null) throw new ContractError('delivery-missing', { id })
  return delivery
}

/**
 * @throws ContractError `delivery-missing`; `delivery-over` when it does not wait for a person to resolve a conflict.
 */
function requireConflict(id: string, context: Context): { delivery: DeliveryRecord; conflict: Conflict } {
  const delivery = requireDelivery(id, context)
  const { conflict } = delivery.progress
  if (delivery.state !== 'held' || conflict === null) throw new ContractError('delivery-over', { id })
  return { delivery, conflict }
}

const isDeletedThere = ({ state, progress }: DeliveryRecord): boolean =>
  state === 'held' && progress.problem?.code === 'deleted-there'

/** @returns a delivery that waits for a person's choice. @throws ContractError as `requireConflict` does. */
function requireUnresolved(id: string, context: Context): DeliveryRecord {
  const delivery = requireDelivery(id, context)
  return isDeletedThere(delivery) ? delivery : requireConflict(id, context).delivery
}

/** @throws ContractError `delivery-over` for a destination that was removed. */
function requireDestination({ id, destinationId }: DeliveryRecord, { store }: Context): StoredDestination {
  const destination = getDestination(store.db, destinationId)
  if (destination === null) throw new ContractError('delivery-over', { id })
  return destination
}

async function resolve(
  { deliveryId, choice, actor }: CallGiven<'deliveries.resolve'>,
  context: Context,
): Promise<CallOutput<'deliveries.resolve'>> {
  const { store, courier, now, emit } = context
  requireWritableStore(store)
  const held = requireUnresolved(deliveryId, context)
  const { config } = requireDestination(held, context)
  const payload = await payloadOf(store.db, held, config, courier.tools)
  // Other calls may have been served while the payload was made.
  const delivery = requireUnresolved(deliveryId, context)
  if (choice === 'keep-theirs') {
    const kind = kindOf(config)
    const isDeleted = isDeletedThere(delivery)
    const { progress: before } = delivery
    const ended = { ...before, choice, problem: null, conflict: null, nextAttempt: null }
    const progress = isDeleted
      ? { ...ended, remote: kind.forget(before.remote), link: null, takesBack: true }
      : { ...ended, remote: kind.keepTheirs(before.remote, payload) }
    const at = now()
    store.db.transaction(() => {
      setDelivery(store.db, deliveryId, 'cancelled', progress, at)
      setSender(store.db, deliveryId, actor)
      if (isDeleted) recordForgotten(store.db, delivery, { at, actor })
      else recordStep(store.db, delivery, 'kept-theirs', { at, actor })
    })
  } else {
    const progress = { ...delivery.progress, choice, problem: null, nextAttempt: null }
    setDelivery(store.db, deliveryId, 'queued', progress, now())
    await courier.tryNow(deliveryId, actor)
  }
  emit({ type: 'delivery-changed', id: delivery.articleId, deliveryId })
  return { delivery: shownDelivery(requireDelivery(deliveryId, context)) }
}
