import type { Translate } from '#core/locale/translate.ts'
import type { Actor, Role } from '#core/review/states.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { Failure } from './failure.ts'

/** The options that say who acts. */
export type By = { by?: string | undefined; role?: Role | undefined }

/**
 * @returns who acts: the given name, or the name in the settings, or the desk. Undefined in a store with a house, where the
 *   person who works there acts, under the role that the house says.
 * @throws Failure when the given name is blank.
 */
export async function actingAs(
  service: Service,
  { by, role = 'editor' }: By,
  t: Translate,
): Promise<Actor | undefined> {
  if (by === undefined) {
    const { house } = resultOrThrow(await service.call('people.who', {}, 'command-line'))
    if (house !== null) return undefined
    const settings = resultOrThrow(await service.call('settings.get', {}, 'command-line'))
    return { name: settings.name || t('cli.desk'), role }
  }
  const name = by.trim()
  if (name === '') throw new Failure(2, 'cli.misuse-blank', { name: '--by' })
  return { name, role }
}
