import { translator } from '#core/locale/translate.ts'
import type { Actor } from '#core/review/states.ts'
import type { ReadDb } from '#db/handles.ts'
import { getSettings } from '#db/tables/settings.ts'

/** @returns who works in a store: the person of the settings; the desk, until somebody gave a name. */
export function personAtWork(db: ReadDb): Actor {
  const { name, role, language } = getSettings(db)
  return { name: name || translator(language, 'latn')('cli.desk'), role }
}
