import { z } from 'zod'
import { destinationConfigSchema } from '../export/destinations/index.ts'
import { nameKey } from '../review/mentions.ts'
import { houseSettingsSchema } from './house-settings.ts'
import { personIdOf, personSchema } from './person.ts'

/** What a house allows beyond the table of rights. */
export const houseRulesSchema = z.object({
  /** Whether whoever wrote in a text may approve it. */
  approveOwn: z.boolean(),
  /** Whether reporters may write in the drafts of others. */
  editOthers: z.boolean(),
})
export type HouseRules = z.infer<typeof houseRulesSchema>

/** The rules of a new house. */
export const USUAL_RULES: HouseRules = { approveOwn: false, editOthers: false }

const peopleSchema = z
  .array(personSchema)
  .min(1)
  .max(2000)
  .refine((people) => new Set(people.map(({ name }) => nameKey(name))).size === people.length, 'two have one name')
  .refine((people) => new Set(people.map(({ id }) => id)).size === people.length, 'two have one key')
  .refine((people) => people.every(({ id, publicKey }) => id === personIdOf(publicKey)), 'an id is not that of the key')
  .refine((people) => people.some(({ role }) => role === 'administrator'), 'nobody is an administrator')

/** A house as all its stores follow it: who works there and as what, and what they share. No secret is in it. */
export const houseSchema = z.object({
  id: z.string().regex(/^[\da-f]{32}$/u),
  name: z.string().trim().min(1).max(200),
  version: z.int().positive(),
  issuedAt: z.iso.datetime(),
  people: peopleSchema,
  rules: houseRulesSchema,
  settings: houseSettingsSchema,
  destinations: z
    .array(
      z.object({
        id: z.string().min(1).max(64),
        name: z.string().trim().min(1).max(100),
        config: destinationConfigSchema,
      }),
    )
    .max(100),
})
export type House = z.infer<typeof houseSchema>
