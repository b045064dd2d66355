import type { ReactNode } from 'react'
import type { Settings } from '#core/contract/settings.ts'
import type { SettingsPatch } from '#renderer/bridge/settings.tsx'

/** What every section is given. */
export type SectionProps = {
  settings: Settings
  /** Saves a change; the screen shows why it could not. */
  set: (patch: SettingsPatch) => void
}

type GroupProps = {
  title: string
  /** The id of the heading, unique in the window. */
  id: string
  hint?: string
  children: ReactNode
}

/** Settings under one heading. */
export function SettingsGroup({ title, id, hint, children }: GroupProps) {
  return (
    <section aria-labelledby={id} className="settings-group">
      <h2 id={id}>{title}</h2>
      {hint === undefined ? null : <p className="settings-hint">{hint}</p>}
      {children}
    </section>
  )
}
