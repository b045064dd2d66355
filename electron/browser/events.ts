import type { ServerResponse } from 'node:http'
import type { Change } from '#core/contract/events.ts'

type Options = {
  /** How often a heartbeat is sent, so that a dead connection is noticed. */
  heartbeatMs: number
  /** How long a client may be without a stream before it counts as gone: a reload takes less. */
  goneAfterMs: number
  onGone: (clientId: string) => void
}

/** The open streams of changes, one or more for each client. */
export type EventStreams = {
  /**
   * Answers with newline-delimited JSON: one change a line, `{}` for a heartbeat.
   * @returns false during shutdown, when nothing was answered.
   */
  open(clientId: string, response: ServerResponse): boolean
  send(change: Change): void
  /** Asks every window to save and close its stream. Resolves when all streams are closed. */
  drain(): Promise<void>
  close(): void
}

/** @returns streams that report a client as gone when it has had none for a while. */
export function createEventStreams({ heartbeatMs, goneAfterMs, onGone }: Options): EventStreams {
  const streams = new Map<ServerResponse, string>()
  const waits = new Map<string, NodeJS.Timeout>()
  const drained = Promise.withResolvers<void>()
  let isDraining = false
  const writeAll = (line: string): void => {
    for (const response of streams.keys()) response.write(line)
  }
  const heartbeat = setInterval(() => writeAll('{}\n'), heartbeatMs)
  const drop = (clientId: string, response: ServerResponse): void => {
    // After `close` the map is empty, and clients are no longer reported one by one.
    if (!streams.delete(response)) return
    if (isDraining && streams.size === 0) drained.resolve()
    if ([...streams.values()].includes(clientId)) return
    const wait = setTimeout(() => {
      waits.delete(clientId)
      onGone(clientId)
    }, goneAfterMs)
    waits.set(clientId, wait)
  }
  return {
    open(clientId, response) {
      if (isDraining) return false
      clearTimeout(waits.get(clientId))
      waits.delete(clientId)
      streams.set(response, clientId)
      response.once('close', () => drop(clientId, response))
      response.writeHead(200, { 'content-type': 'application/x-ndjson', 'cache-control': 'no-store' })
      // The first line at once, so that the window knows that it is connected.
      response.write('{}\n')
      return true
    },
    send(change) {
      writeAll(`${JSON.stringify(change)}\n`)
    },
    drain() {
      isDraining = true
      writeAll('{"type":"closing"}\n')
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
