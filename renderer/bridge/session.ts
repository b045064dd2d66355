import { sessionSchema, type Session } from '#core/contract/sealing.ts'
import { RefusedError, shakeHands } from './handshake.ts'

const STORED = 'midad.session'

/** The page was opened without a valid key, or the server does not know its session. */
export class NoSessionError extends Error {
  constructor() {
    super('This window has no session')
    this.name = 'NoSessionError'
  }
}

/**
 * Opens the session of this window: with the key in its address, which is then removed, or after a reload with the
 * stored session. A duplicated tab has a copy of the stored session, and requests one of its own.
 * @throws NoSessionError, and what `shakeHands` throws
 */
export async function openSession(): Promise<Session> {
  const key = keyIn(location.hash)
  if (key !== null) {
    history.replaceState(null, '', '#/')
    const session = await requestSession(key)
    if (session !== null) return storeSession(session)
  }
  const stored = readStored()
  if (stored === null) throw new NoSessionError()
  if (await lockSession(stored)) return stored
  const own = await requestSession({ id: stored.clientId, secret: stored.secret })
  if (own === null) throw new NoSessionError()
  return storeSession(own)
}

/** @returns the id and the secret of the key in a fragment; null when there is none. */
export function keyIn(fragment: string): { id: string; secret: string } | null {
  const [, id, secret] = /^#key=([\w-]{12})\.([\da-f]{64})$/u.exec(fragment) ?? []
  return id === undefined || secret === undefined ? null : { id, secret }
}

async function requestSession(known: { id: string; secret: string }): Promise<Session | null> {
  try {
    return await shakeHands(location.origin, '/session', known, sessionSchema)
  } catch (error) {
    if (error instanceof RefusedError) return null
    throw error
  }
}

async function storeSession(session: Session): Promise<Session> {
  sessionStorage.setItem(STORED, JSON.stringify(session))
  await lockSession(session)
  return session
}

function readStored(): Session | null {
  const parsed = sessionSchema.safeParse(JSON.parse(sessionStorage.getItem(STORED) ?? 'null'))
  return parsed.success ? parsed.data : null
}

/** Takes a lock on the session until the page is closed. @returns false if another tab holds it. */
function lockSession({ clientId }: Session): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  void navigator.locks.request(`midad-${clientId}`, { ifAvailable: true }, (lock) => {
    resolve(lock !== null)
    // A promise that never resolves holds the lock.
    return lock === null ? undefined : new Promise<void>(() => {})
  })
  return promise
}
