import type { CallParsed } from '#core/contract/contract.ts'
import type { Settings, settingsCalls } from '#core/contract/settings.ts'
import { getSettings, setSettings } from '#db/tables/settings.ts'
import type { Context, Handlers } from '../context.ts'
import { requireWritableStore } from '../articles/load-article.ts'

export const settingsHandlers: Handlers<typeof settingsCalls> = {
  'settings.get': (_input, context) => getSettings(context.store.db),
  'settings.set': (input, context) => changeSettings(input, context),
}

/** Changes what is given, leaves the rest, and tells the windows. @returns all settings as they now are. */
export function changeSettings(change: CallParsed<'settings.set'>, context: Context): Settings {
  requireWritableStore(context.store)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const settings = { ...getSettings(context.store.db), ...given }
  setSettings(context.store.db, settings)
  context.emit({ type: 'settings-changed' })
  return settings
}
