import { readCard } from '#core/newsroom/card.ts'
import { fingerprintOf } from '#core/newsroom/fingerprint.ts'
import type { Person } from '#core/newsroom/person.ts'
import { ContractError } from '#core/contract/errors.ts'
import { nameKey } from '#core/review/mentions.ts'
import type { Role } from '#core/review/states.ts'
import { readBounded } from '#electron/service/folders/read-bounded.ts'
import { Failure } from '../failure.ts'
import type { Answer } from '../output.ts'
import { personNamed } from '../person-named.ts'
import { fromHere, type Session } from '../session.ts'
import { personAtWork } from './house-show.ts'

/** `readCard` looks at this many characters at most; a card in a mail is far shorter. */
const MAX_CARD_BYTES = 64 * 1024

/** Makes a house, in which whoever works in the store is the administrator. */
export async function houseMakeCommand(session: Session, name: string, options: { name?: string }): Promise<Answer> {
  await personAtWork(session, options)
  const { version } = await session.call('house.found', { name })
  return issued(session, version)
}

/** Adds the person of a card. @throws Failure for a file without a card, and for somebody who is in the house */
export async function houseAddCommand(session: Session, path: string, { role }: { role: Role }): Promise<Answer> {
  const text = new TextDecoder().decode(readBounded(fromHere(path), MAX_CARD_BYTES, 'import-too-large'))
  const card = readCard(text)
  if (card === null) throw new Failure(1, 'people.no-card')
  const { people } = await requireHouse(session)
  const key = nameKey(card.name)
  const known = people.find(({ id, name }) => id === card.id || nameKey(name) === key)
  if (known !== undefined) throw new Failure(1, 'people.is-member', { name: known.name })
  const { value, lines } = await issue(session, [...people, { ...card, role }])
  const fingerprint = fingerprintOf(card.publicKey)
  return {
    value: { ...value, added: { ...card, role, fingerprint } },
    lines: [...lines, session.t('cli.house-compare', { name: card.name, fingerprint })],
  }
}

/** Gives a person of the house another role. */
export async function houseRoleCommand(session: Session, typed: string, role: Role): Promise<Answer> {
  const { people } = await requireHouse(session)
  const { id } = await personNamed(session, typed)
  return issue(
    session,
    people.map((person) => (person.id === id ? { ...person, role } : person)),
  )
}

/** Takes a person out of the house. What they signed can still be verified. */
export async function houseRemoveCommand(session: Session, typed: string): Promise<Answer> {
  const { people } = await requireHouse(session)
  const { id } = await personNamed(session, typed)
  return issue(
    session,
    people.filter((person) => person.id !== id),
  )
}

/** Issues a version with the same people, and with the settings and destinations as they are in this store. */
export async function houseIssueCommand(session: Session): Promise<Answer> {
  return issue(session, (await requireHouse(session)).people)
}

type Issued = Answer & { value: { name: string; version: number } }

async function issue(session: Session, people: Person[]): Promise<Issued> {
  if (!people.some(({ role }) => role === 'administrator')) throw new Failure(1, 'cli.house-no-administrator')
  const { rules } = await requireHouse(session)
  const { version } = await session.call('house.issue', { people, rules })
  return issued(session, version)
}

async function issued(session: Session, version: number): Promise<Issued> {
  const { name } = await requireHouse(session)
  return { value: { name, version }, lines: [session.t('cli.house-issued', { name, version })] }
}

async function requireHouse(session: Session) {
  const { house, people } = await session.call('people.who', {})
  if (house === null) throw new ContractError('no-house')
  return { ...house, people }
}
