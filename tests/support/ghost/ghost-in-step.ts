import { onTestFinished } from 'vitest'
import { startFakeGhost, type FakeGhost } from './fake-ghost.ts'

/** @returns a Ghost whose clock follows that of whoever calls it, as it reads in the token of each request. */
export async function ghostInStep(): Promise<{ ghost: FakeGhost; fetch: typeof fetch }> {
  let last = Date.UTC(2026, 10, 24, 8)
  const ghost = await startFakeGhost(() => new Date(last).toISOString())
  onTestFinished(() => ghost.close())
  const send: typeof fetch = (address, request) => {
    const token = new Headers(request?.headers).get('authorization')?.split('.')[1]
    if (token !== undefined) {
      last = (JSON.parse(Buffer.from(token, 'base64url').toString('utf8')) as { iat: number }).iat * 1000
    }
    return fetch(address, request)
  }
  return { ghost, fetch: send }
}
