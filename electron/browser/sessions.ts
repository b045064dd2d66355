import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'

export type Session = { token: string; clientId: string }

/** Who may use the server: a key opens a session, and a token proves it. */
export type Sessions = {
  /** The key in the printed address. It opens any number of sessions. */
  readonly key: string
  /** @returns a key that opens one session, because a browser's command line can be read by other programs. */
  oneTimeKey(): string
  /** @returns a new session, or null when the key is unknown or used up. */
  open(key: string): Session | null
  /** @returns a new session for a window that was opened from another one. */
  fork(): Session
  /** @returns the client id that an `Authorization` header proves, or null. */
  clientOf(authorization: string | undefined): string | null
}

/**
 * @param secret keys and tokens are derived from it. Only the shell's memory holds it: a restarted service accepts the
 *   same tokens, and when the shell ends, all of them expire.
 */
export function createSessions(secret: string): Sessions {
  const key = derive(secret, 'key')
  const oneTime = new Set<string>()
  const newSession = (): Session => {
    const clientId = randomBytes(9).toString('base64url')
    return { token: `${clientId}.${derive(secret, `client ${clientId}`)}`, clientId }
  }
  return {
    key,
    fork: newSession,
    oneTimeKey() {
      const fresh = newSecret()
      oneTime.add(digest(fresh).toString('hex'))
      return fresh
    },
    open(given) {
      if (!oneTime.delete(digest(given).toString('hex')) && !isSame(given, key)) return null
      return newSession()
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

/** Compares in constant time. The digests have equal lengths. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}
