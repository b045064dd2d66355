import type { CallName, CallOutput, CallResult } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Change } from '#core/contract/events.ts'
import type { Actor } from '#core/review/states.ts'
import { giveUpBallast, isDiskFull } from '#db/ballast.ts'
import { toContractError } from '#db/errors.ts'
import { markSuspect, type Store } from '#db/open.ts'
import { endOfJournal } from '#db/tables/journal.ts'
import { newestTime } from '#db/tables/articles.ts'
import { createEditLocks } from './articles/edit-locks.ts'
import { createBackups, type Backups } from './backups/backups.ts'
import { isCallName, runCall } from './run-call.ts'
import type { Context, ServiceOptions } from './context.ts'
import type { Courier } from './deliver/courier.ts'
import { createNewSites } from './deliver/new-sites.ts'
import { openCourier } from './deliver/open-courier.ts'
import { formatFiles } from './export/format-file.ts'
import { createLookedFiles } from './handover/looked-files.ts'
import { createGrants } from './folders/grants.ts'
import { createJobs } from './jobs/jobs.ts'
import { parse as processParser } from './parsing/parse.ts'
import { createThumbnails } from './pictures/thumbnails.ts'
import { createIdentity } from './people/identity.ts'
import { packageSigner } from './people/package-signer.ts'
import { keepHouse } from './people/house.ts'
import { isSignedIn, signedStore } from './people/signing.ts'
import { whoActs } from './people/person-at-work.ts'
import type { StoreHealth } from './store/health.ts'
import { monotonicClock } from './time/monotonic-clock.ts'

/** The only process that writes a store. Every window and the command line are its clients, over any transport. */
export type Service = {
  /**
   * Answers one call. Never rejects: a refusal is `{ok: false}` with its code.
   * @param name a call's name; one that the contract lacks is refused with `invalid-input`.
   * @param input checked against the call's schema, so it may come straight from a transport.
   * @param clientId who asks: one for each window.
   * @param by who acts instead of the person who works in the store: for programs of this process, never from a transport.
   */
  call<N extends CallName>(
    name: N | (string & {}),
    input: unknown,
    clientId: string,
    by?: Actor,
  ): Promise<CallResult<N>>
  /** @returns a function that removes the listener. */
  onChange(listener: (change: Change) => void): () => void
  /** Releases every lock of a client that is gone. */
  releaseClient(clientId: string): void
  /** Lets packages and backups go into a folder and below: a person chose it in the shell's own dialog. */
  grantFolder(folder: string): void
  /** Closes the store. Later calls are refused. */
  close(): void
}

/** A service with what only its own process can use. */
export type LocalService = Service & {
  /** The store, with a journal that is signed. */
  readonly store: Store
  readonly health: StoreHealth
  readonly backups: Backups
  readonly courier: Courier
  /** Notifies every window of a change that no call made. */
  announce(change: Change): void
  /** @returns whether a window may be writing an article. */
  isWriting(): boolean
  /** Ends the time in which locks are reserved for the windows of a service that died. */
  endGracePeriod(): void
}

