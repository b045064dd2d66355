import { z } from 'zod'
import { houseRulesSchema } from '../newsroom/house.ts'
import { personSchema } from '../newsroom/person.ts'
import { call } from './call.ts'

/** Who works in a store, for a window. */
export const whoSchema = z.object({
  /** Null until somebody gave a name. */
  person: personSchema.nullable(),
  /** The house that the store follows; null for a store without one, in which whoever works there may do everything. */
  house: z.object({ name: z.string(), version: z.int(), issuedAt: z.string(), rules: houseRulesSchema }).nullable(),
  /** Everybody in the house, in its order; in a store without one, whoever works there. */
  people: z.array(personSchema),
})
export type Who = z.infer<typeof whoSchema>

export const peopleCalls = {
  'people.who': call(z.object({}), whoSchema),
}
