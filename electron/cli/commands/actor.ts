import type { Actor, Role } from '#core/review/states.ts'
import { Failure } from '../failure.ts'
import type { Session } from '../session.ts'

/**
 * @returns who acts: the given name, else the one in the settings, else the desk.
 * @throws Failure when a name was given and it is blank.
 */
export async function actorOf(session: Session, by: string | undefined, role: Role = 'editor'): Promise<Actor> {
  if (by === undefined) {
    const settings = await session.call('settings.get', {})
    return { name: settings.name || session.t('cli.desk'), role }
  }
  const name = by.trim()
  if (name === '') throw new Failure(2, 'cli.misuse-blank', { name: '--by' })
  return { name, role }
}
