import type { Actor } from '#core/review/states.ts'
import { resultOrThrow } from '#electron/service/service.ts'
import type { Client } from './connect.ts'

/** Has another person work in a store, and then the one before again: the service knows who works, a window only one. */
export async function asPerson<T>(client: Client, person: Actor, work: () => Promise<T>): Promise<T> {
  const { name, role } = resultOrThrow(await client.call('settings.get', {}))
  resultOrThrow(await client.call('settings.set', person))
  const result = await work()
  resultOrThrow(await client.call('settings.set', { name, role }))
  return result
}
