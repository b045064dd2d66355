import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { nanoid } from 'nanoid'
import type { RecoveryReport } from '#core/contract/store.ts'
import type { Printer } from '#electron/files/print/page.ts'
import { printHeadless } from '#electron/files/print/print-headless.ts'
import { openStore, type Store } from '#db/open.ts'
import { startChores } from './chores.ts'
import { startDeliveries } from './deliver/start.ts'
import { isRecoverable, isRecoveryUnfinished, recoverStore } from './recover.ts'
import { lastRecovery } from './recovery-report.ts'
import type { Vault } from './secrets/vault.ts'
import type { Service } from './service.ts'
import { createService } from './service.ts'

function openOrRecover(folder: string, now: () => string): { store: Store; recovery: RecoveryReport | null } {
  try {
    if (!isRecoveryUnfinished(folder)) return { store: openStore(folder), recovery: null }
  } catch (error) {
    if (!isRecoverable(error)) throw error
  }
  const recovery = recoverStore(folder, now())
  return { store: openStore(folder), recovery }
}

/**
 * Opens the store in a folder and puts the service over it, with the machine's own clock, random ids and the chores
 * that nobody waits for. A store that is no longer whole is recovered into a new one first, and the service says so.
 * The service's `close` closes the store too.
 * @param shell what this shell has of its own: the system's keychain (else passwords are encrypted into a file), and a
 * printer of pages (else an installed browser prints).
 * @throws ContractError a `store-*` code when the store cannot be opened.
 */
export function openService(folder: string, shell: { vault?: Vault | null; print?: Printer } = {}): Service {
  const now = (): string => new Date().toISOString()
  const { store, recovery } = openOrRecover(folder, now)
  const { vault = null, print = printHeadless } = shell
  const service = createService({
    ...{ store, now, newId: randomUUID, newBlockId: () => nanoid(), home: homedir(), print },
    ...(vault === null ? {} : { sending: { vault } }),
  })
  service.keeper.recovery = recovery ?? lastRecovery(folder)
  const endChores = startChores(service, store, now)
  const endDeliveries = store.readOnly ? () => {} : startDeliveries(service, now)
  return {
    ...service,
    close() {
      endChores()
      endDeliveries()
      service.close()
    },
  }
}
