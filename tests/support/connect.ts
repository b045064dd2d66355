import type { CallInput, CallName, CallResult } from '#core/contract/contract.ts'
import { sessionSchema, type Session } from '#core/contract/sealing.ts'
import { shakeHands } from '#renderer/bridge/handshake.ts'
import { httpWire } from '#renderer/bridge/http-wire.ts'
import { keyIn } from '#renderer/bridge/session.ts'

/** A window's wire, spoken by a program: the same calls over the same HTTP. */
export type Client = {
  readonly session: Session
  readonly origin: string
  /** @throws ContractError `connection-lost` when nobody answers, or a stranger. */
  call: <N extends CallName>(name: N, input: CallInput<N>) => Promise<CallResult<N>>
}

/** @param url with an unused key. @throws RefusedError; what `fetch` throws when nobody answers. */
export async function connect(url: string): Promise<Client> {
  const { origin, hash } = new URL(url)
  const key = keyIn(hash)
  if (key === null) throw new Error(`There is no key in ${url}`)
  return clientOf(await shakeHands(origin, '/session', key, sessionSchema), origin)
}

/** @returns a client with the session of a window. */
export function clientOf(session: Session, origin: string): Client {
  const wire = httpWire(session, origin)
  return {
    ...{ session, origin },
    // The wire has one type for all calls; the contract gives each its own.
    call: async <N extends CallName>(name: N, input: CallInput<N>) => (await wire.send(name, input)) as CallResult<N>,
  }
}
