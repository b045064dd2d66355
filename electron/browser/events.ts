import type { ServerResponse } from 'node:http'
import type { Change } from '#core/contract/events.ts'

type Options = {
  /** How often a heartbeat is sent, so that a dead connection is noticed. */
  heartbeatMs: number
  /** How long a client may be without a stream before it counts as gone: a reload takes less. */
  goneAfterMs: number
  onGone: (clientId: string) => void
}

/** Whose stream it is, and how its lines are sealed. */
type Reader = { clientId: string; seal: (line: number, text: string) => string }

/** The open streams of changes, one or more for each client. */
export type EventStreams = {
  /**
   * Answers with sealed lines of JSON: one change each, `{}` for a heartbeat.
   * @param reader its `seal` is given the number of the line, from 0
   * @returns false during shutdown, when nothing was answered.
   */
  open(reader: Reader, response: ServerResponse): boolean
  send(change: Change): void
  /** Asks every window to save and close its stream. Resolves when all streams are closed. */
  drain(): Promise<void>
  close(): void
}

/** @returns streams that report a client as gone when it has had none for a while. */
export function createEventStreams({ heartbeatMs, goneAfterMs, onGone }: Options): EventStreams {
  const streams = new Map<ServerResponse, Reader & { lines: number }>()
  const waits = new Map<string, NodeJS.Timeout>()
  const drained = Promise.withResolvers<void>()
  let isDraining = false
  const write = (response: ServerResponse, text: string): void => {
    const stream = streams.get(response)
    if (stream === undefined) return
    response.write(`${stream.seal(stream.lines, text)}\n`)
    stream.lines += 1
  }
  const writeAll = (text: string): void => {
    for (const response of streams.keys()) write(response, text)
  }
  const heartbeat = setInterval(() => writeAll('{}'), heartbeatMs)
  const drop = (clientId: string, response: ServerResponse): void => {
    // After `close` the map is empty, and clients are no longer reported one by one.
    if (!streams.delete(response)) return
    if (isDraining && streams.size === 0) drained.resolve()
    if ([...streams.values()].some((stream) => stream.clientId === clientId)) return
    const wait = setTimeout(() => {
      waits.delete(clientId)
      onGone(clientId)
    }, goneAfterMs)
    waits.set(clientId, wait)
  }
  return {
    open(reader, response) {
      const { clientId } = reader
      if (isDraining) return false
      clearTimeout(waits.get(clientId))
      waits.delete(clientId)
      streams.set(response, { ...reader, lines: 0 })
      response.once('close', () => drop(clientId, response))
      response.writeHead(200, { 'content-type': 'text/plain; charset=us-ascii', 'cache-control': 'no-store' })
      // The first line at once, so that the window knows that it is connected, and to whom.
      write(response, '{}')
      return true
    },
    send(change) {
      writeAll(JSON.stringify(change))
    },
    drain() {
      isDraining = true
      writeAll('{"type":"closing"}')
      if (streams.size === 0) drained.resolve()
      return drained.promise
    },
    close() {
      clearInterval(heartbeat)
      for (const wait of waits.values()) clearTimeout(wait)
      const open = [...streams.keys()]
      streams.clear()
      for (const response of open) response.end()
    },
  }
}
