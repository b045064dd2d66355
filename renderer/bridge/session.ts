import { z } from 'zod'

const sessionSchema = z.object({ token: z.string(), clientId: z.string() })
export type Session = z.infer<typeof sessionSchema>

const STORED = 'midad.session'

/** The page was opened without a key, or the server has been restarted since. */
export class NoSessionError extends Error {
  constructor() {
    super('This window has no session')
    this.name = 'NoSessionError'
  }
}

/**
 * Finds out who this window is: by the key in its address, which is then removed from it, or after a reload by
 * what it kept. A duplicated tab has the first one's session as well, and asks for one of its own.
 * @throws NoSessionError, and what `fetch` throws.
 */
export async function openSession(): Promise<Session> {
  const key = /^#key=([\w-]+)$/u.exec(location.hash)?.[1]
  if (key !== undefined) {
    history.replaceState(null, '', '#/')
    const session = await ask({ key }, null)
    if (session !== null) return keep(session)
  }
  const stored = readStored()
  if (stored === null) throw new NoSessionError()
  if (await isOurs(stored)) return stored
  const own = await ask({}, stored.token)
  if (own === null) throw new NoSessionError()
  return keep(own)
}

async function ask(body: { key?: string }, token: string | null): Promise<Session | null> {
  const response = await fetch('/session', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(token === null ? {} : { authorization: `Bearer ${token}` }) },
    body: JSON.stringify(body),
  })
  return response.ok ? sessionSchema.parse(await response.json()) : null
}

async function keep(session: Session): Promise<Session> {
  sessionStorage.setItem(STORED, JSON.stringify(session))
  await isOurs(session)
  return session
}

function readStored(): Session | null {
  const parsed = sessionSchema.safeParse(JSON.parse(sessionStorage.getItem(STORED) ?? 'null'))
  return parsed.success ? parsed.data : null
}

/** Holds a lock in the session's name as long as this page lives. @returns false when another tab holds it. */
function isOurs({ clientId }: Session): Promise<boolean> {
  const { promise, resolve } = Promise.withResolvers<boolean>()
  void navigator.locks.request(`midad-${clientId}`, { ifAvailable: true }, (lock) => {
    resolve(lock !== null)
    // Held until the page is gone.
    return lock === null ? undefined : new Promise<void>(() => {})
  })
  return promise
}
