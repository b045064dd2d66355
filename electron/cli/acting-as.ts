import type { Translate } from '#core/locale/translate.ts'
import type { Actor, Role } from '#core/review/states.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { Failure } from './failure.ts'

/** The options that say who acts. */
export type By = {
  by?: string | undefined
  role?: Role | undefined
  /** Whether a name must be given where there is no house: a step of the review is somebody's. */
  mustName?: boolean
  /** Whether the person of the store acts, also where there is no house: a house begins with that person’s own key. */
  asPerson?: boolean
}

/**
 * @returns who acts: the given name, or the name in the settings, or the desk. Undefined for the
 *   person who works in the store, who always acts where there is a house, under the role that the house says.
 * @throws Failure when the given name is blank, or missing where one must be given.
 */
export async function actingAs(
  service: Service,
  { by, role = 'editor', mustName = false, asPerson = false }: By,
  t: Translate,
): Promise<Actor | undefined> {
  if (asPerson) return undefined
  if (by === undefined) {
    const { house } = resultOrThrow(await service.call('people.who', {}, 'command-line'))
    if (house !== null) return undefined
    if (mustName) throw new Failure(2, 'cli.misuse-missing-option', { name: '--by' })
    const settings = resultOrThrow(await service.call('settings.get', {}, 'command-line'))
    return { name: settings.name || t('cli.desk'), role }
  }
  const name = by.trim()
  if (name === '') throw new Failure(2, 'cli.misuse-blank', { name: '--by' })
  return { name, role }
}
