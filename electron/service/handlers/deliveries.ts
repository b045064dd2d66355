import { createHash } from 'node:crypto'
import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import { headText } from '#core/article/plain-text.ts'
import type { CallParsed } from '#core/contract/contract.ts'
import type { deliveriesCalls, Delivery } from '#core/contract/deliveries.ts'
import { ContractError } from '#core/contract/errors.ts'
import { carriesBody, type PackageAction } from '#core/export/action.ts'
import type { Edition } from '#core/export/edition.ts'
import type { State } from '#core/review/states.ts'
import {
  addDelivery,
  getDelivery,
  getPayload,
  lastArrived,
  listDeliveries,
  openDeliveries,
  setDelivery,
  type DeliveryRecord,
} from '#db/tables/deliveries.ts'
import { getDestination } from '#db/tables/destinations.ts'
import { addExport, nextVersion } from '#db/tables/exports.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Context, Handlers } from '../context.ts'
import { hasNewCorrection, reasonOf } from '../editions/action.ts'
import { kindOf } from '../deliver/kinds/index.ts'
import { loadArticle, requireWritableStore } from '../articles/load-article.ts'

export const deliveriesHandlers: Handlers<typeof deliveriesCalls> = {
  'deliveries.send': (input, context) => send(input, context),
  'deliveries.list': ({ id, limit }, { store }) => {
    const { deliveries, damaged } = listDeliveries(store.db, id, limit)
    return { deliveries: deliveries.map(shownDelivery), damaged }
  },
  'deliveries.retry': async ({ deliveryId }, context) => {
    requireWritableStore(context.store)
    await context.courier.attend(deliveryId)
    return { delivery: shownDelivery(requireDelivery(deliveryId, context)) }
  },
  'deliveries.cancel': ({ deliveryId }, { store, courier }) => {
    requireWritableStore(store)
    courier.cancel(deliveryId)
    return {}
  },
  'deliveries.compare': ({ deliveryId }, context) => {
    const { delivery, conflict } = requireConflict(deliveryId, context)
    const payload = getPayload(context.store.db, delivery)
    const destination = getDestination(context.store.db, delivery.destinationId)
    if (destination === null || payload === null) throw new ContractError('delivery-over', { id: deliveryId })
    return { ours: kindOf(destination.config).compared(payload), ...conflict }
  },
  'deliveries.resolve': (input, context) => resolve(input, context),
}

/** @returns a delivery as a window is told of it: what its kind knows of the other side stays here. */
export function shownDelivery(record: DeliveryRecord): Delivery {
  const { id, articleId, destinationId, action, state, progress, createdAt, updatedAt, by } = record
  const { headline, destination, problem, attempts, nextAttempt, pictures, isUnchanged, link } = progress
  return {
    ...{
      id,
      articleId,
      headline,
      destination: { id: destinationId, ...destination },
      action,
      state,
      problem,
      attempts,
    },
    ...{ nextAttempt, pictures, isUnchanged, link, createdAt, updatedAt, by },
  }
}

function requireDelivery(id: string, { store }: Context): DeliveryRecord {
  const delivery = getDelivery(store.db, id)
  if (delivery === null) throw new ContractError('delivery-missing', { id })
  return delivery
}

function requireConflict(id: string, context: Context) {
  const delivery = requireDelivery(id, context)
  const { conflict } = delivery.progress
  if (delivery.state !== 'held' || conflict === null) throw new ContractError('delivery-over', { id })
  return { delivery, conflict }
}

/** In these an editor has said yes to the words as they are. */
const APPROVED: ReadonlySet<State> = new Set(['approved', 'exported', 'published', 'corrected'])

/** @throws ContractError for what may not be sent in this state, or by this person. */
function actionOf(
  { action, actor, destinationId }: CallParsed<'deliveries.send'>,
  article: Article,
  state: State,
  { store }: Context,
): PackageAction {
  if (actor.role !== 'editor') throw new ContractError('role-not-allowed')
  if (action === 'kill') {
    if (state !== 'killed') throw new ContractError('not-killed', { state })
    return 'kill'
  }
  if (action === 'withdraw' || state === 'withdrawn') return 'withdraw'
  if (state === 'killed') return 'kill'
  if (!APPROVED.has(state)) throw new ContractError('not-approved', { state })
  const last = lastArrived(store.db, article.id, destinationId)
  if (last === null) return 'publish'
  return state === 'corrected' || hasNewCorrection(store.db, article, last) ? 'correct' : 'update'
}

