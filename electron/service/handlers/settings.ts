import { ContractError } from '#core/contract/errors.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Handlers } from '../context.ts'
import { changeSettings } from '../store/change-settings.ts'

export const settingsHandlers: Handlers<'settings'> = {
  'settings.get': (_input, { store }) => getSettings(store.db),
  'settings.set': (change, context) => {
    // By the role that is stored: a call cannot make itself an editor and change it at once.
    const { role } = getSettings(context.store.db)
    if (change.binding !== undefined && role !== 'editor') throw new ContractError('role-not-allowed')
    return changeSettings(change, context)
  },
}
