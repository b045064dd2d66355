import { isEditor } from '#core/review/states.ts'
import type { CallGiven } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Settings } from '#core/contract/settings.ts'
import { translator } from '#core/locale/translate.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Context, Handlers } from '../context.ts'
import { holdFailing } from '../deliver/hold-failing.ts'
import { changeSettings } from '../store/change-settings.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

type Change = CallGiven<'settings.set'>

export const settingsHandlers: Handlers<'settings'> = {
  'settings.get': (_input, { store }) => getSettings(store.db),
  'settings.set': (change, context) => set(change, context),
}

/** @throws ContractError `role-not-allowed`, `folder-not-chosen`, `store-read-only`. */
async function set({ role, ...others }: Change, context: Context): Promise<Settings> {
  const { store, grants } = context
  requireWritableStore(store)
  // By the role that is stored: a call cannot make itself an editor and change what is required at once.
  const isOfHouse = [others.binding, others.sections, others.editorsPropose].some((given) => given !== undefined)
  if (isOfHouse && !isEditor(getSettings(store.db).role)) {
    throw new ContractError('role-not-allowed')
  }
  for (const folder of [others.exportFolder, others.backupFolder, others.postFolder]) {
    if (folder !== undefined && folder !== '') grants.require(folder)
  }
  const change = (await mayTake(role, others.name, context)) ? { ...others, role } : others
  const settings = change.binding === undefined ? changeSettings(change, context) : changeBinding(change, context)
  context.identity.follow()
  return settings
}

function changeBinding(change: Change, context: Context): Settings {
  const { store, emit } = context
  const { settings, held } = store.db.transaction(() => {
    const changed = changeSettings(change, context)
    // A window has a name; a program that changes the settings of a store without one acts for the desk.
    const name = changed.name || translator(changed.language, 'latn')('cli.desk')
    return { settings: changed, held: holdFailing(context, { name, role: changed.role }) }
  })
  for (const { id, articleId } of held) emit({ type: 'delivery-changed', id: articleId, deliveryId: id })
  return settings
}

async function mayTake(
  role: Settings['role'] | undefined,
  name: string | undefined,
  { store, clientId, mayTakeRole }: Context,
): Promise<boolean> {
  const before = getSettings(store.db)
  if (role === undefined || role === before.role || mayTakeRole === undefined) return true
  return mayTakeRole({ ...before, role, name: name ?? before.name }, clientId)
}