async function send(input: CallParsed<'deliveries.send'>, context: Context): Promise<{ deliveryId: string }> {
  const { id, destinationId, actor } = input
  const { store, courier, now, newId } = context
  requireWritableStore(store)
  const { article, state, saveNumber, updatedAt } = loadArticle(store, id)
  const destination = getDestination(store.db, destinationId)
  if (destination === null) throw new ContractError('destination-missing', { id: destinationId })
  const action = actionOf(input, article, state, context)
  const isPackage = destination.config.kind === 'folder'
  const version = isPackage ? nextVersion(store.db, id) : 0
  const revision = articleHash(article)
  const { house, digits } = getSettings(store.db)
  const edition: Edition = {
    // Whatever is sent early is held, by the other side or here.
    ...{ version, action, draft: false, embargoed: false, at: updatedAt },
    note: reasonOf(store.db, article, action),
    house: { ...house, digits },
  }
  const planned = { article, edition, revision }
  const payload = await kindOf(destination.config).plan(planned, destination.config, courier.tools)
  // Others may have been served while it was made ready.
  if (loadArticle(store, id).saveNumber !== saveNumber || (isPackage && nextVersion(store.db, id) !== version)) {
    throw new ContractError('conflict', { id })
  }
  const at = now()
  const sha256 = createHash('sha256').update(payload).digest('hex')
  const embargo = isPackage && carriesBody(action) ? embargoOf(article) : null
  // A folder knows nothing of embargoes: what lies there may be published at once.
  const notBefore = embargo !== null && embargo > at ? embargo : null
  const record: DeliveryRecord = {
    ...{ id: newId(), articleId: id, destinationId, revision, action, state: 'queued' },
    ...{ createdAt: at, updatedAt: at, by: actor.name, role: actor.role },
    progress: {
      destination: { name: destination.name, kind: destination.config.kind },
      headline: headText(article, 'headline').trim(),
      ...{ articleState: state, payloadHash: sha256, edition, attempts: 0, problem: null, isUnchanged: false },
      ...{ notBefore, nextAttempt: notBefore, isUnwanted: false, takesBack: false },
      pictures: { done: 0, total: 0 },
      ...{ choice: null, conflict: null, link: null, remote: {} },
    },
  }
  giveWay(record, context)
  store.db.transaction(() => {
    addRevision(store.db, { article, at, by: actor.name, reason: 'sent' })
    addDelivery(store.db, record, payload)
    // The version is taken from now on, whenever it arrives.
    if (isPackage) {
      addExport(store.db, {
        articleId: id,
        version,
        revision,
        path: destination.name,
        sha256,
        bytes: payload.length,
        at,
        by: actor.name,
      })
    }
  })
  context.emit({ type: 'delivery-changed', id, deliveryId: record.id })
  return { deliveryId: record.id }
}

function embargoOf({ metadata }: Article): string | null {
  return metadata.embargo === null ? null : new Date(metadata.embargo).toISOString()
}

/** Older ones to the same place that are not under way are over: this one says what is to be there. */
function giveWay({ articleId, destinationId }: DeliveryRecord, { store, now, emit }: Context): void {
  for (const older of openDeliveries(store.db)) {
    const isSame = older.articleId === articleId && older.destinationId === destinationId
    if (!isSame || older.state === 'sending' || older.state === 'rolling-back') continue
    // What it has put there already is used by the one that follows; what is scheduled there has arrived.
    const state = older.state === 'scheduled' ? 'delivered' : 'cancelled'
    setDelivery(store.db, older.id, state, { ...older.progress, nextAttempt: null }, now())
    emit({ type: 'delivery-changed', id: articleId, deliveryId: older.id })
  }
}

async function resolve(
  { deliveryId, choice }: CallParsed<'deliveries.resolve'>,
  context: Context,
): Promise<{ delivery: Delivery }> {
  const { store, courier, now, emit } = context
  requireWritableStore(store)
  const { delivery } = requireConflict(deliveryId, context)
  const destination = getDestination(store.db, delivery.destinationId)
  const payload = getPayload(store.db, delivery)
  if (destination === null || payload === null) throw new ContractError('delivery-over', { id: deliveryId })
  if (choice === 'keep-theirs') {
    const remote = kindOf(destination.config).keepTheirs(delivery.progress.remote, payload)
    const progress = { ...delivery.progress, choice, remote, problem: null, conflict: null, nextAttempt: null }
    setDelivery(store.db, deliveryId, 'cancelled', progress, now())
  } else {
    setDelivery(
      store.db,
      deliveryId,
      'queued',
      { ...delivery.progress, choice, problem: null, nextAttempt: null },
      now(),
    )
    await courier.attend(deliveryId)
  }
  emit({ type: 'delivery-changed', id: delivery.articleId, deliveryId })
  return { delivery: shownDelivery(requireDelivery(deliveryId, context)) }
}
