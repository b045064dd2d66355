import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import type { RecoveryReport } from '#core/contract/store.ts'
import type { Printer } from '#electron/files/print/page.ts'
import { printHeadless } from '#electron/files/print/print-headless.ts'
import { asContractError } from '#db/errors.ts'
import { openStore, type Store } from '#db/open.ts'
import { readWhole, unreadLog } from '#db/recovery/log.ts'
import { startChores } from './maintenance.ts'
import { startDeliveries } from './deliver/schedule.ts'
import { startLookThrough } from './checks/page-check.ts'
import { isRecoverable, isRecoveryUnfinished, keepLogEnd, LOG, recoverStore } from './recovery/recover-store.ts'
import { lastRecovery } from './recovery/recovery-report.ts'
import type { Vault } from './secrets/vault.ts'
import type { Service } from './service.ts'
import { createService } from './service.ts'

/** What a shell has of its own. */
type Shell = {
  /** The system's keychain; else passwords are encrypted into a file. */
  vault?: Vault | null
  /** Prints pages; else an installed browser does. */
  print?: Printer
  /** Whether what waits in the queue is sent without being asked for: yes, unless it is said. */
  sendsByItself?: boolean
  /** Whether this takes the place of a service that died, and whose windows come back. */
  isAgain?: boolean
}

/** So long the pens of a service that died are kept for its windows. They look for the next one every four seconds. */
const KEEP_PENS_MS = 15_000

type Opened = { store: Store; recovery: RecoveryReport | null }

function recovered(folder: string, now: () => string): Opened {
  const recovery = recoverStore(folder, now())
  return { store: openStore(folder), recovery }
}

/** Opens a store, and keeps what is whole in the end of its log that SQLite would pass over. */
function openWithLog(folder: string, now: () => string): Opened {
  const log = asContractError(() => readWhole(join(folder, LOG)))
  const unread = log === null ? null : unreadLog(log)
  const store = openStore(folder)
  if (unread === null || store.readOnly) return { store, recovery: null }
  try {
    return { store, recovery: keepLogEnd(store, unread, now()) }
  } catch (error) {
    store.close()
    throw error
  }
}

/** Puts a service over an open store, and closes the store when that cannot be. */
function serve(
  { store, recovery }: Opened,
  now: () => string,
  { vault = null, print = printHeadless, sendsByItself = true, isAgain = false }: Shell,
): Service {
  const ends: (() => void)[] = []
  const endAll = (): void => {
    for (const end of ends.splice(0)) end()
  }
  try {
    const service = asContractError(() =>
      createService({
        ...{ store, now, newId: randomUUID, newBlockId: () => nanoid(), home: homedir(), print, isAgain },
        ...(vault === null ? {} : { sending: { vault } }),
      }),
    )
    service.keeper.recovery = recovery ?? lastRecovery(store.folder)
    if (isAgain) {
      const keeping = setTimeout(() => service.stopKeepingPens(), KEEP_PENS_MS)
      ends.push(() => clearTimeout(keeping))
    }
    ends.push(startChores(service, store, now), startLookThrough(service, store))
    if (sendsByItself && !store.readOnly) ends.push(asContractError(() => startDeliveries(service, now)))
    return {
      ...service,
      close() {
        endAll()
        service.close()
      },
    }
  } catch (error) {
    endAll()
    store.close()
    throw error
  }
}

/**
 * Opens the store in a folder and puts the service over it, with the machine's own clock, random ids and the chores
 * that nobody waits for. A store that is no longer whole is recovered into a new one first, and the service says so.
 * The service's `close` closes the store too.
 * @param shell what this shell has of its own: the system's keychain (else passwords are encrypted into a file), and a
 * printer of pages (else an installed browser prints).
 * @throws ContractError a `store-*` code when the store cannot be opened.
 */
export function openService(folder: string, shell: Shell = {}): Service {
  const now = (): string => new Date().toISOString()
  try {
    if (!isRecoveryUnfinished(folder)) return serve(openWithLog(folder, now), now, shell)
  } catch (error) {
    if (!isRecoverable(error)) throw error
  }
  return serve(recovered(folder, now), now, shell)
}
