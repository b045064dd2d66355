import { personIdOf, personSchema, type Person } from './person.ts'

/** @returns the name and the public key of a person, as two lines to send to the administrator of a house. */
export function cardOf({ name, publicKey }: Person): string {
  return `${name}\n${publicKey}\n`
}

/**
 * Reads a card that somebody pasted, with whatever a mail put around it.
 * @returns the person, as a reporter; null where there is no name above a key
 */
export function readCard(text: string): Person | null {
  const lines = text
    .slice(0, 10_000)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
  const at = lines.findIndex((line) => /^[\da-f]{64}$/u.test(line))
  const publicKey = lines[at] ?? ''
  const person = { id: personIdOf(publicKey), name: lines[at - 1] ?? '', role: 'reporter', publicKey }
  const parsed = personSchema.safeParse(person)
  return parsed.success ? parsed.data : null
}
