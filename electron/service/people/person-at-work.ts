import { ContractError } from '#core/contract/errors.ts'
import { USUAL_RULES } from '#core/newsroom/house.ts'
import { translator } from '#core/locale/translate.ts'
import type { Actor } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Caller } from './guard.ts'
import type { HouseKeeper } from './house.ts'
import type { Identity } from './identity.ts'

/** @returns who works in a store: the person of the settings; the desk, until somebody gave a name. */
function personAtWork(db: ReadDb): Actor {
  const { name, role, language } = getSettings(db)
  return { name: name || translator(language, 'latn')('cli.desk'), role }
}

/**
 * @param by who acts instead of the person who works in the store
 * @returns who acts, and whose rights are checked: in a store without a house, nobody's. Somebody whom the house does not know
 *   has the rights of a reporter; so has everybody while the house file is damaged.
 * @throws ContractError `by-in-house` where a house says who is who
 */
export function whoActs(
  db: ReadDb,
  identity: Identity,
  keeper: HouseKeeper,
  by?: Actor,
): { actor: Actor; caller: Caller | null } {
  const { house, isDamaged } = keeper.followed()
  if (house === null && !isDamaged) return { actor: by ?? personAtWork(db), caller: null }
  if (by !== undefined) throw new ContractError('by-in-house')
  const id = identity.person()?.id
  const known = isDamaged ? undefined : house?.people.find((person) => person.id === id)
  const actor =
    known === undefined ? ({ ...personAtWork(db), role: 'reporter' } as const) : { name: known.name, role: known.role }
  return { actor, caller: { actor, rules: house?.rules ?? USUAL_RULES, db } }
}
