import { randomBytes } from 'node:crypto'
import { ContractError } from '#core/contract/errors.ts'
import { readHouseFile, writeHouseFile, type SignedHouse } from '#core/newsroom/house-file.ts'
import { houseSettingsOf } from '#core/newsroom/house-settings.ts'
import { houseSchema, USUAL_RULES, type House } from '#core/newsroom/house.ts'
import type { Person } from '#core/newsroom/person.ts'
import type { Store } from '#db/open.ts'
import { listDestinations } from '#db/tables/destinations.ts'
import { listHouseFiles } from '#db/tables/houses.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Identity } from './identity.ts'
import { verify } from '#electron/files/keys.ts'

/** The house that a store follows, as far as its files prove it. */
export type Followed = {
  house: House | null
  /** The file of that version. */
  file: string | null
  /** There is a file that proves nothing: nobody has more rights than a reporter until a sound one is taken in. */
  isDamaged: boolean
}

/** The house of a store while the store is open. */
export type HouseKeeper = {
  followed(): Followed
  /** Reads the files again: another version was taken in. */
  refresh(): void
}

/** @returns the keeper of the house of a store. */
export function keepHouse(store: Store): HouseKeeper {
  let followed = readFollowed(store)
  return {
    followed: () => followed,
    refresh() {
      followed = readFollowed(store)
    },
  }
}

/** Reads the files that a store followed: each must be signed by an administrator of the one before. */
function readFollowed({ db }: Store): Followed {
  let followed: Followed = { house: null, file: null, isDamaged: false }
  for (const file of listHouseFiles(db)) {
    const read = file === null ? 'damaged' : readHouseFile(file, followed.house, verify)
    followed =
      typeof read === 'string' ? { ...followed, isDamaged: true } : { house: read.house, file, isDamaged: false }
  }
  return followed
}

/** @returns what a file says. @throws ContractError `house-…` for one that may not be followed */
export function requireHouse(text: string, followed: House | null): SignedHouse {
  const read = readHouseFile(text, followed, verify)
  if (typeof read === 'string') throw new ContractError(`house-${read}`)
  return read
}

/** @returns the first version of a house, with the settings and destinations of the store. */
export function newHouse(name: string, founder: Person, store: Store, at: string): House {
  const people = [{ ...founder, role: 'administrator' as const }]
  return { ...sharedBy(store, at), id: randomBytes(16).toString('hex'), name, version: 1, people, rules: USUAL_RULES }
}

/** @returns the next version of a house. @throws ContractError `invalid-input` for people who cannot be a house. */
export function nextHouse(
  house: House,
  change: Partial<Pick<House, 'name' | 'people' | 'rules'>>,
  store: Store,
  at: string,
): House {
  const next = { ...house, ...change, ...sharedBy(store, at), version: house.version + 1 }
  const parsed = houseSchema.safeParse(next)
  if (!parsed.success) throw new ContractError('invalid-input', { path: parsed.error.issues[0]?.path.join('.') ?? '' })
  return parsed.data
}

function sharedBy({ db }: Store, issuedAt: string): Pick<House, 'settings' | 'destinations' | 'issuedAt'> {
  return { settings: houseSettingsOf(getSettings(db)), destinations: listDestinations(db), issuedAt }
}

/** @returns the signed file of a house. @throws ContractError `no-key` */
export function signHouse(house: House, identity: Identity): string {
  const signed = identity.sign('house', house)
  if (signed === null) throw new ContractError('no-key')
  return writeHouseFile(house, signed)
}