/** @returns the service of an open store. Its `close` closes the store. */
export function createService(options: ServiceOptions): LocalService {
  const { print, parse = processParser } = options
  // Nobody acts in the background. The journal is signed all the same: that nothing was taken out, this machine proves.
  const store = signedStore(options.store, () => identity, false)
  const ownStore = signedStore(options.store, () => identity, true)
  const listeners = new Set<(change: Change) => void>()
  const locks = createEditLocks(options.isRestart)
  let closed = false
  const emit = (change: Change): void => {
    for (const listener of listeners) listener(change)
  }
  const now = monotonicClock(options.now, newestTime(store.db))
  const health: StoreHealth = {
    recovery: null,
    isFileDamaged: false,
    auditEnd: endOfJournal(store.db, isSignedIn(store.db)),
  }
  const backups = createBackups(store, now, health, () => emit({ type: 'store-changed' }))
  const courier = openCourier({
    ...{ store, now, emit, parse },
    keyFolder: options.keyFolder,
    sending: options.sending ?? {},
    writeFormats: (formats, input) => formatFiles(formats, input, { print }),
    // The keys are in the courier's vault, so this is called later.
    packageSigner: () => packageSigner(identity, store.db),
  })
  const identity = createIdentity({ store, secrets: courier.secrets, now })
  const house = keepHouse(store)
  const jobs = createJobs(emit)
  const { home, keyFolder, folderChoice: choice = null } = options
  const grants = createGrants({ store, home, keyFolder, choice })
  const thumbnails = createThumbnails(store.folder)
  const lookedFiles = createLookedFiles()
  const newSites = createNewSites(store, now, options.mayReach)
  return {
    store,
    health,
    backups,
    courier,
    announce: emit,
    isWriting: () => locks.isAnyHeld(),
    endGracePeriod() {
      for (const id of locks.endGracePeriod()) emit({ type: 'article-released', id, by: null })
    },
    async call<N extends CallName>(
      name: N | (string & {}),
      input: unknown,
      clientId: string,
      by?: Actor,
    ): Promise<CallResult<N>> {
      try {
        if (closed) throw new ContractError('internal', { reason: 'closed' })
        if (!isCallName(name)) throw new ContractError('invalid-input', { path: 'name' })
        const { actor, caller } = whoActs(store.db, identity, house, by)
        const context = {
          ...options,
          store: by === undefined ? ownStore : store,
          actor,
          caller,
          house,
          now,
          locks,
          health,
          backups,
          courier,
          grants,
          identity,
          sign: by === undefined ? identity.sign : unproven,
          packageSigner: () => (by === undefined ? packageSigner(identity, store.db) : null),
          newSites,
          jobs,
          parse,
          thumbnails,
          lookedFiles,
          clientId,
          emit,
          stopWaiting: courier.stopWaiting,
        }
        const value = await runCall(name, input, context)
        return { ok: true, value: value as CallOutput<N> }
      } catch (error) {
        const refusal = toRefusal(error, name)
        const { params } = refusal
        // A store that was opened on a full disk refuses writes as a read-only one does.
        const isFull =
          (refusal.code === 'store-io' && isDiskFull(store.folder)) ||
          (refusal.code === 'store-read-only' && store.isDiskFull)
        const code = isFull ? 'store-full' : refusal.code
        // The next opening then checks the whole file, and recovers what it can.
        if (code === 'store-corrupt') {
          markSuspect(store.folder)
          if (!health.isFileDamaged) emit({ type: 'store-changed' })
          health.isFileDamaged = true
        }
        if (code === 'store-full') giveUpBallast(store.folder)
        return { ok: false, error: { code, params } }
      }
    },
    onChange(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    releaseClient(clientId) {
      for (const id of locks.releaseAll(clientId)) emit({ type: 'article-released', id, by: null })
    },
    grantFolder: (folder) => grants.add(folder),
    close() {
      if (closed) return
      closed = true
      courier.stop()
      backups.stop()
      store.close()
    },
  }
}

/**
 * @returns the output of a call that succeeded.
 * @throws ContractError the refusal of one that did not.
 */
export function resultOrThrow<N extends CallName>(result: CallResult<N>): CallOutput<N> {
  if (result.ok) return result.value
  throw new ContractError(result.error.code, result.error.params)
}

/** The signature of a program that acts for somebody. */
const unproven: Context['sign'] = () => null

/** @returns the refusal for an error. An unforeseen error is logged, without the article's text. */
function toRefusal(error: unknown, name: string): ContractError {
  if (error instanceof ContractError) return error
  const known = toContractError(error)
  if (known !== null) return known
  // Stack frames only: the message of an unforeseen error may quote what was being written.
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /u.test(line)) ?? []) : []
  const kind = error instanceof Error ? error.name : typeof error
  process.stderr.write(`midad: ${kind} in ${JSON.stringify(name.slice(0, 64))}\n${frames.join('\n')}\n`)
  return new ContractError('internal', {}, { cause: error })
}
