import { getSettings } from '#db/tables/settings.ts'
import type { Handlers } from '../context.ts'
import { changeSettings } from '../store/change-settings.ts'

export const settingsHandlers: Handlers<'settings'> = {
  'settings.get': (_input, { store }) => getSettings(store.db),
  'settings.set': changeSettings,
}
