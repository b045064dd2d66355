import type { CallGiven, CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { House } from '#core/newsroom/house.ts'
import type { Actor } from '#core/review/states.ts'
import type { DeliveryRecord } from '#db/tables/deliveries.ts'
import { getDestination, putDestination } from '#db/tables/destinations.ts'
import { addHouseFile } from '#db/tables/houses.ts'
import { listPeople, putPerson } from '#db/tables/people.ts'
import { holdFailing } from '../deliver/hold-failing.ts'
import { siteOf } from '../deliver/new-sites.ts'
import type { Context, Handlers } from '../context.ts'
import { newHouse, nextHouse, requireHouse, signHouse } from '../people/house.ts'
import { changeSettings } from '../store/change-settings.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const houseHandlers: Handlers<'house'> = {
  'house.found': ({ name, actor }, context) => {
    const { store, identity, house, now } = context
    requireWritableStore(store)
    if (house.followed().file !== null || house.followed().isDamaged) throw new ContractError('house-there')
    const founder = identity.person()
    if (founder === null) throw new ContractError('no-key')
    return follow(signHouse(newHouse(name, founder, store, now()), identity), actor, context)
  },
  'house.issue': ({ actor, ...change }, context) => {
    const { store, identity, now } = context
    requireWritableStore(store)
    const { name } = change
    const { house } = requireFollowed(context)
    const next = nextHouse(
      house,
      { people: change.people, rules: change.rules, ...(name === undefined ? {} : { name }) },
      store,
      now(),
    )
    return follow(signHouse(next, identity), actor, context)
  },
  'house.file': (_input, context) => {
    const { house, file } = requireFollowed(context)
    return { name: `${house.name}-${house.version}.midad-house`, text: file }
  },
  'house.look': look,
  'house.take': ({ text, actor }, context) => {
    requireWritableStore(context.store)
    return follow(text, actor, context)
  },
}

/** @throws ContractError `no-house` */
function requireFollowed({ house: keeper }: Context): { house: House; file: string } {
  const { house, file } = keeper.followed()
  if (house === null || file === null) throw new ContractError('no-house')
  return { house, file }
}

function look({ text }: CallGiven<'house.look'>, { identity, house: keeper }: Context): CallOutput<'house.look'> {
  const followed = keeper.followed().house
  const { house, by } = requireHouse(text, followed)
  const id = identity.person()?.id
  return {
    ...{ name: house.name, version: house.version, people: house.people.length, by },
    role: house.people.find((person) => person.id === id)?.role ?? null,
    followed: followed?.version ?? null,
  }
}

/** Follows a file from now on: nothing of it is taken over, or all. */
function follow(text: string, actor: Actor, context: Context): { version: number } {
  const { store, house: keeper, now, emit, identity } = context
  const before = keeper.followed().house
  const { house } = requireHouse(text, before)
  if (house.version === before?.version) return { version: house.version }
  const at = now()
  let held: DeliveryRecord[] = []
  store.db.transaction(() => {
    addHouseFile(store.db, house.version, text, at)
    takePeople(house, at, context)
    takeDestinations(house, at, context)
    const id = identity.person()?.id
    const known = house.people.find((person) => person.id === id)
    const own = known === undefined ? { role: 'reporter' as const } : { name: known.name, role: known.role }
    changeSettings({ ...house.settings, ...own }, context)
    held = holdFailing(context, actor)
  })
  for (const { id, articleId } of held) emit({ type: 'delivery-changed', id: articleId, deliveryId: id })
  keeper.refresh()
  emit({ type: 'destinations-changed' })
  return { version: house.version }
}

/** Whoever is no longer in the house has left; what they signed can still be verified. */
function takePeople({ people }: House, at: string, { store: { db } }: Context): void {
  const ids = new Set(people.map(({ id }) => id))
  for (const person of people) putPerson(db, { ...person, addedAt: at, leftAt: null })
  for (const known of listPeople(db)) {
    if (!ids.has(known.id) && known.leftAt === null) putPerson(db, { ...known, leftAt: at })
  }
}

/** A password that was entered for one site must not be sent to another because a file changed the address. */
function takeDestinations({ destinations }: House, at: string, { store: { db }, courier }: Context): void {
  for (const destination of destinations) {
    const before = getDestination(db, destination.id)
    if (before !== null && siteOf(before.config) !== siteOf(destination.config)) courier.secrets.remove(destination.id)
    putDestination(db, destination, at)
  }
}
