import { randomUUID } from 'node:crypto'
import { homedir } from 'node:os'
import { nanoid } from 'nanoid'
import { openStore } from '#db/open.ts'
import type { Service } from './service.ts'
import { createService } from './service.ts'

/**
 * Opens the store in a folder and puts the service over it, with the machine's own clock and random ids.
 * The service's `close` closes the store too.
 * @throws ContractError a `store-*` code when the store cannot be opened.
 */
export function openService(folder: string): Service {
  const now = (): string => new Date().toISOString()
  return createService({
    store: openStore(folder),
    now,
    newId: randomUUID,
    newBlockId: () => nanoid(),
    home: homedir(),
  })
}
