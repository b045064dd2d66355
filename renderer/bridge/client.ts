import { useSyncExternalStore } from 'react'
import { isOpenableUrl } from '#core/article/inline.ts'
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

/** Connects this page to the service. Called once, before any other function. @throws NoSessionError, in a browser. */
export async function start(): Promise<void> {
  wire = window.midad === undefined ? httpWire(await openSession(), location.origin) : electronWire(window.midad)
  wire.listen(
    (change) => {
      for (const listener of changeListeners) listener(change)
    },
    (connection) => {
      if (connection === connectionNow) return
      connectionNow = connection
      for (const listener of connectionListeners) listener()
    },
    saveEverything,
  )
}

const closingListeners = new Set<() => Promise<boolean>>()
const SAVE_AGAIN_MS = 1000

/** Midad is about to quit: calls the closing listeners until each reports that all is saved. */
async function saveEverything(): Promise<void> {
  for (;;) {
    // oxlint-disable-next-line no-await-in-loop -- each round waits for the one before
    const areSaved = await Promise.all([...closingListeners].map((listener) => listener()))
    if (areSaved.every(Boolean)) return
    // oxlint-disable-next-line no-await-in-loop
    await new Promise((resolve) => setTimeout(resolve, SAVE_AGAIN_MS))
  }
}

/**
 * Calls a listener when Midad is about to quit.
 * @param listener saves what is not saved, and resolves to whether all is saved
 * @returns a function that removes the listener
 */
export function onClosing(listener: () => Promise<boolean>): () => void {
  closingListeners.add(listener)
  return () => void closingListeners.delete(listener)
}

function started(): Wire {
  if (wire === null) throw new Error('The bridge was used before it was started')
  return wire
}

/** Calls the service. @throws ContractError the service's own errors, or `connection-lost`. */
export async function call<N extends CallName>(name: N, input: CallInput<N>): Promise<CallOutput<N>> {
  const result = await started().send(name, input)
  if (!result.ok) throw new ContractError(result.error.code, result.error.params)
  // The contract gives each name its output type. The wire has one type for all.
  return result.value as CallOutput<N>
}

/** Calls a listener for each change in the store. @returns a function that removes the listener. */
export function onChange(listener: (change: Change) => void): () => void {
  changeListeners.add(listener)
  return () => void changeListeners.delete(listener)
}

/** @returns the id of this window, by which it recognises its own changes. */
export function clientId(): string {
  return started().clientId
}

/** @returns the function with which the shell pastes the clipboard where the focus is; null in a browser. */
export function shellPaste(): Wire['paste'] {
  return started().paste
}

/** Opens an address outside Midad. Does nothing for a scheme that could run code or read files. */
export function openAddress(url: string): void {
  if (isOpenableUrl(url)) started().openAddress(url)
}

/** @returns the function that opens the system's folder dialog; null if the shell has none. */
export function folderDialog(): Wire['chooseFolder'] {
  return started().chooseFolder
}

/** Whether the service can be reached, as an external store for React. */
export const connection = {
  get: (): Connection => connectionNow,
  subscribe: (listener: () => void): (() => void) => {
    connectionListeners.add(listener)
    return () => void connectionListeners.delete(listener)
  },
}

/** @returns whether the service can be reached. The component renders again when that changes. */
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
  // Only a success is cached: the next attempt may succeed.
  picture.catch(() => pictures.delete(hash))
  return picture
}

/** @returns a URL of a stored picture for this page. @throws ContractError `asset-missing`, `asset-damaged`. */
export async function assetUrl(hash: string): Promise<string> {
  return (await readPicture(hash)).url
}

/** @returns the bytes of a stored picture, from the cache if it was read before. @throws ContractError, as `assetUrl`. */
export async function assetBlob(hash: string): Promise<Blob> {
  return (await readPicture(hash)).blob
}
