import type { NewId } from '#core/article/factories.ts'
import type { CallName, CallOutput, CallGiven } from '#core/contract/contract.ts'
import type { Settings } from '#core/contract/settings.ts'
import type { Signer } from '#core/export/package/signature.ts'
import type { Store } from '#db/open.ts'
import type { Printer } from '#electron/files/print/page.ts'
import type { WriteContext } from './articles/write-context.ts'
import type { Backups } from './backups/backups.ts'
import type { Courier } from './deliver/courier.ts'
import type { MayReach, NewSites } from './deliver/new-sites.ts'
import type { Sending } from './deliver/open-courier.ts'
import type { FolderChoice, Grants } from './folders/grants.ts'
import type { LookedFiles } from './handover/looked-files.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Parse } from './parsing/parse.ts'
import type { Thumbnails } from './pictures/thumbnails.ts'
import type { Caller } from './people/guard.ts'
import type { HouseKeeper } from './people/house.ts'
import type { Identity } from './people/identity.ts'
import type { StoreHealth } from './store/health.ts'

/** @param clientId the window that asked */
export type MayTakeRole = (wanted: Settings, clientId: string) => boolean | Promise<boolean>

/** What the service is made of. Clock and ids come from outside, so that tests can fix them. */
export type ServiceOptions = {
  store: Store
  /** ISO 8601, UTC. */
  now: () => string
  /** A UUID for a new article. */
  newId: () => string
  /** An id for a new block. */
  newBlockId: NewId
  /** The person's home folder, where the folder picker begins. */
  home: string
  /** Where the key lies that encrypts passwords where the system has no keychain: apart from the store. */
  keyFolder: string
  /**
   * Asked before a window changes the role, with the settings as they would be. The role stays as it is unless this answers
   * true; where it is left out, every change is accepted.
   */
  mayTakeRole?: MayTakeRole
  /** Asked before a window makes Midad reach a new site; whoever calls may name any when it is left out. */
  mayReach?: MayReach
  /** How windows choose folders; whoever calls may name any when it is left out. */
  folderChoice?: FolderChoice
  /** How articles are sent; the machine's own network, clock and vault for what is left out. */
  sending?: Partial<Sending>
  /** Whether this service replaces one that died, whose windows reconnect and ask for their locks. */
  isRestart?: boolean
  /** Prints a page as PDF; undefined where nothing can. */
  print?: Printer
  /** Parses what comes from outside; the parser of this process when it is left out. */
  parse?: Parse
}

/** What a handler works with, for one call of one client. */
export type Context = ServiceOptions &
  WriteContext & {
    health: StoreHealth
    backups: Backups
    courier: Courier
    grants: Grants
    identity: Identity
    house: HouseKeeper
    /** Whose rights are checked; null in a store without a house. */
    caller: Caller | null
    newSites: NewSites
    jobs: Jobs
    packageSigner: () => Signer | null
    parse: Parse
    lookedFiles: LookedFiles
    thumbnails: Thumbnails
  }

type GroupOf<Name> = Name extends `${infer G}.${string}` ? G : never

/** The groups of the contract: what stands before the dot in the name of a call. */
export type Group = GroupOf<CallName>

/** One handler for each call of a group. */
export type Handlers<G extends Group> = {
  [N in CallName as N extends `${G}.${string}` ? N : never]: (
    input: CallGiven<N>,
    context: Context,
  ) => CallOutput<N> | Promise<CallOutput<N>>
}
