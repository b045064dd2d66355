import { randomBytes } from 'node:crypto'
import { KEY_BYTES } from '#core/contract/sealing.ts'
import { newId } from './sessions.ts'

/** How long the key for the shell's own window is valid, in milliseconds. */
const LAUNCH_MS = 30_000
/** How long the key of a printed address is valid, in milliseconds: a person has to copy it. */
const PRINTED_MS = 15 * 60_000

/** A key, and when it becomes void, in milliseconds. */
type IssuedKey = { key: string; validUntil: number }

/** The keys that open windows. Each opens one. */
export type Keys = {
  /** @returns a key for an address that a person opens by hand. It is valid for 15 minutes. */
  issueForPrint(): IssuedKey
  /** @returns a key for the window that the shell opens. It is valid for 30 seconds. */
  issueForLaunch(): IssuedKey
  /** @returns the secret of a key; null when it is unknown, used or too old. */
  secretOf(id: string): Uint8Array | null
  /** Uses a key up. */
  use(id: string): void
}

/** @param now in milliseconds */
export function createKeys(now: () => number): Keys {
  const keys = new Map<string, { secret: Uint8Array; validUntil: number }>()
  const issue = (validForMs: number): IssuedKey => {
    const validUntil = now() + validForMs
    const id = newId()
    const secret = randomBytes(KEY_BYTES)
    keys.set(id, { secret, validUntil })
    return { key: `${id}.${secret.toString('hex')}`, validUntil }
  }
  return {
    issueForPrint: () => issue(PRINTED_MS),
    issueForLaunch: () => issue(LAUNCH_MS),
    secretOf(id) {
      const key = keys.get(id)
      return key === undefined || now() >= key.validUntil ? null : key.secret
    },
    use: (id) => void keys.delete(id),
  }
}
