import type { z } from 'zod'
import type { Actor } from '../review/states.ts'
import { articlesCalls } from './articles.ts'
import { assetsCalls } from './assets.ts'
import { binCalls } from './bin.ts'
import { deliveriesCalls } from './deliveries.ts'
import { deskCalls } from './desk.ts'
import { destinationsCalls } from './destinations.ts'
import { handoverCalls } from './handover.ts'
import { historyCalls } from './history.ts'
import { houseCalls } from './house.ts'
import { importCalls } from './import.ts'
import { jobsCalls } from './jobs.ts'
import { peopleCalls } from './people.ts'
import { proposalsCalls } from './proposals.ts'
import { publishCalls } from './publish.ts'
import { reviewCalls } from './review.ts'
import { settingsCalls } from './settings.ts'
import { storeCalls } from './store.ts'
import { threadsCalls } from './threads.ts'

/** Every call that a window or the command line can make to the service. */
export const contract = {
  ...articlesCalls,
  ...reviewCalls,
  ...importCalls,
  ...assetsCalls,
  ...publishCalls,
  ...jobsCalls,
  ...settingsCalls,
  ...historyCalls,
  ...binCalls,
  ...storeCalls,
  ...destinationsCalls,
  ...deliveriesCalls,
  ...threadsCalls,
  ...proposalsCalls,
  ...peopleCalls,
  ...houseCalls,
  ...deskCalls,
  ...handoverCalls,
}

export type Contract = typeof contract
export type CallName = keyof Contract
/** What a client passes: fields with a default may be left out. */
export type CallInput<N extends CallName> = z.input<Contract[N]['input']>
/** What was passed: validated, defaults filled in. */
export type CallParsed<N extends CallName> = z.output<Contract[N]['input']>
/** What a handler works with: the input, and who acts, as the service knows. */
export type CallGiven<N extends CallName> = CallParsed<N> & { actor: Actor }
export type CallOutput<N extends CallName> = z.output<Contract[N]['output']>

/** What comes back over a wire: the answer, or a typed refusal. */
export type CallResult<N extends CallName> =
  | { ok: true; value: CallOutput<N> }
  | { ok: false; error: { code: import('./errors.ts').ErrorCode; params: Record<string, string> } }
