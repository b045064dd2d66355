import { randomBytes } from 'node:crypto'
import { KEY_BYTES, MAX_REQUEST, type ChannelKey } from '#core/contract/sealing.ts'
import { newId } from './sessions.ts'

/** A window's key to this process of the service. */
export type Channel = {
  readonly clientId: string
  readonly key: Uint8Array
  /**
   * Takes note of the number of an opened request.
   * @returns false when it came before: somebody repeats a request that was overheard.
   */
  isNew(number: number): boolean
}

export type Channels = {
  /** @returns what the window is given. */
  open(clientId: string): ChannelKey
  /** @returns the channel and the number of the request that an `Authorization` header names; null for an unknown one. */
  find(authorization: string | undefined): { channel: Channel; number: number } | null
}

/** How many channels of a window are kept: what it sent before a reload may arrive after it. */
const MOST_CHANNELS = 8
/** How far behind the highest number of a channel a request may be. */
const WINDOW = 2048

/** @returns channels, none of them open yet. */
export function createChannels(): Channels {
  const channels = new Map<string, Channel>()
  const idsOf = new Map<string, string[]>()
  return {
    open(clientId) {
      const id = newId()
      const key = randomBytes(KEY_BYTES)
      const ids = [...(idsOf.get(clientId) ?? []), id]
      for (const old of ids.splice(0, ids.length - MOST_CHANNELS)) channels.delete(old)
      idsOf.set(clientId, ids)
      channels.set(id, { clientId, key, isNew: numbersOnce() })
      return { channel: id, key: key.toString('hex') }
    },
    find(authorization) {
      const [, id, digits] = /^Midad ([\w-]{12})\.(\d{1,10})$/u.exec(authorization ?? '') ?? []
      const channel = id === undefined ? undefined : channels.get(id)
      const number = Number(digits)
      return channel === undefined || number > MAX_REQUEST ? null : { channel, number }
    },
  }
}

/** @returns a function that tells whether it has not been asked about a number before. Old numbers count as known. */
function numbersOnce(): (number: number) => boolean {
  const seen = new Set<number>()
  let highest = 0
  return (number) => {
    if (number <= highest - WINDOW || seen.has(number)) return false
    seen.add(number)
    highest = Math.max(highest, number)
    if (seen.size > 2 * WINDOW) {
      for (const old of seen) if (old <= highest - WINDOW) seen.delete(old)
    }
    return true
  }
}
