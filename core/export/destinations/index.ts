import { z } from 'zod'
import { folderConfigSchema } from './folder.ts'
import { ghostConfigSchema } from './ghost.ts'
import { wordpressConfigSchema } from './wordpress.ts'

/** Every kind of place that articles are sent to. A new one is a file here, and one in `electron/service/deliver/kinds`. */
export const destinationConfigSchema = z.discriminatedUnion('kind', [
  wordpressConfigSchema,
  ghostConfigSchema,
  folderConfigSchema,
])
export type DestinationConfig = z.infer<typeof destinationConfigSchema>
export type DestinationKind = DestinationConfig['kind']

/** Whose site it is that asks for a password or a key. */
const WITH_SECRET: ReadonlySet<DestinationKind> = new Set(['wordpress', 'ghost'])

/** @returns whether a destination of this kind needs a secret. */
export function needsSecret(kind: DestinationKind): boolean {
  return WITH_SECRET.has(kind)
}
