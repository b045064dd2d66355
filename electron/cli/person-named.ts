import type { Person } from '#core/newsroom/person.ts'
import { nameKey } from '#core/review/mentions.ts'
import { Failure } from './failure.ts'
import type { Session } from './session.ts'

/** @returns the person whom this store knows by a name or an id. @throws Failure where that is not one */
export async function personNamed(session: Session, typed: string): Promise<Person> {
  const { people } = await session.call('people.who', {})
  const key = nameKey(typed)
  const [found, another] = people.filter(({ id, name }) => id === typed || nameKey(name) === key)
  if (found === undefined || another !== undefined) throw new Failure(1, 'cli.person-not-one', { name: typed })
  return found
}
