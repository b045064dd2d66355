import { useSyncExternalStore } from 'react'
import type { CallInput, CallName, CallOutput } from '#core/contract/contract.ts'
import { ContractError } from '#core/contract/errors.ts'
import type { Change } from '#core/contract/events.ts'
import { fromBase64 } from './bytes.ts'
import { electronWire } from './electron-wire.ts'
import { httpWire } from './http-wire.ts'
import { openSession } from './session.ts'
import type { Connection, Wire } from './wire.ts'

let wire: Wire | null = null
let connectionNow: Connection = 'connected'
const changeListeners = new Set<(change: Change) => void>()
const connectionListeners = new Set<() => void>()

/** Connects this page to the service, before anything else is done. @throws NoSessionError in the browser shell. */
export async function start(): Promise<void> {
  wire = window.midad === undefined ? httpWire(await openSession()) : electronWire(window.midad)
  wire.listen(
    (change) => {
      for (const listener of changeListeners) listener(change)
    },
    (connection) => {
      if (connection === connectionNow) return
      connectionNow = connection
      for (const listener of connectionListeners) listener()
    },
  )
}

function started(): Wire {
  if (wire === null) throw new Error('The bridge was used before it was started')
  return wire
}

/** Asks the service. @throws ContractError its refusal, or `connection-lost`. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const result = await started().send(name, input)
  if (!result.ok) throw new ContractError(result.error.code, result.error.params)
  // The contract pairs each name with its output; the wire carries them all as one type.
  return result.value as CallOutput<N>
}

/** Listens to what changes in the store. @returns a function that stops the listening. */
export function onChange(listener: (change: Change) => void): () => void {
  changeListeners.add(listener)
  return () => void changeListeners.delete(listener)
}

/** @returns who this window is, so that it can tell its own changes from others'. */
export function clientId(): string {
  return started().clientId
}

/** Asks the system for a folder; null where the shell has no dialog for it. */
export function folderDialog(): Wire['chooseFolder'] {
  return started().chooseFolder
}

/** Whether the service can be reached now. */
export const connection = {
  get: (): Connection => connectionNow,
  subscribe: (listener: () => void): (() => void) => {
    connectionListeners.add(listener)
    return () => void connectionListeners.delete(listener)
  },
}

/** @returns whether the service can be reached; the component renders again when that changes. */
export function useConnection(): Connection {
  return useSyncExternalStore(connection.subscribe, connection.get)
}

const urls = new Map<string, Promise<string>>()

/** @returns an address under which this page can show a stored picture. @throws ContractError `asset-…`. */
export function assetUrl(hash: string): Promise<string> {
  const known = urls.get(hash)
  if (known !== undefined) return known
  const url = call('assets.read', { hash }).then(({ bytes, mediaType }) =>
    URL.createObjectURL(fromBase64(bytes, mediaType)),
  )
  urls.set(hash, url)
  // A picture that could not be read now may be there the next time.
  url.catch(() => urls.delete(hash))
  return url
}
