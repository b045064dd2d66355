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
    settle,
  )
}

const closingListeners = new Set<() => Promise<boolean>>()
const SETTLE_MS = 1000

/** Midad is about to end: whoever has something to save saves it, again and again until it is. */
async function settle(): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each round waits for the one before
    const areSaved = await Promise.all([...closingListeners].map((listener) => listener()))
    if (areSaved.every(Boolean)) return
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, SETTLE_MS))
  }
}

/**
 * Listens to the end of Midad.
 * @param listener saves what is not saved. @returns whether all is saved now.
 * @returns a function that stops the listening.
 */
export function onClosing(listener: () => Promise<boolean>): () => void {
  closingListeners.add(listener)
  return () => void closingListeners.delete(listener)
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

const pictures = new Map<string, Promise<{ url: string; blob: Blob }>>()

function readPicture(hash: string): Promise<{ url: string; blob: Blob }> {
  const known = pictures.get(hash)
  if (known !== undefined) return known
  const picture = call('assets.read', { hash }).then(({ bytes, mediaType }) => {
    const blob = fromBase64(bytes, mediaType)
    return { url: URL.createObjectURL(blob), blob }
  })
  pictures.set(hash, picture)
  // A picture that could not be read now may be there the next time.
  picture.catch(() => pictures.delete(hash))
  return picture
}

/** @returns an address under which this page can show a stored picture. @throws ContractError `asset-…`. */
export async function assetUrl(hash: string): Promise<string> {
  return (await readPicture(hash)).url
}

/** @returns a picture's bytes: those that were shown are at hand though the service is gone. @throws ContractError */
export async function assetBlob(hash: string): Promise<Blob> {
  return (await readPicture(hash)).blob
}
