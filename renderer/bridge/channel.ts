import { aboutOf, channelSchema, nonceOf, type Session } from '#core/contract/sealing.ts'
import { bytesOf, shakeHands } from './handshake.ts'
import { sealingKey } from './seal.ts'

/** A request that was sealed and can be sent. */
export type SealedRequest = { number: number; headers: Record<string, string>; body: Uint8Array<ArrayBuffer> }

/** A key that this page and a process of the service have agreed on. Both prove themselves by using it. */
export type Channel = {
  seal(path: string, bytes: Uint8Array<ArrayBuffer>): Promise<SealedRequest>
  /** Seals before it returns, as a page that is being closed must. */
  sealNow(path: string, bytes: Uint8Array<ArrayBuffer>): SealedRequest
  /** @throws DOMException when nobody but a stranger can have answered this. */
  openAnswer(path: string, number: number, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
  /** @param line the number of the event among those of its request */
  openEvent(path: string, number: number, line: number, sealed: Uint8Array<ArrayBuffer>): Promise<Uint8Array>
}

/** The channel of a page: one at a time, with the process of the service that runs. */
export type Channels = {
  readonly origin: string
  /** The open channel; null while there is none. */
  readonly current: Channel | null
  /** @returns the open channel, or a new one. @throws what `shakeHands` throws. */
  get(): Promise<Channel>
  /** Forgets a channel, as its connection broke: the server must prove itself before it is sent anything else. */
  drop(channel: Channel): void
}

/** @returns the channels of a window to its service. The first is opened when it is asked for. */
export function createChannels(origin: string, { clientId, secret }: Session): Channels {
  let current: Channel | null = null
  let opening: Promise<Channel> | null = null
  async function open(): Promise<Channel> {
    try {
      current = await openChannel(origin, { id: clientId, secret })
      return current
    } finally {
      opening = null
    }
  }
  return {
    origin,
    get current() {
      return current
    },
    async get() {
      if (current !== null) return current
      opening ??= open()
      return opening
    },
    drop(channel) {
      if (current === channel) current = null
    },
  }
}

async function openChannel(origin: string, session: { id: string; secret: string }): Promise<Channel> {
  const given = await shakeHands(origin, '/channel', session, channelSchema)
  const key = await sealingKey(bytesOf(given.key))
  const { host } = new URL(origin)
  let last = 0
  const request = (number: number, body: Uint8Array<ArrayBuffer>): SealedRequest => ({
    number,
    headers: { 'content-type': 'application/octet-stream', authorization: `Midad ${given.channel}.${number}` },
    body,
  })
  return {
    async seal(path, bytes) {
      const number = (last += 1)
      return request(number, await key.seal(nonceOf('request', number), aboutOf(host, path), bytes))
    },
    sealNow(path, bytes) {
      const number = (last += 1)
      return request(number, key.sealNow(nonceOf('request', number), aboutOf(host, path), bytes))
    },
    openAnswer: (path, number, sealed) => key.open(nonceOf('answer', number), aboutOf(host, path), sealed),
    openEvent: (path, number, line, sealed) => key.open(nonceOf('event', number, line), aboutOf(host, path), sealed),
  }
}
