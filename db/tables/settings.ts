import { DEFAULT_SETTINGS, settingsSchema, type Settings } from '#core/contract/settings.ts'
import type { ReadDb, WriteDb } from '../handles.ts'

/** @returns all settings; those that were never set, or that this version cannot read, with their default. */
export function getSettings(db: ReadDb): Settings {
  const rows = db.all<{ name: string; value: string }>('SELECT name, value FROM settings')
  const stored: Record<string, unknown> = Object.fromEntries(rows.map(({ name, value }) => [name, parsed(value)]))
  const understood = Object.entries(settingsSchema.shape).flatMap(([name, schema]) => {
    const checked = schema.safeParse(stored[name])
    return checked.success ? [[name, checked.data] as const] : []
  })
  return { ...DEFAULT_SETTINGS, ...Object.fromEntries(understood) }
}

/** @returns undefined for a damaged setting. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch {
    return undefined
  }
}

/** Keeps all settings. */
export function setSettings(db: WriteDb, settings: Settings): void {
  db.transaction(() => {
    for (const [name, value] of Object.entries(settings)) {
      db.run(
        'INSERT INTO settings (name, value) VALUES (:name, :value) ON CONFLICT (name) DO UPDATE SET value = :value',
        {
          name,
          value: JSON.stringify(value),
        },
      )
    }
  })
}
