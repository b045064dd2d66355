import { cardOf } from '#core/newsroom/card.ts'
import { fingerprintOf } from '#core/newsroom/fingerprint.ts'
import type { Person } from '#core/newsroom/person.ts'
import { Failure } from '../failure.ts'
import type { Answer } from '../output.ts'
import type { Session } from '../session.ts'

/** Shows which version of which house the store follows, and who is what there. */
export async function houseShowCommand(session: Session): Promise<Answer> {
  const { person, house, people } = await session.call('people.who', {})
  const { t } = session
  if (house === null) return { value: { person, house, people }, lines: [t('cli.house-none')], isNo: true }
  const { name, version } = house
  return {
    value: { person, house, people },
    lines: [
      t('people.follows', { name, version }),
      ...people.map((each) => [each.name, t(`common.role-${each.role}`), fingerprintOf(each.publicKey)].join('\t')),
    ],
  }
}

/** Writes the card of whoever works in the store, for the administrator of a house. */
export async function houseCardCommand(session: Session, options: { name?: string }): Promise<Answer> {
  const person = await personAtWork(session, options)
  return { value: person, lines: [cardOf(person).trimEnd()] }
}

/**
 * @param name of the person, for a store in which nobody gave one yet
 * @returns whoever works in the store
 * @throws Failure where nobody gave a name, or another one than the given
 */
export async function personAtWork(session: Session, { name: typed }: { name?: string }): Promise<Person> {
  const name = typed?.trim()
  if (name === '') throw new Failure(2, 'cli.misuse-blank', { name: '--name' })
  const before = (await session.call('people.who', {})).person
  if (before !== null && name !== undefined && name !== before.name) {
    throw new Failure(1, 'cli.name-given', { name: before.name })
  }
  if (before !== null) return before
  if (name === undefined) throw new Failure(2, 'cli.misuse-missing-option', { name: '--name' })
  await session.call('settings.set', { name })
  const { person } = await session.call('people.who', {})
  if (person === null) throw new Failure(1, 'errors.no-key')
  return person
}
