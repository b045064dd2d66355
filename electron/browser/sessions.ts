import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type Session = { token: string; clientId: string }

/** Who may speak to the server: keys open sessions, tokens carry them. */
export type Sessions = {
  /** The key of the address that is printed: good for as many windows as the person opens. */
  readonly key: string
  /** @returns a key for one window. It goes onto a command line, which other programs can read, so it opens once. */
  oneTimeKey(): string
  /** @returns a session of its own, or null when the key is not good (any more). */
  open(key: string): Session | null
  /** @returns a session of its own for a window that was opened out of another one. */
  fork(): Session
  /** @returns the client that an `Authorization` header speaks for, or null. */
  clientOf(authorization: string | undefined): string | null
}

/**
 * @param secret what keys and tokens are derived from. It lives in the memory of the shell only: when that ends, all are
 *   void; while it lasts, a process of the service that takes the place of another knows its windows.
 */
export function createSessions(secret: string): Sessions {
  const key = derive(secret, 'key')
  const oneTime = new Set<string>()
  const begin = (): Session => {
    const clientId = randomBytes(9).toString('base64url')
    return { token: `${clientId}.${derive(secret, `client ${clientId}`)}`, clientId }
  }
  return {
    key,
    fork: begin,
    oneTimeKey() {
      const fresh = newSecret()
      oneTime.add(digest(fresh).toString('hex'))
      return fresh
    },
    open(given) {
      if (!oneTime.delete(digest(given).toString('hex')) && !isSame(given, key)) return null
      return begin()
    },
    clientOf(authorization) {
      const [, clientId, proof] = /^Bearer ([\w-]{12})\.([\w-]{43})$/u.exec(authorization ?? '') ?? []
      if (clientId === undefined || proof === undefined) return null
      return isSame(proof, derive(secret, `client ${clientId}`)) ? clientId : null
    },
  }
}

/** @returns 256 bits that a URL fragment and a header can carry. */
export function newSecret(): string {
  return randomBytes(32).toString('base64url')
}

function derive(secret: string, what: string): string {
  return createHmac('sha256', secret).update(what).digest('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Compares in constant time; the digests make the lengths equal. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}
