import type { Change } from '#core/contract/events.ts'
import type { CallParsed } from '#core/contract/contract.ts'
import type { Settings } from '#core/contract/settings.ts'
import type { Store } from '#db/open.ts'
import { getSettings, setSettings } from '#db/tables/settings.ts'
import { requireWritableStore } from './require-writable-store.ts'

/**
 * Changes the settings that are given, leaves the rest, and notifies every window.
 * @returns all settings after the change.
 * @throws ContractError `store-read-only`.
 */
export function changeSettings(
  change: CallParsed<'settings.set'>,
  { store, emit }: { store: Store; emit: (change: Change) => void },
): Settings {
  requireWritableStore(store)
  const given = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  const settings = { ...getSettings(store.db), ...given }
  setSettings(store.db, settings)
  emit({ type: 'settings-changed' })
  return settings
}
