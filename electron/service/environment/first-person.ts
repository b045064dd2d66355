import { ContractError } from '#core/contract/errors.ts'
import { actorSchema, type Actor } from '#core/review/states.ts'

/** The options that name the person of a store where nobody has given a name yet, for `parseArgs`. */
export const PERSON_OPTIONS = { name: { type: 'string' }, role: { type: 'string' } } as const

/**
 * @returns the person that the options name, a reporter unless they say otherwise; null for none.
 * @throws ContractError `invalid-input` for a blank name or an unknown role.
 */
export function namedPerson(values: Readonly<Record<string, unknown>>): Actor | null {
  const { name, role = 'reporter' } = values
  if (name === undefined) return null
  const parsed = actorSchema.safeParse({ name, role })
  if (!parsed.success) throw new ContractError('invalid-input')
  return parsed.data
}
