import { z } from 'zod'

const sessionSchema = z.object({ token: z.string(), clientId: z.string() })
export type Session = z.infer<typeof sessionSchema>

const STORED = 'midad.session'

/** The page was opened without a key, or the server does not know its session. */
export class NoSessionError extends Error {
  constructor() {
    super('This window has no session')
    this.name = 'NoSessionError'
  }
}

/**
 * Opens the session of this window: with the key in its address, which is then removed, or after a reload with the
 * stored session. A duplicated tab has a copy of the stored session, and requests one of its own.
 * @throws NoSessionError, and the errors of `fetch`
 */
export async function openSession(): Promise<Session> {
  const key = /^#key=([\w-]+)$/u.exec(location.hash)?.[1]
  if (key !== undefined) {
    history.replaceState(null, '', '#/')
    const session = await requestSession({ key }, null)
    if (session !== null) return storeSession(session)
  }
  const stored = readStored()
  if (stored === null) throw new NoSessionError()
  if (await lockSession(stored)) return stored
  const own = await requestSession({}, stored.token)
  if (own === null) throw new NoSessionError()
  return storeSession(own)
}

async function requestSession(body: { key?: string }, token: string | null): Promise<Session | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  return response.ok ? sessionSchema.parse(await response.json()) : null
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
