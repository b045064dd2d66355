import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { nanoid } from 'nanoid'
import type { RecoveryReport } from '#core/contract/store.ts'
import type { Actor } from '#core/review/states.ts'
import { asContractError } from '#db/errors.ts'
import { markSuspect, openStore, type Store } from '#db/open.ts'
import { readWhole, unreadLog } from '#db/recovery/log.ts'
import { getSettings } from '#db/tables/settings.ts'
import type { Printer } from '#electron/files/print/page.ts'
import { printHeadless } from '#electron/files/print/print-headless.ts'
import { startPageCheck } from './checks/page-check.ts'
import type { MayTakeRole } from './context.ts'
import type { MayReach } from './deliver/new-sites.ts'
import { startDeliveries } from './deliver/schedule.ts'
import { defaultKeyFolder } from './environment/default-folder.ts'
import type { FolderChoice } from './folders/grants.ts'
import { startMaintenance } from './maintenance.ts'
import { LOG } from './recovery/damaged-rows.ts'
import { recoverLogEnd } from './recovery/recover-log-end.ts'
import { isRecoverable, isRecoveryUnfinished, recoverStore } from './recovery/recover-store.ts'
import { lastRecovery } from './recovery/recovery-report.ts'
import type { Vault } from './secrets/vault.ts'
import { createService, type Service } from './service.ts'
import { changeSettings } from './store/change-settings.ts'

/** What a shell can give the service. */
type Shell = {
  /** The system's keychain; without it passwords are encrypted into a file. */
  vault?: Vault | null
  /** Prints pages; without it an installed browser does. */
  print?: Printer
  /** Whether queued deliveries are sent in the background; true by default. */
  sendsByItself?: boolean
  /** Whether this service replaces one that died, whose windows reconnect. */
  isRestart?: boolean
  /** Asked before a window changes the role. */
  mayTakeRole?: MayTakeRole
  /** Asked before a window makes Midad reach a new site. */
  mayReach?: MayReach
  /** Who works here, where nobody has given a name yet. */
  person?: Actor | null
  /** How windows choose folders, where they are served. */
  folderChoice?: FolderChoice
}

/** How long the locks of a service that died are reserved for its windows. They try to reconnect every four seconds. */
const GRACE_PERIOD_MS = 15_000

type Opened = { store: Store; recovery: RecoveryReport | null }

function recovered(folder: string, now: () => string): Opened {
  const recovery = recoverStore(folder, now())
  return { store: openStore(folder), recovery }
}

/** Opens a store, and recovers the sound rows from the end of its log that SQLite would skip. */
function openWithLog(folder: string, now: () => string): Opened {
  const log = asContractError(() => readWhole(join(folder, LOG)))
  const unread = log === null ? null : unreadLog(log)
  const store = openStore(folder)
  if (unread === null || store.readOnly) return { store, recovery: null }
  try {
    return { store, recovery: recoverLogEnd(store, unread, now()) }
  } catch (error) {
    store.close()
    throw error
  }
}

/** Creates the service of an open store and starts its background work. Closes the store where that fails. */
function serve({ store, recovery }: Opened, now: () => string, shell: Shell): Service {
  const { vault = null, print = printHeadless, sendsByItself = true, isRestart = false } = shell
  const ends: (() => void)[] = []
  const endAll = (): void => {
    for (const end of ends.splice(0)) end()
  }
  try {
    if (shell.person !== undefined && shell.person !== null) nameFirst(store, shell.person)
    const service = asContractError(() =>
      createService({
        ...{ store, now, newId: randomUUID, newBlockId: () => nanoid(), home: homedir(), print, isRestart },
        ...(shell.folderChoice === undefined ? {} : { folderChoice: shell.folderChoice }),
        ...(shell.mayReach === undefined ? {} : { mayReach: shell.mayReach }),
        ...(shell.mayTakeRole === undefined ? {} : { mayTakeRole: shell.mayTakeRole }),
        keyFolder: defaultKeyFolder(process.env, process.platform),
        ...(vault === null ? {} : { sending: { vault } }),
      }),
    )
    service.health.recovery = recovery ?? lastRecovery(store.folder)
    if (isRestart) {
      const grace = setTimeout(() => service.endGracePeriod(), GRACE_PERIOD_MS)
      ends.push(() => clearTimeout(grace))
    }
    ends.push(startMaintenance(service, service.store, now), startPageCheck(service, store))
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

/** Gives a store without a name the person who works here. Nobody has a window open yet that would have to be told. */
function nameFirst(store: Store, { name, role }: Actor): void {
  if (store.readOnly || getSettings(store.db).name !== '') return
  changeSettings({ name, role }, { store, emit() {} })
}

/**
 * Opens the store in a folder and creates its service, with the machine's clock, random ids, and background work. A
 * damaged store is recovered into a new one first, and `store.status` reports it. The service's `close` closes the
 * store too.
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

/** Opens a store as `openService` does, but checks its whole file first, so that hidden damage is recovered too. */
export function openServiceAfterCheck(folder: string): Service {
  markSuspect(folder)
  return openService(folder, { sendsByItself: false })
}
