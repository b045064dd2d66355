import { createHmac, randomBytes } from 'node:crypto'
import type { Session } from '#core/contract/sealing.ts'

/** The sessions of windows. Each has a secret, which the window and the service prove to each other. */
export type Sessions = {
  open(): Session
  /** @returns the secret of a session, if there is one with this id. */
  secretOf(clientId: string): Uint8Array
}

/**
 * @param secret the secrets of sessions are derived from it. Only the shell's memory holds it: a restarted service
 *   knows the same sessions, and when the shell ends, all of them expire.
 */
export function createSessions(secret: string): Sessions {
  const secretOf = (clientId: string): Buffer => createHmac('sha256', secret).update(`client ${clientId}`).digest()
  return {
    secretOf,
    open() {
      const clientId = newId()
      return { clientId, secret: secretOf(clientId).toString('hex') }
    },
  }
}

/** @returns 256 bits as text. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

/** @returns an id that nobody else has: 12 letters. */
export function newId(): string {
  return randomBytes(9).toString('base64url')
}
