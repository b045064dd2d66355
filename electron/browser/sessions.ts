import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

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

/** @returns sessions that live in memory only: when the server stops, every key and token is void. */
export function createSessions(): Sessions {
  const key = secret()
  const oneTime = new Set<string>()
  // By digest, so that a look-up takes the same time however much of a guessed token is right.
  const clients = new Map<string, string>()
  const begin = (): Session => {
    const session = { token: secret(), clientId: randomBytes(9).toString('base64url') }
    clients.set(digest(session.token).toString('hex'), session.clientId)
    return session
  }
  return {
    key,
    fork: begin,
    oneTimeKey() {
      const fresh = secret()
      oneTime.add(digest(fresh).toString('hex'))
      return fresh
    },
    open(given) {
      if (!oneTime.delete(digest(given).toString('hex')) && !isSame(given, key)) return null
      return begin()
    },
    clientOf(authorization) {
      const token = /^Bearer ([\w-]{43})$/u.exec(authorization ?? '')?.[1]
      return token === undefined ? null : (clients.get(digest(token).toString('hex')) ?? null)
    },
  }
}

/** 256 bits that a URL fragment and a header can carry. */
function secret(): string {
  return randomBytes(32).toString('base64url')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

/** Compares in constant time; the digests make the lengths equal. */
function isSame(a: string, b: string): boolean {
  return timingSafeEqual(digest(a), digest(b))
}
