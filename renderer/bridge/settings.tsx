import { createContext, useCallback, useContext, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { Settings } from '#core/contract/settings.ts'
import type { Actor } from '#core/review/states.ts'
import { call, onChange } from './client.ts'

/** Some settings; a function when they depend on what the settings are after the changes that are under way. */
export type SettingsPatch = Partial<Settings> | ((now: Settings) => Partial<Settings>)

type SettingsState = {
  settings: Settings
  /** Changes the given settings only, after earlier changes of this window. @throws ContractError */
  change: (patch: SettingsPatch) => Promise<void>
}

const SettingsContext = createContext<SettingsState | null>(null)

/** Provides the settings, and reads them again when another window changes them. @param initial the settings at start */
export function SettingsProvider({ initial, children }: { initial: Settings; children: ReactNode }) {
  const [settings, setSettings] = useState(initial)
  const latest = useRef(initial)
  const last = useRef<Promise<void>>(Promise.resolve())
  // One call after another: an answer that came late would bring back settings that were changed since.
  const queue = useCallback((ask: () => Promise<Settings>): Promise<void> => {
    const mine = last.current.then(async () => {
      latest.current = await ask()
      setSettings(latest.current)
    })
    last.current = mine.catch(() => {})
    return mine
  }, [])
  useEffect(
    () =>
      onChange((change) => {
        if (change.type === 'settings-changed') void queue(() => call('settings.get', {})).catch(() => {})
      }),
    [queue],
  )
  const change = useCallback(
    (patch: SettingsPatch) =>
      queue(() => call('settings.set', typeof patch === 'function' ? patch(latest.current) : patch)),
    [queue],
  )
  const state = useMemo(() => ({ settings, change }), [settings, change])
  return <SettingsContext value={state}>{children}</SettingsContext>
}

/** @returns the settings, and a function to change them. @throws Error outside a `SettingsProvider`. */
export function useSettings(): SettingsState {
  const state = useContext(SettingsContext)
  if (state === null) throw new Error('useSettings needs a SettingsProvider above it')
  return state
}

/** @returns the person at this window. The window asks for a name before it shows anything that acts. */
export function useActor(): Actor {
  const { name, role } = useSettings().settings
  return useMemo(() => ({ name, role }), [name, role])
}
