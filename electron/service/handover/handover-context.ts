import type { Signer } from '#core/export/package/signature.ts'
import type { WriteContext } from '../articles/write-context.ts'
import type { Grants } from '../folders/grants.ts'
import type { Parse } from '../parsing/parse.ts'
import type { HouseKeeper } from '../people/house.ts'
import type { Identity } from '../people/identity.ts'
import type { LookedFiles } from './looked-files.ts'

/** What a hand-over needs, for one call of one client. */
export type HandoverContext = WriteContext & {
  grants: Grants
  identity: Identity
  house: HouseKeeper
  lookedFiles: LookedFiles
  packageSigner: () => Signer | null
  parse: Parse
}
