import { createContext, useCallback, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import type { Settings } from '#core/contract/settings.ts'
import { translator } from '#core/locale/translate.ts'
import type { Actor } from '#core/review/states.ts'
import { call, onChange } from './client.ts'

type SettingsState = {
  settings: Settings
  /** Changes the given settings only. @throws ContractError */
  change: (patch: Partial<Settings>) => Promise<void>
}

const SettingsContext = createContext<SettingsState | null>(null)

/** Provides the settings, and reads them again when another window changes them. @param initial the settings at start */
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

/** @returns the settings, and a function to change them. @throws Error outside a `SettingsProvider`. */
export function useSettings(): SettingsState {
  const state = useContext(SettingsContext)
  if (state === null) throw new Error('useSettings needs a SettingsProvider above it')
  return state
}

/** @returns the person at this window, with a placeholder for a name that is not set. */
export function useActor(): Actor {
  const { name, role, language } = useSettings().settings
  return useMemo(() => ({ name: name || translator(language, 'latn')('common.unnamed'), role }), [name, role, language])
}
