import { z } from 'zod'
import { folderConfigSchema } from './folder.ts'
import { ghostConfigSchema } from './ghost.ts'
import { wordpressConfigSchema } from './wordpress.ts'

/** The settings of every kind of destination. CONTRIBUTING.md says how to add one. */
export const destinationConfigSchema = z.discriminatedUnion('kind', [
  wordpressConfigSchema,
  ghostConfigSchema,
  folderConfigSchema,
])
export type DestinationConfig = z.infer<typeof destinationConfigSchema>
export type DestinationKind = DestinationConfig['kind']

/** The kinds in the order in which people choose, and whether each needs a password or a key. */
const NEEDS_SECRET: Readonly<Record<DestinationKind, boolean>> = { wordpress: true, ghost: true, folder: false }

/** Every kind of destination, in the order in which people choose. */
export const DESTINATION_KINDS = Object.keys(NEEDS_SECRET) as readonly DestinationKind[]

/** @returns whether a destination of this kind needs a secret. */
export function needsSecret(kind: DestinationKind): boolean {
  return NEEDS_SECRET[kind]
}
