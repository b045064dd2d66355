import type { CallName, CallOutput, CallResult } from '#core/contract/contract.ts'
import { contract } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Change } from '#core/contract/events.ts'
import { giveUpBallast, isDiskFull } from '#db/ballast.ts'
import { toContractError } from '#db/errors.ts'
import { markSuspect } from '#db/open.ts'
import { newestTime } from '#db/tables/articles.ts'
import { articlesHandlers } from './handlers/articles.ts'
import { assetsHandlers } from './handlers/assets.ts'
import type { Context, Handlers, ServiceOptions } from './context.ts'
import { importHandlers } from './handlers/import.ts'
import { createKeeper, type Keeper } from './backups/keeper.ts'
import { binHandlers } from './handlers/bin.ts'
import { historyHandlers } from './handlers/history.ts'
import { deliveriesHandlers } from './handlers/deliveries.ts'
import { courierOf } from './deliver/schedule.ts'
import type { Courier } from './deliver/courier.ts'
import { destinationsHandlers } from './handlers/destinations.ts'
import { monotonic } from './time/monotonic-clock.ts'
import { createPens } from './articles/edit-locks.ts'
import { createJobs, jobsHandlers } from './jobs/jobs.ts'
import { publishHandlers } from './handlers/publish.ts'
import { reviewHandlers } from './handlers/review.ts'
import { settingsHandlers } from './handlers/settings.ts'
import { storeHandlers } from './handlers/store.ts'

export type { ServiceOptions } from './context.ts'

/** The one authority over a store. Every window and the command line are its clients, over whatever wire. */
export type Service = {
  /**
   * Answers one call. Never rejects: a refusal is `{ok: false}` with its code.
   * @param name a call's name; one that the contract lacks is refused with `invalid-input`.
   * @param input checked against the call's schema, so it may come straight from a wire.
   * @param clientId who asks: one for each window.
   */
  call<N extends CallName>(name: N | (string & {}), input: unknown, clientId: string): Promise<CallResult<N>>
  /** @returns a function that stops the listening. */
  onChange(listener: (change: Change) => void): () => void
  /** Gives back every pen of a client that is gone. */
  releaseClient(clientId: string): void
  /** Closes the store. Calls after that are refused. */
  close(): void
}

/** A service as its maker has it. */
export type KeptService = Service & {
  readonly keeper: Keeper
  readonly courier: Courier
  /** Tells every window of a change that no call made. */
  announce(change: Change): void
  /** Whether any window may write an article now. */
  isWriting(): boolean
  /** The windows of a service that died have had their time: its pens are kept for them no longer. */
  stopKeepingPens(): void
}

const handlers: Handlers<typeof contract> = {
  ...articlesHandlers,
  ...reviewHandlers,
  ...importHandlers,
  ...assetsHandlers,
  ...publishHandlers,
  ...jobsHandlers,
  ...settingsHandlers,
  ...historyHandlers,
  ...binHandlers,
  ...storeHandlers,
  ...destinationsHandlers,
  ...deliveriesHandlers,
}

/** @returns a service over an open store, which it closes when it is closed itself. */
export function createService(options: ServiceOptions): KeptService {
  const listeners = new Set<(change: Change) => void>()
  const pens = createPens(options.isAgain)
  let closed = false
  const emit = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  const now = monotonic(options.now, newestTime(options.store.db))
  const keeper = createKeeper(options.store, now, () => emit({ type: 'store-changed' }))
  const courier = courierOf(options, now, emit)
  const jobs = createJobs(emit)
  return {
    keeper,
    announce: emit,
    courier,
    isWriting: () => pens.isAnyHeld(),
    stopKeepingPens() {
      for (const id of pens.stopKeeping()) emit({ type: 'article-released', id })
    },
    async call<N extends CallName>(name: N | (string & {}), input: unknown, clientId: string): Promise<CallResult<N>> {
      try {
        if (closed) throw new ContractError('internal', { reason: 'closed' })
        if (!isCallName(name)) throw new ContractError('invalid-input', { path: 'name' })
        const value = await run(name, input, { ...options, now, pens, keeper, courier, jobs, clientId, emit })
        return { ok: true, value: value as CallOutput<N> }
      } catch (error) {
        const refusal = toRefusal(error, name)
        const { params } = refusal
        const isFull = refusal.code === 'store-io' && isDiskFull(options.store.folder)
        const code = isFull ? 'store-full' : refusal.code
        // The next opening then looks at the whole file, and recovers what it can.
        if (code === 'store-corrupt') {
          markSuspect(options.store.folder)
          if (!keeper.isFileDamaged) emit({ type: 'store-changed' })
          keeper.isFileDamaged = true
        }
        if (code === 'store-full') giveUpBallast(options.store.folder)
        return { ok: false, error: { code, params } }
      }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    releaseClient(clientId) {
      for (const id of pens.releaseAll(clientId)) emit({ type: 'article-released', id })
    },
    close() {
      if (closed) return
      closed = true
      courier.stop()
      keeper.stop()
      options.store.close()
    },
  }
}

/**
 * @returns the answer of a call that went well.
 * @throws ContractError the refusal of one that did not.
 */
export function resultOrThrow<N extends CallName>(result: CallResult<N>): CallOutput<N> {
  if (result.ok) return result.value
  throw new ContractError(result.error.code, result.error.params)
}

function isCallName(name: string): name is CallName {
  return Object.hasOwn(contract, name)
}

async function run(name: CallName, input: unknown, context: Context): Promise<unknown> {
  const parsed = contract[name].input.safeParse(input)
  if (!parsed.success) {
    throw new ContractError('invalid-input', { path: parsed.error.issues[0]?.path.join('.') ?? '' })
  }
  // The table pairs each name with its own handler; TypeScript cannot follow that through a union of names.
  const handler = handlers[name] as (input: unknown, context: Context) => unknown
  return await handler(parsed.data, context)
}

/** Finds the refusal in whatever was thrown. What nobody foresaw goes to the log, without the article's text. */
function toRefusal(error: unknown, name: string): ContractError {
  if (error instanceof ContractError) return error
  const known = toContractError(error)
  if (known !== null) return known
  // Frames only: the message of an unforeseen error may quote what was being written.
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? []) : []
  const kind = error instanceof Error ? error.name : typeof error
  process.stderr.write(`midad: ${kind} in ${JSON.stringify(name.slice(0, 64))}\n${frames.join('\n')}\n`)
  return new ContractError('internal', {}, { cause: error })
}
