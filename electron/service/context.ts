import type { NewId } from '#core/article/factories.ts'
import type { CallOutput, CallParsed } from '#core/contract/contract.ts'
import type { CallName } from '#core/contract/contract.ts'
import type { Change } from '#core/contract/events.ts'
import type { Store } from '#db/open.ts'
import type { Courier } from './deliver/courier.ts'
import type { HttpTools } from './deliver/http.ts'
import type { Vault } from './secrets/vault.ts'
import type { Printer } from '#electron/files/print/page.ts'
import type { Keeper } from './backups/keeper.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Pens } from './articles/edit-locks.ts'

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
  /** How articles are sent; each is the machine's own where it is not given. */
  sending?: Partial<Sending>
  /** Whether this service takes the place of one that died, whose windows come back for their pens. */
  isAgain?: boolean
  /** Prints a page as PDF; undefined where nothing can. */
  print?: Printer
}

/** What sending needs of the machine, so that tests can fix or break it. */
export type Sending = Pick<HttpTools, 'fetch' | 'timeouts'> & {
  /** From 0 to 1: spreads what is tried again. */
  random: () => number
  /** Encrypts passwords. */
  vault: Vault
}

/** What a handler works with, for one call of one client. */
export type Context = ServiceOptions & {
  pens: Pens
  keeper: Keeper
  courier: Courier
  jobs: Jobs
  clientId: string
  /** Tells every window, once the call has been answered for. */
  emit: (change: Change) => void
}

/** One handler for each call of a contract group. */
export type Handlers<Calls> = {
  [N in keyof Calls & CallName]: (input: CallParsed<N>, context: Context) => CallOutput<N> | Promise<CallOutput<N>>
}
