import type { Actor, Role } from '#core/review/states.ts'
import { Failure } from '../failure.ts'
import type { Session } from '../session.ts'

/**
 * @returns who acts: the given name, or the name in the settings, or the desk.
 * @throws Failure when the given name is blank.
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
