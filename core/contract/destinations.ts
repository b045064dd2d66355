import { z } from 'zod'
import { destinationConfigSchema } from '../export/destinations/index.ts'
import { deliveryProblemSchema } from './delivery-problems.ts'
import { call } from './call.ts'

const id = z.string().min(1).max(64)
const name = z.string().trim().min(1).max(100)
/** Written only, never returned: it is kept in the system's keychain or in an encrypted file. */
const secret = z.string().trim().min(1).max(1000)

const destinationSchema = z.object({
  id,
  name,
  config: destinationConfigSchema,
  /** Whether its password or key is known on this machine. True for a kind that has none. */
  hasSecret: z.boolean(),
})

/** What a test of a destination found. Errors must be fixed before anything can be sent there. */
export const testFindingSchema = z.object({
  code: deliveryProblemSchema,
  severity: z.enum(['error', 'warning']),
  params: z.record(z.string(), z.string()),
})
export type TestFinding = z.infer<typeof testFindingSchema>

export const destinationsCalls = {
  'destinations.list': call(
    z.object({}),
    z.object({
      destinations: z.array(destinationSchema),
      /** Where secrets are kept: by the system, or in an encrypted file of the store. */
      vault: z.enum(['system', 'file']),
    }),
  ),
  /** Adds a destination (`id` null) or changes one. Without a secret the stored one stays. */
  'destinations.save': call(
    z.object({ id: id.nullable(), name, config: destinationConfigSchema, secret: secret.optional() }),
    z.object({ id }),
  ),
  /**
   * Removes a destination and its secret, cancels its deliveries, and removes there what was only partly sent. What
   * arrived stays there. Refused with `destination-busy` while something is being sent.
   */
  'destinations.remove': call(z.object({ id }), z.object({})),
  /** Tests what was entered, saved or not; without a secret, with the one stored for `id`. Changes nothing. */
  'destinations.test': call(
    z.object({ id: id.nullable(), config: destinationConfigSchema, secret: secret.optional() }),
    z.object({
      /** Errors first. Without errors, articles can be sent there. */
      findings: z.array(testFindingSchema),
      /** How the other side calls itself and the account; empty where it did not say. */
      site: z.string(),
      account: z.string(),
    }),
  ),
}
