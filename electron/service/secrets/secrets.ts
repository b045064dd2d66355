import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { asContractError } from '#db/errors.ts'
import { readRegularFile } from '#db/regular-file.ts'
import { writeFileAtomic } from '#electron/files/atomic-write.ts'
import type { Vault } from './vault.ts'

/**
 * The passwords and keys of destinations, by the destination's id. They are never in SQLite, a log, a backup or an
 * answer.
 */
export type Secrets = {
  readonly kind: Vault['kind']
  has(id: string): boolean
  /** @returns null when there is none, or when this machine cannot decrypt it: it must be entered again. */
  get(id: string): string | null
  /** @throws ContractError the store's own. */
  set(id: string, secret: string): void
  remove(id: string): void
}

const fileSchema = z.record(z.string(), z.object({ by: z.enum(['system', 'file']), bytes: z.base64() }))
type Entries = z.infer<typeof fileSchema>

/** Keeps secrets, encrypted by a vault, in `secrets.json` beside the store. */
export function createSecrets(folder: string, vault: Vault): Secrets {
  const read = (): Entries => readEntries(folder)
  const write = (entries: Entries): void => writeEntries(folder, entries)
  const get = (id: string): string | null => {
    const entry = read()[id]
    if (entry === undefined || entry.by !== vault.kind) return null
    try {
      return vault.decrypt(Buffer.from(entry.bytes, 'base64'), id)
    } catch {
      // It was encrypted on another machine, or its key is gone.
      return null
    }
  }
  return {
    kind: vault.kind,
    get,
    has: (id) => get(id) !== null,
    set(id, secret) {
      const bytes = asContractError(() => vault.encrypt(secret, id)).toString('base64')
      write({ ...read(), [id]: { by: vault.kind, bytes } })
    },
    remove(id) {
      const { [id]: gone, ...rest } = read()
      if (gone !== undefined) write(rest)
    },
  }
}

const pathIn = (folder: string): string => join(folder, 'secrets.json')

/** @returns what is kept beside a store, still encrypted; nothing when the file cannot be read. */
export function readEntries(folder: string): Entries {
  const path = pathIn(folder)
  if (!existsSync(path)) return {}
  try {
    return fileSchema.parse(JSON.parse(readRegularFile(path).toString('utf8')))
  } catch {
    // The file is incomplete, or something else wrote it: all secrets must be entered again.
    return {}
  }
}

/** @throws ContractError the store's own. */
export function writeEntries(folder: string, entries: Entries): void {
  asContractError(() => writeFileAtomic(pathIn(folder), Buffer.from(`${JSON.stringify(entries, null, 2)}\n`)))
}
