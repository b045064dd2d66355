import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Context, Handlers } from '../context.ts'
import { holdFailing } from '../deliver/hold-failing.ts'
import { changeSettings } from '../store/change-settings.ts'
import { requireWritableStore } from '../store/require-writable-store.ts'

export const settingsHandlers: Handlers<'settings'> = {
  'settings.get': (_input, { store }) => getSettings(store.db),
  'settings.set': (change, context) =>
    change.binding === undefined ? changeSettings(change, context) : changeBinding(change, context),
}

/** @throws ContractError `role-not-allowed`, `store-read-only`. */
function changeBinding(change: CallParsed<'settings.set'>, context: Context): CallOutput<'settings.set'> {
  const { store, emit } = context
  requireWritableStore(store)
  // By the role that is stored: a call cannot make itself an editor and change what is required at once.
  if (getSettings(store.db).role !== 'editor') throw new ContractError('role-not-allowed')
  const { settings, held } = store.db.transaction(() => ({
    settings: changeSettings(change, context),
    held: holdFailing(context),
  }))
  for (const { id, articleId } of held) emit({ type: 'delivery-changed', id: articleId, deliveryId: id })
  return settings
}
