import type { DestinationConfig, DestinationKind } from '#core/export/destinations/index.ts'
import type { Kind } from '../kind.ts'
import { folder } from './folder.ts'
import { ghost } from './ghost/ghost.ts'
import { wordpress } from './wordpress/wordpress.ts'

type Kinds = { [K in DestinationKind]: Kind<Extract<DestinationConfig, { kind: K }>> }

const kinds: Kinds = { wordpress, ghost, folder }

/** @returns the code for destinations of this kind. */
export function kindOf(config: DestinationConfig): Kind<DestinationConfig> {
  // The table pairs each kind with its own configuration; TypeScript cannot follow that through a union.
  return kinds[config.kind] as Kind<DestinationConfig>
}
