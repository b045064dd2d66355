import { resolve } from 'node:path'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import type { Translate } from '#core/locale/translate.ts'
import { defaultStoreFolder } from '#electron/service/environment/default-folder.ts'

import { openService } from '#electron/service/open-service.ts'
import { resultOrThrow, type Service } from '#electron/service/service.ts'
import { actingAs, type By } from './acting-as.ts'

/** The options of every command. */
export type GlobalOptions = { store?: string; json?: boolean }

/** What a command works with. */
export type Session = {
  /** Calls the service. @throws ContractError the refusal. */
  call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallOutput<N>>
  t: Translate
}

/** How a command is run: as whom, and how the store is opened. */
export type How = By & { open?: (folder: string) => Service }

const CLIENT_ID = 'command-line'

/**
 * Opens the store, does the work as whoever acts, and closes the store, also after an error.
 * @throws ContractError when the store cannot be opened, and what the work throws.
 */
export async function withService<T>(
  options: GlobalOptions,
  t: Translate,
  work: (session: Session) => Promise<T>,
  how: How = {},
): Promise<T> {
  const folder =
    options.store === undefined ? defaultStoreFolder(process.env, process.platform) : fromHere(options.store)
  // A command must not send what waits in the queue.
  const open = how.open ?? ((path) => openService(path, { sendsByItself: false }))
  const service = open(folder)
  try {
    const actor = await actingAs(service, how, t)
    return await work({
      t,
      call: async (name, input) => resultOrThrow(await service.call(name, input, CLIENT_ID, actor)),
    })
  } finally {
    service.close()
  }
}

/**
 * @returns the absolute form of a path that a person typed. `npm run` changes into the project's folder first, and puts
 *   the person's folder into `INIT_CWD`.
 */
export function fromHere(path: string): string {
  const throughNpm = process.env['npm_lifecycle_event'] === 'midad' ? process.env['INIT_CWD'] : undefined
  return resolve(throughNpm ?? process.cwd(), path)
}
