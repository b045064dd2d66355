import { createHash } from 'node:crypto'
import type { Article } from '#core/article/article.ts'
import { articleHash } from '#core/article/canonical.ts'
import { articleName } from '#core/article/opening.ts'
import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { carriesBody, type PackageAction } from '#core/export/action.ts'
import type { Edition } from '#core/export/edition.ts'
import { isEditor, APPROVED, type Actor, type State } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { addDelivery, lastArrived, openDeliveries, setDelivery, type DeliveryRecord } from '#db/tables/deliveries.ts'
import { getDestination, type StoredDestination } from '#db/tables/destinations.ts'
import { addExport, nextVersion } from '#db/tables/exports.ts'
import { addRevision } from '#db/tables/revisions.ts'
import { getSettings } from '#db/tables/settings.ts'
import { standingOf } from '#db/tables/standing.ts'
import { loadArticle } from '../articles/load-article.ts'
import type { WriteContext } from '../articles/write-context.ts'
import { hasNewCorrection, reasonOf } from '../editions/action.ts'
import { requireForExport } from '../editions/require-checks.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'
import type { Courier } from './courier.ts'
import { kindOf } from './kinds/index.ts'

type Input = CallGiven<'deliveries.send'>
export type EnqueueContext = WriteContext & { courier: Courier; newId: () => string }

/**
 * Answers `deliveries.send`: makes the payload and puts the delivery into the queue. Older ones to the same destination
 * end.
 * @throws ContractError `role-not-allowed`, `not-approved`, `not-killed`, `destination-missing`, `already-public`, `conflict` when the
 *   article changed meanwhile, and what making the payload throws.
 */
export async function enqueue(input: Input, context: EnqueueContext): Promise<CallOutput<'deliveries.send'>> {
  const { id, destinationId, actor } = input
  const { store } = context
  requireWritableStore(store)
  const { article, state, saveNumber, updatedAt } = loadArticle(store, id)
  const destination = getDestination(store.db, destinationId)
  if (destination === null) throw new ContractError('destination-missing', { id: destinationId })
  const action = actionOf(input, article, state, store.db)
  if (carriesBody(action)) requireHideable(article, destination, context)
  const version = nextVersion(store.db, id)
  const note = reasonOf(store.db, article, action)
  const prepared = await prepare({ article, state, updatedAt, destination, action, version, note, actor }, context)
  // Other calls may have been served while the payload was made.
  const isVersionUsed = sendsPackage(destination) && nextVersion(store.db, id) !== version
  if (isVersionUsed || loadArticle(store, id).saveNumber !== saveNumber) {
    throw new ContractError('conflict', { id })
  }
  requireForExport(article, { action, draft: false }, context)
  store.db.transaction(() => putInQueue(prepared, context))
  context.emit({ type: 'delivery-changed', id, deliveryId: prepared.record.id })
  return { deliveryId: prepared.record.id }
}

type Order = {
  article: Article
  state: State
  /** When the article was last changed. */
  updatedAt: string
  destination: StoredDestination
  action: PackageAction
  /** Of the package, where one is sent. */
  version: number
  note: string
  actor: Actor
}

/** A delivery with its payload, not in the queue yet. */
export type Prepared = { article: Article; record: DeliveryRecord; payload: Uint8Array }

/** @returns whether what is sent to a destination is a package, which uses up a version of the article. */
export const sendsPackage = ({ config }: StoredDestination): boolean => config.kind === 'folder'

