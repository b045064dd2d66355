import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Settings } from '#core/contract/settings.ts'
import { translator } from '#core/locale/translate.ts'
import type { Actor } from '#core/review/states.ts'
import { call, onChange } from './client.ts'

type SettingsState = {
  settings: Settings
  /** Changes what is given and leaves the rest. @throws ContractError */
  change: (patch: Partial<Settings>) => Promise<void>
}

const SettingsContext = createContext<SettingsState | null>(null)

/** Keeps the settings of all windows alike. @param initial as they were when the page began. */
export function SettingsProvider({ initial, children }: { initial: Settings; children: ReactNode }) {
  const [settings, setSettings] = useState(initial)
  useEffect(
    () =>
      onChange((change) => {
        if (change.type === 'settings-changed') void call('settings.get', {}).then(setSettings, () => {})
      }),
    [],
  )
  const change = useCallback(async (patch: Partial<Settings>) => setSettings(await call('settings.set', patch)), [])
  const state = useMemo(() => ({ settings, change }), [settings, change])
  return <SettingsContext value={state}>{children}</SettingsContext>
}

/** @returns the settings and the way to change them. @throws Error outside a `SettingsProvider`. */
export function useSettings(): SettingsState {
  const state = useContext(SettingsContext)
  if (state === null) throw new Error('useSettings needs a SettingsProvider above it')
  return state
}

/** @returns who acts in this window; someone who has not said their name yet acts without one. */
export function useActor(): Actor {
  const { name, role, language } = useSettings().settings
  return useMemo(() => ({ name: name || translator(language, 'latn')('common.unnamed'), role }), [name, role, language])
}
