import type { CallOutput, CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { needsSecret, type DestinationConfig } from '#core/export/destinations/index.ts'
import { getDelivery, openDeliveries, type DeliveryRecord } from '#db/tables/deliveries.ts'
import {
  getDestination,
  listDestinations,
  putDestination,
  removeDestination,
  type StoredDestination,
} from '#db/tables/destinations.ts'
import type { Context, Handlers } from '../context.ts'
import { kindOf } from '../deliver/kinds/index.ts'
import { siteOf } from '../deliver/new-sites.ts'
import { DeliveryProblem } from '../deliver/problem.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const destinationsHandlers: Handlers<'destinations'> = {
  'destinations.list': (_input, { store, courier: { secrets } }) => ({
    destinations: listDestinations(store.db).map((each) => ({
      ...each,
      hasSecret: !needsSecret(each.config.kind) || secrets.has(each.id),
    })),
    vault: secrets.kind,
  }),
  'destinations.save': (input, context) => save(input, context),
  'destinations.remove': (input, context) => remove(input, context),
  'destinations.test': (input, context) => test(input, context),
}

/** The secret is written first: a destination may lack its secret, but it must never have that of another address. */
async function save(
  { id, name, config, secret }: CallGiven<'destinations.save'>,
  context: Context,
): Promise<{ id: string }> {
  const { store, courier, now, newId, emit } = context
  requireWritableStore(store)
  await requireAllowed(config, context)
  const before = id === null ? null : getDestination(store.db, id)
  if (id !== null && before === null) throw new ContractError('destination-missing', { id })
  const kept = before?.id ?? newId()
  if (secret !== undefined) courier.secrets.set(kept, secret)
  // A secret that was entered for one site must not be sent to another because the address was changed.
  else if (before !== null && siteOf(before.config) !== siteOf(config)) courier.secrets.remove(kept)
  putDestination(store.db, { id: kept, name, config }, now())
  emit({ type: 'destinations-changed' })
  return { id: kept }
}

/** @throws ContractError when a window names a folder or a site that Midad must not write to. */
async function requireAllowed(config: DestinationConfig, { grants, newSites, clientId }: Context): Promise<void> {
  if (config.kind === 'folder') grants.require(config.folder)
  else await newSites.require(config, clientId)
}

/** @returns the open deliveries to a destination. @throws ContractError `destination-busy` while one is being sent. */
function waitingFor(destination: StoredDestination, { store }: Context): DeliveryRecord[] {
  const open = openDeliveries(store.db).filter(({ destinationId }) => destinationId === destination.id)
  if (open.some(({ state }) => state === 'sending')) {
    throw new ContractError('destination-busy', { name: destination.name })
  }
  return open
}

/**
 * Removes a destination. What unfinished deliveries have put there is removed first, because that needs the password.
 * It is tried once only: the site may be gone.
 */
async function remove(
  { id, actor }: CallGiven<'destinations.remove'>,
  context: Context,
): Promise<CallOutput<'destinations.remove'>> {
  const { store, courier, emit } = context
  requireWritableStore(store)
  const destination = getDestination(store.db, id)
  if (destination === null) throw new ContractError('destination-missing', { id })
  for (const delivery of waitingFor(destination, context)) courier.cancel(delivery.id, actor)
  for (const { id: deliveryId } of waitingFor(destination, context)) {
    // One after another, as all deliveries to one destination. It may be over when its turn comes.
    // oxlint-disable-next-line no-await-in-loop
    if (getDelivery(store.db, deliveryId)?.state === 'rolling-back') await courier.tryNow(deliveryId, actor)
  }
  for (const delivery of waitingFor(destination, context)) courier.cancel(delivery.id, actor)
  removeDestination(store.db, id)
  courier.secrets.remove(id)
  emit({ type: 'destinations-changed' })
  return {}
}

async function test(
  { id, config, secret }: CallGiven<'destinations.test'>,
  context: Context,
): Promise<CallOutput<'destinations.test'>> {
  const { store, courier } = context
  await requireAllowed(config, context)
  const before = id === null ? null : getDestination(store.db, id)
  const isSameSite = before !== null && siteOf(before.config) === siteOf(config)
  const known = secret ?? (isSameSite ? courier.secrets.get(before.id) : null)
  try {
    return await kindOf(config).test(config, known, courier.tools)
  } catch (error) {
    if (!(error instanceof DeliveryProblem)) throw error
    const { code, params } = error
    return { findings: [{ code, severity: 'error', params }], site: '', account: '' }
  }
}
