import { z } from 'zod'
import { MAX_HOUSE_FILE } from '../newsroom/house-file.ts'
import { houseRulesSchema } from '../newsroom/house.ts'
import { personSchema } from '../newsroom/person.ts'
import { call } from './call.ts'

/** One character more than a file may have, so that a longer one is refused in words. */
const text = z.string().max(MAX_HOUSE_FILE + 1)
const name = z.string().trim().min(1).max(200)

export const houseCalls = {
  /** Makes a house of a store without one: its first person is the administrator. Refused with `house-there`. */
  'house.found': call(z.object({ name }), z.object({ version: z.int() })),
  /**
   * Issues the next version: with these people and rules, and with the settings and the destinations of this store. Signed by
   * whoever acts. Refused with `no-key` where that person’s key is not on this machine.
   */
  'house.issue': call(
    z.object({ name: name.optional(), people: z.array(personSchema).min(1).max(2000), rules: houseRulesSchema }),
    z.object({ version: z.int() }),
  ),
  /** The file of the version that is followed, to give to others. Refused with `no-house`. */
  'house.file': call(z.object({}), z.object({ name: z.string(), text: z.string() })),
  /** What a house file says, without following it. Refused as `house.take` is. */
  'house.look': call(
    z.object({ text }),
    z.object({
      name: z.string(),
      version: z.int(),
      people: z.int(),
      /** The administrator who signed it, to be asked about the fingerprint. */
      by: personSchema,
      /** What whoever works here is in that house; null for somebody whom it does not know. */
      role: personSchema.shape.role.nullable(),
      /** The version that is followed already; null for none. */
      followed: z.int().nullable(),
    }),
  ),
  /**
   * Follows a house file: takes over its people, settings and destinations. Refused with `house-damaged`, `house-unsigned`,
   * `house-forged`, `house-other`, `house-older`. The version that is followed already changes nothing.
   */
  'house.take': call(z.object({ text }), z.object({ version: z.int() })),
}