/** Makes what is sent. @throws what making the payload throws. */
export async function prepare(
  { article, state, updatedAt, destination, action, version, note, actor }: Order,
  { store, courier, now, newId }: EnqueueContext,
): Promise<Prepared> {
  const isPackage = sendsPackage(destination)
  const revision = articleHash(article)
  const { house, digits } = getSettings(store.db)
  const edition: Edition = {
    // Not embargoed: until its embargo ends, the destination schedules it, or it waits in the queue.
    ...{ version: isPackage ? version : 0, action, draft: false, embargoed: false, at: updatedAt, note },
    house: { ...house, digits },
  }
  const { plan } = kindOf(destination.config)
  const payload = await plan({ article, edition, revision }, destination.config, courier.tools)
  const at = now()
  const embargo = isPackage && carriesBody(action) ? embargoOf(article) : null
  // A folder cannot schedule: a file in it may be published at once.
  const notBefore = embargo !== null && embargo > at ? embargo : null
  const record: DeliveryRecord = {
    ...{ id: newId(), articleId: article.id, destinationId: destination.id, revision, action, state: 'queued' },
    ...{ createdAt: at, updatedAt: at, by: actor.name, role: actor.role },
    progress: {
      destination: { name: destination.name, kind: destination.config.kind },
      headline: articleName(article),
      payloadHash: createHash('sha256').update(payload).digest('hex'),
      ...{ articleState: state, edition, attempts: 0, problem: null, isUnchanged: false },
      ...{ notBefore, nextAttempt: notBefore, scheduledFor: null, isUnwanted: false, takesBack: false },
      pictures: { done: 0, total: 0 },
      ...{ choice: null, conflict: null, link: null, remote: {} },
    },
  }
  return { article, record, payload }
}

/** Puts a delivery into the queue, and ends older ones to the same destination. Called in a transaction. */
export function putInQueue({ article, record, payload }: Prepared, context: WriteContext): void {
  const { db } = context.store
  const { createdAt: at, by, revision, progress } = record
  endOlder(record, context)
  addRevision(db, { article, at, by, reason: 'sent' })
  addDelivery(db, record, payload)
  const { version } = progress.edition
  if (version === 0) return
  // The version is used from now on, whenever the package arrives.
  addExport(db, {
    ...{ articleId: article.id, version, revision, path: progress.destination.name, at, by },
    ...{ sha256: progress.payloadHash, bytes: payload.length },
  })
}

/**
 * @returns what the destination has to do.
 * @throws ContractError for what may not be sent in this state or by this person.
 */
function actionOf({ action, actor, destinationId }: Input, article: Article, state: State, db: ReadDb): PackageAction {
  if (!isEditor(actor.role)) throw new ContractError('role-not-allowed')
  if (action === 'kill') {
    if (state !== 'killed') throw new ContractError('not-killed', { state })
    return 'kill'
  }
  if (action === 'withdraw' || state === 'withdrawn') return 'withdraw'
  if (state === 'killed') return 'kill'
  if (!APPROVED.has(state)) throw new ContractError('not-approved', { state })
  const last = lastArrived(db, article.id, destinationId)
  if (last === null) return 'publish'
  return state === 'corrected' || hasNewCorrection(db, article, last) ? 'correct' : 'update'
}

function embargoOf({ metadata }: Article): string | null {
  return metadata.embargo === null ? null : new Date(metadata.embargo).toISOString()
}

/**
 * Makes sure that an embargo hides nothing that readers have. Ghost refuses that, and WordPress would take the page away
 * from them without a word.
 * @throws ContractError `already-public`.
 */
function requireHideable(article: Article, { id, name }: StoredDestination, { store, now }: WriteContext): void {
  const embargo = embargoOf(article)
  const isPublic = standingOf(store.db, article.id).places.some((place) => place.id === id && place.isPublic)
  if (isPublic && embargo !== null && embargo > now()) throw new ContractError('already-public', { name })
}

/** Ends the older deliveries to the same destination that are not being sent: the new one says what has to be there. */
function endOlder({ articleId, destinationId }: DeliveryRecord, { store, now, emit }: WriteContext): void {
  for (const older of openDeliveries(store.db)) {
    const isSame = older.articleId === articleId && older.destinationId === destinationId
    if (!isSame || older.state === 'sending' || older.state === 'rolling-back') continue
    // A scheduled post has arrived. What a cancelled one has put at the destination is used by the new one.
    const state = older.state === 'scheduled' ? 'delivered' : 'cancelled'
    setDelivery(store.db, older.id, state, { ...older.progress, nextAttempt: null }, now())
    emit({ type: 'delivery-changed', id: articleId, deliveryId: older.id })
  }
}
